"""四单与三清单"""

from ui.charts import bars, order_steps, panel
from ui.frame import opening
from ui.frame.grid import pairs
from ui.outcomes import cards, further_figures, list_versions, need_list

IDS = (
    "orders_placed",
    "order_completion_rate",
    "mean_days_to_accept",
    "mean_order_rating",
    "needs_unmatched",
    "projects_supported",
)

page = opening.open_page(__doc__, IDS, "四单", "清单")
panel.draw_row_beneath(page, "orders", "四单与三清单主要指标", cards.draw_cards(page, IDS))

panel.draw(page, order_steps.steps(page))
with pairs("orders"):
    panel.draw(page, bars.communities(page, "mean_days_to_accept"))
    panel.draw(page, bars.communities(page, "orders_satisfied_share"))
    panel.draw(page, bars.groups(page, "orders_placed", "category", "服务类别"))
    panel.draw(page, bars.groups(page, "orders_accepted", "provider_name", "接单方"))

need_list.draw(page)
with pairs("lists"):
    panel.draw(page, bars.groups(page, "projects_supported", "field", "服务领域"))
    panel.draw(page, bars.groups(page, "needs_unmatched", "category", "需求类别"))
list_versions.draw(page)
further_figures.draw(page)
