"""五社力量"""

from ui.charts import bars, panel, partner_network
from ui.frame import opening
from ui.frame.grid import pairs
from ui.outcomes import cards, community_table, further_figures

IDS = (
    "organisations",
    "organisations_incubated",
    "staff",
    "certified_share",
    "volunteers_registered",
    "cash_received",
    "venues",
    "venue_area",
)
SIDE_BY_SIDE = (
    ("organisations", ""),
    ("staff_certified", ""),
    ("resident_leaders", ""),
    ("volunteers_registered", ""),
    ("volunteer_hours", "volunteer_hours_per_1000"),
    ("cash_received", "cash_received_per_1000"),
)

page = opening.open_page(__doc__, IDS, "五社力量")
panel.draw_row_beneath(page, "parties", "五社力量主要指标", cards.draw_cards(page, IDS))

community_table.draw_table(page, SIDE_BY_SIDE)
partner_network.draw(page)
with pairs("parties"):
    panel.draw(page, bars.groups(page, "certified_share", "employer", "工作单位"))
    panel.draw(page, bars.groups(page, "staff", "certificate", "社工证书"))
    panel.draw(page, bars.groups(page, "organisations", "kind", "组织类别"))
    panel.draw(page, bars.groups(page, "activities", "organiser", "主办单位"))

further_figures.draw(page)
