"""志愿者占常住居民比：有服务记录的志愿者除以常住人口，即每百名居民中有几名志愿者。

分子同“有服务记录的志愿者”，有无姓名的记录时是一个范围，取值用“至少”；分母是统计期最后一天名册上有效的常住人口，
名册没有人口数的社区，分子分母都不计。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import REGISTERED_VOLUNTEERS, RESIDENTS

INDICATOR = Indicator(
    label="志愿者占居民比",
    unit="%",
    section="志愿服务",
    why="人口多的社区志愿者自然多，按居民折算才能比较。",
    good="up",
    numerator=REGISTERED_VOLUNTEERS,
    denominator=RESIDENTS,
    scale=100,
    decimals=1,
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "志愿者…占全体居民",
        "志愿者…占全村",
        "志愿者占比",
        "志愿者比例",
        "每百名居民志愿者",
        "志愿者占常住人口",
        "志愿者占常住人口比例",
        "每百人志愿者",
        "志愿者…占常住人口",
        "志愿者…占居民",
        "志愿者…占总人口",
        "志愿者…占辖区",
        "志愿者…占比",
    ),
    wordings=(
        Wording(nouns="占社区 占常住 占总人口 占居民 占比 比例", topics="志愿者 义工", unless="党员 女 老年 老人 青年"),
    ),
)
