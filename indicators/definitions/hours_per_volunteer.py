"""人均服务时间：志愿服务时间除以活跃志愿者人数。

只计有姓名的服务：姓名打了星号的，时间和人数都不计；几个社区合起来看时，在两个社区都服务过的人算两人。
时间的算法同“志愿服务时间”，同一人同一天最多计24小时。
"""

from dataclasses import replace

from indicators.condition import is_present
from indicators.model import Aggregate, Indicator
from indicators.shared_aggregates import SERVICE_HOURS

INDICATOR = Indicator(
    label="人均服务时间",
    unit="小时/人",
    section="志愿服务",
    why="看投入是靠少数骨干还是众人分担。",
    good="none",
    numerator=replace(SERVICE_HOURS, where=is_present("person_key")),
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
    reviewed="2026-11-25",
    version=2,
    aliases=(
        "人均服务时长",
        "人均志愿服务时长",
        "人均时数",
        "人均服务时数",
        "平均每人服务",
        "人均服务",
        "人均",
        "平均服务",
        "志愿者人均",
    ),
)
