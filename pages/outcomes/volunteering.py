"""志愿服务"""

from ui.charts import bars, lines
from ui.frame import panel, view
from ui.frame.grid import pairs
from ui.outcomes import cards

IDS = (
    "volunteer_hours",
    "volunteers_active",
    "volunteers_registered",
    "volunteers_per_100_residents",
    "hours_per_volunteer",
    "volunteer_teams",
)

page = view.open_page("志愿服务", IDS)
panel.beneath(page, "volunteering", "志愿服务主要指标", cards.row(page, IDS))

panel.show(page, lines.whole(page, "volunteer_hours"))
with pairs("volunteering"):
    panel.show(page, lines.communities(page, "volunteer_hours"))
    panel.show(page, bars.communities(page, "volunteer_hours", beside="volunteer_hours_per_1000"))
    panel.show(page, lines.communities(page, "volunteers_active"))
    panel.show(page, bars.groups(page, "volunteer_hours", "team", "服务队"))
