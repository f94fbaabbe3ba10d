"""人次成本：有经费记录的活动，经费合计除以这些活动的参与人次。

没有登记经费的活动，没有写人次也没有签到的活动，经费和人次都不计；登记为0元的照样计。分母是人次不是人数，所以不是人均经费。
"""

from indicators.condition import is_present
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="人次成本",
    unit="元/人次",
    section="资金",
    why="看每人次花了多少钱，是绩效评价的效率指标。",
    good="down",
    numerator=Aggregate(
        "participation", "sum(cost_yuan)", on="held_on", where=is_present("costed_heads"), needs=("activity",)
    ),
    denominator=Aggregate(
        "participation",
        "sum(costed_heads)",
        on="held_on",
        where=is_present("costed_heads"),
        needs=("activity",),
        of_people=True,
    ),
    decimals=2,
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-26",
    version=2,
    aliases=(
        "每人次成本",
        "单位服务成本",
    ),
)
