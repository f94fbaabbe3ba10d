"""平均办结天数：统计期内办结的工单，从受理到办结的天数合计除以件数。

只看已办结的；当天受理当天办结算0天。
"""

from indicators.model import Aggregate, Indicator
from indicators.shared_aggregates import REQUESTS_FINISHED

INDICATOR = Indicator(
    label="平均办结天数",
    unit="天",
    section="工单",
    why="一件诉求要办多久。",
    good="down",
    numerator=Aggregate("service_request", "sum(days_to_finish)", on="finished_on"),
    denominator=REQUESTS_FINISHED,
    decimals=1,
    owner="网格办",
    checked_by="街道办业务科室",
    reviewed="2026-11-25",
    version=2,
    aliases=("工单平均办结时长", "平均办理天数", "诉求平均办结天数"),
)
