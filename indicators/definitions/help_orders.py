"""双补贴订单数：下单日期落在统计期内的订单张数，一张订单一行。

同一订单号登记两次的，第二行在入库时拒收。
"""

from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="双补贴订单数",
    unit="件",
    section="帮扶",
    why="优惠用了多少次。",
    good="none",
    numerator=Aggregate("household_help", "count(*)", on="ordered_on", of_people=True),
    phrase="双补贴订单{n}",
    owner="帮扶台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("双补贴订单", "爱心订单", "爱心到家订单", "补贴订单"),
)
