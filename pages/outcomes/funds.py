"""资金流向"""

from ui.charts import balance_chart, bars, panel, sankey
from ui.frame import opening
from ui.frame.grid import pairs
from ui.outcomes import cards, fund_gates, further_figures, goods

IDS = (
    "cash_received",
    "money_spent",
    "fund_balance",
    "use_ratio",
    "goods_value",
    "people_helped",
    "decided_spending_share",
)

page = opening.open_page(__doc__, IDS, "资金")
panel.draw_row_beneath(page, "funds", "资金主要指标", cards.draw_cards(page, IDS))

panel.draw(page, sankey.funds(page))
with pairs("funds"):
    panel.draw(page, balance_chart.balance(page))
    panel.draw(page, bars.communities(page, "cash_received", beside="cash_received_per_1000"))
    panel.draw(page, bars.groups(page, "cash_received", "donor_type", "捐赠方"))
    panel.draw(page, sankey.spending_by_group(page))
    fund_gates.draw(page)

goods.draw(page)
further_figures.draw(page)
