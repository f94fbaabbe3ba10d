"""每千名居民到账现金：到账现金除以常住人口，再乘以1000。

分子同“到账现金”；分母是统计期最后一天名册上有效的常住人口，名册没有人口数的社区，分子分母都不计。
"""

from indicators.condition import all_of, equals, is_present, is_true
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="每千名居民到账现金",
    unit="元/千人",
    section="资金",
    why="社区有大有小，折成每千名居民才能并排比较。",
    good="up",
    numerator=Aggregate(
        "donation",
        "sum(amount_yuan)",
        on="donated_on",
        where=all_of(equals("gift_form", "现金"), is_true("is_received")),
    ),
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
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-22",
    aliases=("每千人到账现金", "千人到账现金", "每千居民到账现金"),
)
