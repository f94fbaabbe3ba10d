"""每千名居民活动场次：活动场次除以平均常住人口，再乘以1000。

分子同“活动场次”；分母是统计期第一天和最后一天名册上有效的常住人口的平均数，名册没有人口数的社区，分子分母都不计。
统计期里有月份没有报送的社区不计，写作缺月份：少几个月的数不能与全年的比。
"""

from indicators.definitions import activities
from indicators.shared_aggregates import per_1000_residents

INDICATOR = per_1000_residents(
    activities.INDICATOR,
    aliases=(
        "每千人活动场次",
        "千人活动场次",
        "每千居民活动",
        "每千名居民活动",
    ),
)
