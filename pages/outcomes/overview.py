"""总览"""

from ui.charts import bars, lines, panel
from ui.frame import opening
from ui.frame.grid import beside, threes
from ui.outcomes import answer, attention, cards, community_table, further_figures, mechanisms

IDS = ("attendances", "volunteer_hours", "cases_opened", "overall_satisfied_share", "cash_received", "fund_balance")
SIDE_BY_SIDE = (
    ("attendances", "attendances_per_1000"),
    ("volunteer_hours", "volunteer_hours_per_1000"),
    ("cases_opened", "cases_opened_per_1000"),
    ("overall_satisfied_share", ""),
    ("cash_received", "cash_received_per_1000"),
)

page = opening.open_page(__doc__, IDS, "名册", beside=[id for _, id in SIDE_BY_SIDE if id])
answer.draw(page, IDS)
panel.draw_row_beneath(page, "headline", "总览主要指标", cards.draw_cards(page, IDS))

with beside():
    community_table.draw_table(page, SIDE_BY_SIDE)
    attention.draw_column(page)

mechanisms.draw_begun(page)
with threes("overview"):
    panel.draw(page, lines.communities(page, "attendances"))
    panel.draw(page, lines.communities(page, "volunteer_hours"))
    panel.draw(page, bars.communities(page, "cash_received", beside="cash_received_per_1000"))

further_figures.draw(page)
