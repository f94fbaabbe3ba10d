"""资金流向"""

from ui.charts import balance_chart, bars, sankey
from ui.frame import panel, view
from ui.frame.grid import pairs
from ui.outcomes import cards

IDS = ("cash_received", "money_spent", "fund_balance", "use_ratio", "goods_value", "people_helped")

page = view.open_page("资金流向", IDS)
panel.beneath(page, "funds", "资金主要指标", cards.row(page, IDS))

panel.show(page, sankey.funds(page))
with pairs("funds"):
    panel.show(page, balance_chart.balance(page))
    panel.show(page, bars.communities(page, "cash_received", beside="cash_received_per_1000"))
    panel.show(page, bars.groups(page, "cash_received", "donor_type", "捐赠方"))
    panel.show(page, bars.groups(page, "money_spent", "recipient_group", "受益人群"))
