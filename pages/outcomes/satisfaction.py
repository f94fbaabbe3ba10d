"""满意度"""

from ui.charts import bars, satisfaction_chart
from ui.frame import panel, view
from ui.frame.grid import pairs
from ui.outcomes import cards

IDS = (
    "overall_satisfied_share",
    "satisfied_share",
    "satisfaction_answers",
    "response_rate",
    "mean_score_5",
    "mean_score_10",
)

page = view.open_page("满意度", IDS)
panel.beneath(page, "satisfaction", "满意度主要指标", cards.row(page, IDS))

history = page.from_start
panel.show(history, satisfaction_chart.communities(history, "overall_satisfied_share"))
with pairs("satisfaction"):
    panel.show(page, bars.communities(page, "overall_satisfied_share"))
    panel.show(page, bars.groups(page, "satisfied_share", "dimension", "问题"))
    panel.show(page, bars.groups(page, "satisfied_share", "respondent_band", "受访者年龄段"))
    panel.show(page, bars.groups(page, "satisfied_share", "mode", "调查方式"))
