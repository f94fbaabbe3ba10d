"""人均服务时间：志愿服务时间除以活跃志愿者人数。

只计有姓名的服务：姓名打了星号的，时间和人数都不计。
"""

from indicators.condition import is_present
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="人均服务时间",
    unit="小时/人",
    section="志愿服务",
    why="看投入是靠少数骨干还是众人分担。",
    good="none",
    numerator=Aggregate("volunteer_service", "sum(service_hours)", on="served_on", where=is_present("person_key")),
    denominator=Aggregate(
        "volunteer_service",
        "count(distinct person_key)",
        on="served_on",
        where=is_present("person_key"),
        of_people=True,
    ),
    decimals=1,
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "人均服务时长",
        "人均志愿服务时长",
        "人均时数",
        "人均服务时数",
        "平均每人服务",
        "人均服务",
        "人均",
        "志愿者人均",
    ),
)
