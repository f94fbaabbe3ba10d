"""满意度"""

from ui.charts import bars, panel, satisfaction_chart
from ui.frame import opening
from ui.frame.grid import pairs
from ui.outcomes import cards, further_figures

IDS = (
    "overall_satisfied_share",
    "satisfied_share",
    "satisfaction_answers",
    "response_rate",
    "mean_score_5",
    "mean_score_10",
)

page = opening.open_page(__doc__, IDS, "满意度")
panel.draw_row_beneath(page, "satisfaction", "满意度主要指标", cards.draw_cards(page, IDS))

history = page.from_start
panel.draw(history, satisfaction_chart.communities(history, "overall_satisfied_share"))
with pairs("satisfaction"):
    panel.draw(page, bars.communities(page, "overall_satisfied_share"))
    panel.draw(page, bars.groups(page, "satisfied_share", "dimension", "问题"))
    panel.draw(page, bars.groups(page, "satisfied_share", "respondent_band", "受访者年龄段"))
    panel.draw(page, bars.groups(page, "satisfied_share", "mode", "调查方式"))

further_figures.draw(page)
