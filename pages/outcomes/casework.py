"""个案服务"""

from ui.charts import bars, case_stages, lines, panel
from ui.frame import opening
from ui.frame.grid import pairs
from ui.outcomes import cards, further_figures

IDS = (
    "cases_opened",
    "cases_open",
    "closing_rate_of_period",
    "mean_days_to_close",
    "closed_in_90_days_share",
    "outcome_improved_share",
)

page = opening.open_page(__doc__, IDS, "个案")
panel.draw_row_beneath(page, "casework", "个案主要指标", cards.draw_cards(page, IDS))

panel.draw(page, lines.whole(page, "cases_opened"))
with pairs("casework"):
    panel.draw(page, case_stages.stages(page))
    panel.draw(page, case_stages.days(page))
    panel.draw(page, bars.communities(page, "cases_opened", beside="cases_opened_per_1000"))
    panel.draw(page, bars.groups(page, "cases_opened", "problem_type", "问题类型"))

further_figures.draw(page)
