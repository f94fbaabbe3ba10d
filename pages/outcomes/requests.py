"""服务工单"""

from ui.charts import bars, lines, panel
from ui.frame import opening
from ui.frame.grid import pairs
from ui.outcomes import cards, further_figures

IDS = (
    "requests_received",
    "requests_finished",
    "requests_on_time_share",
    "mean_days_to_finish",
    "requests_satisfied_share",
)

page = opening.open_page(__doc__, IDS, "工单")
panel.draw_row_beneath(page, "requests", "工单主要指标", cards.draw_cards(page, IDS))

panel.draw(page, lines.whole(page, "requests_received"))
with pairs("requests"):
    panel.draw(page, lines.communities(page, "requests_received"))
    panel.draw(page, bars.communities(page, "requests_finished"))
    panel.draw(page, bars.groups(page, "requests_received", "category", "类别"))
    panel.draw(page, bars.groups(page, "requests_finished", "handler", "承办单位"))

further_figures.draw(page)
