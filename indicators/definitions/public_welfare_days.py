"""公益日场次：服务方法为“公益日”的活动行数，一行算一场。

按月看可以知道是否每月都办；写成其他方法的公益活动不计。
"""

from indicators.model import Indicator
from indicators.shared_aggregates import activities_by

INDICATOR = Indicator(
    label="公益日场次",
    unit="场",
    section="参与",
    why="承诺每月一次的主题公益日，是否真的每月都办。",
    good="up",
    numerator=activities_by("公益日"),
    phrase="举办公益日{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    version=2,
    aliases=(
        "主题公益日",
        "公益日",
        "公益日活动",
        "每月公益日",
    ),
)
