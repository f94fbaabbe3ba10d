"""平均接单天数：接单时间落在统计期内的服务单，从点单到接单平均用了几天。

只看已接单的，没有人接的不计；当天点当天接算0天。
"""

from indicators.model import Aggregate, Indicator
from indicators.shared_aggregates import ORDERS_ACCEPTED

INDICATOR = Indicator(
    label="平均接单天数",
    unit="天",
    section="四单",
    why="居民点了单，多久有人应。",
    good="down",
    numerator=Aggregate("service_order", "sum(days_to_accept)", on="accepted_on"),
    denominator=ORDERS_ACCEPTED,
    decimals=1,
    owner="点单台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=("平均接单时长", "接单天数", "平均响应天数", "接单时长"),
)
