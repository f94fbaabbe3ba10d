"""每千名居民到账现金：到账现金除以平均常住人口，再乘以1000。

分子同“到账现金”；分母是统计期第一天和最后一天名册上有效的常住人口的平均数，名册没有人口数的社区，分子分母都不计。
统计期里有月份没有报送的社区不计，写作缺月份：少几个月的数不能与全年的比。
"""

from indicators.definitions import cash_received
from indicators.shared_aggregates import per_1000_residents

INDICATOR = per_1000_residents(cash_received.INDICATOR, aliases=("每千人到账现金", "千人到账现金", "每千居民到账现金"))
