"""个案服务"""

from ui.charts import bars, case_stages, lines
from ui.frame import panel, view
from ui.frame.grid import pairs
from ui.outcomes import cards

IDS = (
    "cases_opened",
    "cases_open",
    "closing_rate",
    "mean_days_to_close",
    "closed_in_90_days_share",
    "outcome_improved_share",
)

page = view.open_page("个案服务", IDS)
panel.beneath(page, "casework", "个案主要指标", cards.row(page, IDS))

panel.show(page, lines.whole(page, "cases_opened"))
with pairs("casework"):
    panel.show(page, case_stages.way(page))
    panel.show(page, case_stages.days(page))
    panel.show(page, bars.communities(page, "cases_opened", beside="cases_opened_per_1000"))
    panel.show(page, bars.groups(page, "cases_opened", "problem_type", "问题类型"))
