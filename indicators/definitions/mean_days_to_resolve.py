"""议题平均办理天数：统计期内解决的议题，从提出到办结的天数合计除以个数。

只看已解决的，仍在办的不计；当天提出当天办结算0天。
"""

from indicators.model import Aggregate, Indicator
from indicators.shared_aggregates import TOPICS_RESOLVED

INDICATOR = Indicator(
    label="议题平均办理天数",
    unit="天",
    section="协商",
    why="看一件事从提出到办成要多久。",
    good="down",
    numerator=Aggregate("topic", "sum(days_to_resolve)", on="resolved_on"),
    denominator=TOPICS_RESOLVED,
    decimals=1,
    owner="议事台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=("议题办理天数", "议题解决周期", "议题办结天数"),
)
