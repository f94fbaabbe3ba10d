"""放映场次：服务方法为“放映”的活动行数，一行算一场。

同一部影片放两次算两场；有多少部影片看“放映影片部数”。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import activities_by

INDICATOR = Indicator(
    label="放映场次",
    unit="场",
    section="参与",
    why="看公益放映办了多少场。",
    good="up",
    numerator=activities_by("放映"),
    phrase="放映影片{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    version=2,
    aliases=(
        "电影放映",
        "放映电影",
        "观影",
        "公益电影",
        "影片放映",
        "放映活动",
        "观影活动",
        "放映",
    ),
    wordings=(Wording(nouns="电影 影片", verbs="放映 播放"),),
)
