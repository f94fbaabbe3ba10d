"""参与趋势"""

from ui.charts import bars, lines
from ui.frame import panel, view
from ui.frame.grid import pairs
from ui.outcomes import cards

IDS = (
    "attendances",
    "participants",
    "activities",
    "participation_rate",
    "attendances_per_activity",
    "new_participant_share",
)

page = view.open_page("参与趋势", IDS)
panel.beneath(page, "participation", "参与主要指标", cards.row(page, IDS))

panel.show(page, lines.whole(page, "attendances"))
with pairs("participation"):
    panel.show(page, lines.communities(page, "attendances"))
    panel.show(page, bars.communities(page, "attendances", beside="attendances_per_1000"))
    panel.show(page, bars.groups(page, "attendances", "strand", "板块"))
    panel.show(page, bars.groups(page, "activities", "method", "服务方法"))
