"""总览"""

from ui import bars, cards, lines, panel, view
from ui.grid import grid

IDS = ("attendances", "participants", "activities", "participation_rate", "attendances_per_activity", "new_participant_share")

page = view.opened("总览", IDS)
panel.beneath(page, "overview", "参与主要指标", cards.row(page, IDS))

panel.show(page, lines.whole(page, "attendances"))
with grid("overview"):
    panel.show(page, lines.communities(page, "attendances"))
    panel.show(page, bars.communities(page, "attendances", beside="participation_rate"))
    panel.show(page, bars.groups(page, "attendances", "strand", "板块"))
    panel.show(page, bars.groups(page, "activities", "method", "服务方法"))
