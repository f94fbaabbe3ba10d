"""场均人次：参与人次除以有人次的活动场次。

分子同“参与人次”，分母是同样这些活动的场次；没有写人次也没有签到的活动，分子分母都不计，报送情况里写明有几场。登记为0人次的照样计。
"""

from indicators.model import Indicator
from indicators.shared_aggregates import ATTENDANCES, ATTENDED_ACTIVITIES, UNCOUNTED_ACTIVITIES

INDICATOR = Indicator(
    label="场均人次",
    unit="人次/场",
    section="参与",
    why="看每场活动的平均规模。",
    good="none",
    numerator=ATTENDANCES,
    denominator=ATTENDED_ACTIVITIES,
    uncounted=UNCOUNTED_ACTIVITIES,
    decimals=1,
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=(
        "平均每场人次",
        "每场平均人次",
        "场均参与人次",
        "平均每场参与",
        "场均参与",
        "场均",
        "平均每场",
        "每场平均",
        "每场",
    ),
)
