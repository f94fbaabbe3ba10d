"""个案服务"""

from ui import bars, cards, lines, panel, stages, view
from ui.grid import pairs

IDS = (
    "cases_opened",
    "cases_open",
    "closing_rate",
    "mean_days_to_close",
    "closed_in_90_days_share",
    "outcome_improved_share",
)

page = view.opened("个案服务", IDS)
panel.beneath(page, "casework", "个案主要指标", cards.row(page, IDS))

panel.show(page, lines.whole(page, "cases_opened"))
with pairs("casework"):
    panel.show(page, stages.way(page))
    panel.show(page, stages.days(page))
    panel.show(page, bars.communities(page, "cases_opened", beside="cases_opened_per_1000"))
    panel.show(page, bars.groups(page, "cases_opened", "problem_type", "问题类型"))
