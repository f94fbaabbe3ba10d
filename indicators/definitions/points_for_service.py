"""志愿服务积分：统计期内按积分规则为志愿服务记的分合计。

计入的小时乘以当天有效的规则；捐赠、参加活动等记的分不在内，所以只有几个人捐赠的月份也能看出服务记了多少分。
"""

from etl.records.points_rule import SERVICE
from indicators.condition import equals
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="志愿服务积分",
    unit="分",
    section="积分",
    why="志愿服务换来了多少认可。",
    good="up",
    numerator=Aggregate(
        "points_movement",
        "sum(earned_points)",
        on="moved_on",
        where=equals("item", SERVICE),
        needs=("points_rule", "volunteer_service"),
    ),
    decimals=1,
    rules=("points_rule", "points", "most_hours"),
    phrase="为志愿服务记积分{n}",
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-27",
    aliases=("服务积分",),
)
