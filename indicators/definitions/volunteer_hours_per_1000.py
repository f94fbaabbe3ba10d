"""每千名居民志愿服务时间：志愿服务时间除以常住人口，再乘以1000。

分子同“志愿服务时间”；分母是统计期最后一天名册上有效的常住人口，名册没有人口数的社区，分子分母都不计。
"""

from indicators.definitions import volunteer_hours
from indicators.shared_aggregates import per_1000_residents

INDICATOR = per_1000_residents(
    volunteer_hours.INDICATOR, aliases=("每千人志愿服务时间", "千人志愿服务时间", "每千居民志愿服务时间")
)
