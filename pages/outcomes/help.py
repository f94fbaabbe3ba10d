"""微心愿与帮扶"""

from ui.charts import bars, lines, panel, who_pays
from ui.frame import opening
from ui.frame.grid import pairs
from ui.outcomes import cards, further_figures

IDS = (
    "people_with_wishes",
    "wishes_fulfilled",
    "wish_fulfilment_rate",
    "households_helped",
    "help_orders",
    "relief_needs",
    "relief_link_rate",
    "people_with_income_gain",
)

page = opening.open_page(__doc__, IDS, "帮扶")
panel.draw_row_beneath(page, "help", "帮扶主要指标", cards.draw_cards(page, IDS))

history = page.from_start  # few a month: small numbers of people would be hidden
panel.draw(history, lines.whole(history, "wishes_fulfilled"))
with pairs("help"):
    panel.draw(history, bars.groups(history, "wishes_raised", "item", "心愿类别"))
    panel.draw(history, bars.groups(history, "wishes_fulfilled", "recipient_group", "许愿人类别"))
    panel.draw(page, who_pays.shares(page))
    panel.draw(page, bars.communities(page, "households_helped"))
    panel.draw(history, bars.groups(history, "relief_needs", "need", "需要"))

further_figures.draw(page)
