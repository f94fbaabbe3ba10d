"""志愿服务"""

from ui.charts import bars, lines, panel
from ui.frame import opening
from ui.frame.grid import pairs
from ui.outcomes import cards, further_figures

IDS = (
    "volunteer_hours",
    "volunteers_active",
    "volunteers_registered",
    "volunteers_per_100_residents",
    "hours_per_volunteer",
    "volunteer_teams",
)

page = opening.open_page(__doc__, IDS, "志愿服务")
panel.draw_row_beneath(page, "volunteering", "志愿服务主要指标", cards.draw_cards(page, IDS))

panel.draw(page, lines.whole(page, "volunteer_hours"))
with pairs("volunteering"):
    panel.draw(page, lines.communities(page, "volunteer_hours"))
    panel.draw(page, bars.communities(page, "volunteer_hours", beside="volunteer_hours_per_1000"))
    panel.draw(page, lines.communities(page, "volunteers_active"))
    panel.draw(page, bars.groups(page, "volunteer_hours", "team", "服务队"))

further_figures.draw(page)
