"""服务工单"""

from ui.charts import bars, lines
from ui.frame import panel, view
from ui.frame.grid import pairs
from ui.outcomes import cards

IDS = (
    "requests_received",
    "requests_finished",
    "requests_on_time_share",
    "mean_days_to_finish",
    "requests_satisfied_share",
)

page = view.opened("服务工单", IDS)
panel.beneath(page, "requests", "工单主要指标", cards.row(page, IDS))

panel.show(page, lines.whole(page, "requests_received"))
with pairs("requests"):
    panel.show(page, lines.communities(page, "requests_received"))
    panel.show(page, bars.communities(page, "requests_finished"))
    panel.show(page, bars.groups(page, "requests_received", "category", "类别"))
    panel.show(page, bars.groups(page, "requests_finished", "handler", "承办单位"))
