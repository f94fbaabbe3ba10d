"""场均人次：参与人次除以活动场次。

分子同“参与人次”，分母同“活动场次”；没有登记人次的场次按0人次计入分母。
"""

from indicators.model import Indicator
from indicators.shared_aggregates import ACTIVITIES, ATTENDANCES

INDICATOR = Indicator(
    label="场均人次",
    unit="人次/场",
    section="参与",
    why="看每场活动的平均规模。",
    good="none",
    numerator=ATTENDANCES,
    denominator=ACTIVITIES,
    decimals=1,
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
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
