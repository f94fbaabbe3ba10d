"""平均结案天数：统计期内结案的个案，从接案到结案的天数合计除以例数。

只看已结案的，仍在办的不计；当天接案当天结案算0天。
"""

from indicators.model import Aggregate, Indicator
from indicators.shared_aggregates import CASES_CLOSED

INDICATOR = Indicator(
    label="平均结案天数",
    unit="天",
    section="个案",
    why="看个案从接案到结案要走多久。",
    good="none",
    numerator=Aggregate("casework", "sum(days_to_close)", on="closed_on"),
    denominator=CASES_CLOSED,
    decimals=1,
    owner="个案社工",
    checked_by="社工督导",
    reviewed="2026-11-22",
    version=2,
    aliases=(
        "结案天数",
        "个案平均办结天数",
        "平均服务天数",
        "平均结案时长",
        "结案周期",
        "结案平均用",
        "结案平均用时",
        "平均结案用时",
    ),
)
