"""参与覆盖率：参与人数（去重）与常住人口之比，看活动覆盖面有多大。

分子同“参与人数”，要有活动登记；没有签到时是一个范围，取值用“至少”，上限不超过100%；参加的人不都是本社区居民，外来的也在分子里，所以叫覆盖率，不叫参与率。
没有写人次也没有签到的活动不计，报送情况里写明有几场。
分母是统计期最后一天名册上有效的常住人口；名册没有人口数的社区，分子分母都不计。
"""

from indicators.model import Indicator
from indicators.shared_aggregates import PARTICIPANTS, RESIDENTS, UNCOUNTED_ACTIVITIES

INDICATOR = Indicator(
    label="参与覆盖率",
    unit="%",
    section="参与",
    why="人数要放到人口里看，大小社区才能比较。",
    good="up",
    numerator=PARTICIPANTS,
    denominator=RESIDENTS,
    scale=100,
    decimals=1,
    owner="活动台账员",
    checked_by="社工督导",
    uncounted=UNCOUNTED_ACTIVITIES,
    reviewed="2026-11-26",
    version=2,
    aliases=("活动覆盖率", "参与面"),
)
