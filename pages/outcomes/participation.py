"""参与趋势"""

from ui import bars, cards, lines, panel, view
from ui.grid import grid

IDS = ("attendances", "participants", "activities", "participation_rate", "attendances_per_activity", "new_participant_share")

page = view.opened("参与趋势", IDS)
panel.beneath(page, "participation", "参与主要指标", cards.row(page, IDS))

panel.show(page, lines.whole(page, "attendances"))
with grid("participation"):
    panel.show(page, lines.communities(page, "attendances"))
    panel.show(page, bars.communities(page, "attendances", beside="participation_rate"))
    panel.show(page, bars.groups(page, "attendances", "strand", "板块"))
    panel.show(page, bars.groups(page, "activities", "method", "服务方法"))
