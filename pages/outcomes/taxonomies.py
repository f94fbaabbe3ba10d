"""工作分类"""

from ui.charts import panel
from ui.frame import opening
from ui.outcomes import cards, taxonomies

page = opening.open_page(__doc__, (*taxonomies.IDS, taxonomies.WELFARE_DAYS))
panel.draw_row_beneath(page, "taxonomies", "工作分类主要指标", cards.draw_cards(page, taxonomies.IDS))
taxonomies.draw(page)
