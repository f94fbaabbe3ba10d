"""每千名居民接案数：接案数除以平均常住人口，再乘以1000。

分子同“接案数”；分母是统计期第一天和最后一天名册上有效的常住人口的平均数，名册没有人口数的社区，分子分母都不计。
统计期里有月份没有报送的社区不计，写作缺月份：少几个月的数不能与全年的比。
"""

from indicators.definitions import cases_opened
from indicators.shared_aggregates import per_1000_residents

INDICATOR = per_1000_residents(cases_opened.INDICATOR, aliases=("每千人接案数", "千人接案数", "每千居民接案数"))
