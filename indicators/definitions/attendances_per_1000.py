"""每千名居民参与人次：参与人次除以平均常住人口，再乘以1000。

分子同“参与人次”；分母是统计期第一天和最后一天名册上有效的常住人口的平均数，名册没有人口数的社区，分子分母都不计。
统计期里有月份没有报送的社区不计，写作缺月份：少几个月的数不能与全年的比。
"""

from dataclasses import replace

from indicators.definitions import attendances
from indicators.shared_aggregates import per_1000_residents

INDICATOR = replace(
    per_1000_residents(attendances.INDICATOR, aliases=("每千人参与人次", "千人参与人次", "每千居民参与人次")),
    reviewed="2026-11-26",
    version=3,
)
