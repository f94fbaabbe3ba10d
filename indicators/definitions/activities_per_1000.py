"""每千名居民活动场次：活动场次除以常住人口，再乘以1000。

分子同“活动场次”；分母是统计期最后一天名册上有效的常住人口，名册没有人口数的社区，分子分母都不计。
"""

from indicators.condition import is_present
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="每千名居民活动场次",
    unit="场/千人",
    section="参与",
    why="社区有大有小，折成每千名居民才能并排比较。",
    good="up",
    numerator=Aggregate("activity", "count(*)", on="held_on"),
    denominator=Aggregate(
        "resident_base",
        "sum(residents_count)",
        on="valid_from",
        where=is_present("residents_count"),
        span="state",
        until="valid_to",
    ),
    scale=1000,
    decimals=1,
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "每千人活动场次",
        "千人活动场次",
        "每千居民活动",
        "每千名居民活动",
    ),
)
