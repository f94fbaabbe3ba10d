"""居民参与率：参与过活动的居民（去重）占常住人口的比例。

签到身份写明是“居民”的不同的人算参与居民，写了其他身份的不算，要有活动登记。没有写身份的和没有签到的不知道是不是居民，
所以是一个范围：至少是写明的居民，至多再加上全部没有写身份的人和无签到人次，上限不超过100%，取值用“至少”。
没有写人次也没有签到的活动不计，报送情况里写明有几场。
分母是统计期最后一天名册上有效的常住人口；名册没有人口数的社区，分子分母都不计。
"""

from indicators.model import Indicator
from indicators.shared_aggregates import RESIDENT_PARTICIPANTS, RESIDENTS, UNCOUNTED_ACTIVITIES

INDICATOR = Indicator(
    label="居民参与率",
    unit="%",
    section="参与",
    why="人数要放到人口里看，大小社区才能比较。",
    good="up",
    numerator=RESIDENT_PARTICIPANTS,
    denominator=RESIDENTS,
    scale=100,
    decimals=1,
    owner="活动台账员",
    checked_by="社工督导",
    uncounted=UNCOUNTED_ACTIVITIES,
    reviewed="2026-11-26",
    version=4,
    aliases=(
        "参与率",
        "居民参与比例",
        "村民参与率",
        "参与度",
        "居民参与度",
        "群众参与度",
        "居民…参与率",
    ),
)
