"""每千名居民志愿服务时间：志愿服务时间除以常住人口，再乘以1000。

分子同“志愿服务时间”；分母是统计期最后一天名册上有效的常住人口，名册没有人口数的社区，分子分母都不计。
"""

from indicators.condition import is_present
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="每千名居民志愿服务时间",
    unit="小时/千人",
    section="志愿服务",
    why="社区有大有小，折成每千名居民才能并排比较。",
    good="up",
    numerator=Aggregate("volunteer_service", "sum(service_hours)", on="served_on"),
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
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=("每千人志愿服务时间", "千人志愿服务时间", "每千居民志愿服务时间"),
)
