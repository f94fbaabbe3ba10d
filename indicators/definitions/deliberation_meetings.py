"""议事场次：服务方法写“议事”“议事会”“协商议事”的活动行数，一行算一场。

没有写服务方法的，活动名称里有“议事”也计；名称里有“议事”而方法是集市、社区活动等其他写法的不计。
"""

from dataclasses import replace

from indicators.condition import contains
from indicators.model import Indicator, Wording
from indicators.shared_aggregates import ACTIVITIES

INDICATOR = Indicator(
    label="议事场次",
    unit="场",
    section="参与",
    why="居民协商议事开了多少次。",
    good="up",
    numerator=replace(ACTIVITIES, where=contains("method", "title", "议事")),
    phrase="开展协商议事{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "协商议事",
        "议事会",
        "居民议事",
        "协商议事场次",
        "议事协商",
        "议事会场次",
        "居民议事会",
        "民主协商",
        "议事活动",
        "议事",
        "协商会",
        "居民协商",
        "居民协商会",
        "协商会议",
        "议事会议",
        "协商",
        "圆桌会",
    ),
    wordings=(
        Wording(
            nouns="议事会 恳谈会 院坝会 协商会 议事厅 圆桌会 说事会 议事",
            verbs="召开 举办 开展 组织",
            units="场 场次 次 期",
        ),
    ),
)
