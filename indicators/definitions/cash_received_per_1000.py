"""人均到账现金：到账现金除以平均常住人口。

分子同“到账现金”；分母是统计期第一天和最后一天名册上有效的常住人口的平均数，名册没有人口数的社区，分子分母都不计。
统计期里有月份没有报送的社区不计，写作缺月份：少几个月的数不能与全年的比。
"""

from dataclasses import replace

from indicators.definitions import cash_received
from indicators.shared_aggregates import per_1000_residents

# Its id is from when it was of a thousand residents: packs and links that have left ask for it by that.
INDICATOR = replace(
    per_1000_residents(cash_received.INDICATOR, aliases=("居民人均到账现金", "人均到账")),
    label="人均到账现金",
    unit="元/人",
    why="社区有大有小，折成每名居民多少元才能并排比较。",
    scale=1,
    decimals=2,
    reviewed="2026-11-26",
    version=3,
)
