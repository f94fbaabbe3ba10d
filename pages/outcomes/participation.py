"""参与趋势"""

from ui.charts import bars, lines, panel
from ui.frame import opening
from ui.frame.grid import pairs
from ui.outcomes import cards, further_figures

IDS = (
    "attendances",
    "participants",
    "activities",
    "participation_rate",
    "attendances_per_activity",
    "new_participant_share",
    "groups_started",
    "group_sessions",
)

page = opening.open_page(__doc__, IDS, "参与")
panel.draw_row_beneath(page, "participation", "参与主要指标", cards.draw_cards(page, IDS))

panel.draw(page, lines.whole(page, "attendances"))
with pairs("participation"):
    panel.draw(page, lines.communities(page, "attendances"))
    panel.draw(page, bars.communities(page, "attendances", beside="attendances_per_1000"))
    panel.draw(page, bars.groups(page, "attendances", "strand", "板块"))
    panel.draw(page, bars.groups(page, "activities", "method", "服务方法"))

further_figures.draw(page)
