"""有活动的板块数：统计期内办过活动的不同板块的个数。

没有写板块的活动不计；几个社区合起来看时，同一板块只算一个。
"""

from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="有活动的板块",
    unit="类",
    section="参与",
    why="看服务是否覆盖了计划中的各类板块。",
    good="up",
    numerator=Aggregate("activity", "count(distinct strand)", on="held_on"),
    phrase="活动覆盖板块{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    version=2,
    aliases=(
        "服务板块",
        "板块数",
        "服务板块数",
        "类服务板块",
        "大板块",
        "板块",
    ),
)
