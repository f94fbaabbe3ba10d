"""议事场次：议事会台账一行算一场，活动登记里同一天多出来的议事也各算一场。

活动登记里服务方法写“议事”“议事会”“协商议事”的是议事，没有写服务方法而活动名称里有“议事”的也是；名称里有“议事”而方法是
集市、社区活动等其他写法的不是。同一社区同一天两本台账都登记的，取场次多的一本，不重复计。只报了其中一本的，按这一本计。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import DELIBERATIONS

INDICATOR = Indicator(
    label="议事场次",
    unit="场",
    section="协商",
    why="居民协商议事开了多少次。",
    good="up",
    numerator=DELIBERATIONS,
    phrase="开展协商议事{n}",
    owner="议事台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
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
            nouns="议事会 恳谈会 恳谈 院坝会 板凳会 屋场会 坝坝会 听证会 评议会 协商会 协商 议事厅 圆桌会 说事会 议事",
            verbs="召开 开了 开过 举办 开展 展开 组织 参与",
            units="场 场次 次 期 轮",
        ),
    ),
)
