"""荣誉"""

from ui.charts import bars, panel
from ui.frame import opening
from ui.frame.grid import pairs
from ui.outcomes import cards, further_figures, honour_list

IDS = ("honours", "honours_national")

page = opening.open_page(__doc__, IDS, "荣誉")
panel.draw_row_beneath(page, "honours", "荣誉主要指标", cards.draw_cards(page, IDS))

honour_list.draw(page)
with pairs("honours"):
    panel.draw(page, bars.groups(page, "honours", "level", "级别"))
    panel.draw(page, bars.groups(page, "honours", "recipient_kind", "获奖对象"))
    panel.draw(page, bars.communities(page, "honours"))

further_figures.draw(page)
