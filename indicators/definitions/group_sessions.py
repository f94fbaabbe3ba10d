"""小组节数：服务方法为“小组”的活动行数，一行是一节。

计的是节数，不是小组个数；一个小组开展六节算六节。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import activities_by

INDICATOR = Indicator(
    label="小组节数",
    unit="节",
    section="参与",
    why="小组工作按节计量，是社会工作服务量的常用口径。",
    good="up",
    numerator=activities_by("小组"),
    phrase="开展小组{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    version=2,
    aliases=(
        "小组",
        "小组活动",
        "小组工作",
        "小组服务",
        "小组活动节数",
        "小组次数",
        "小组节次",
    ),
    wordings=(Wording(verbs="开展", topics="小组", units="节 节次", unless="课"),),
)
