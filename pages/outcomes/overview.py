"""总览"""

from ui.charts import bars, lines
from ui.frame import panel, view
from ui.frame.grid import beside, threes
from ui.outcomes import attention, cards, community_table

IDS = ("attendances", "volunteer_hours", "cases_opened", "overall_satisfied_share", "cash_received", "fund_balance")
SIDE_BY_SIDE = (
    ("attendances", "attendances_per_1000"),
    ("volunteer_hours", "volunteer_hours_per_1000"),
    ("cases_opened", "cases_opened_per_1000"),
    ("overall_satisfied_share", ""),
    ("cash_received", "cash_received_per_1000"),
)

page = view.open_page("总览", IDS)
panel.beneath(page, "headline", "总览主要指标", cards.row(page, IDS))

with beside():
    community_table.table(page, SIDE_BY_SIDE)
    attention.column(page)

with threes("overview"):
    panel.show(page, lines.communities(page, "attendances"))
    panel.show(page, lines.communities(page, "volunteer_hours"))
    panel.show(page, bars.communities(page, "cash_received", beside="cash_received_per_1000"))
