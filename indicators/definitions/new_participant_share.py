"""新参与者占比：签到时写明“首次参加”的人占写明是否首次参加的人的比例，都按人去重。

没有写明是否首次、姓名打了星号的签到，对不上任何活动的签到，分子分母都不计；几个社区合起来看时，在两个社区都参加过的人算两人。
是不是首次，以签到时写明的为准，指以前从未参加过，不按统计期里的第一次推算；一人在统计期内先首次后再来，仍算新参与者。
"""

from indicators.condition import is_present, is_true
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="新参与者占比",
    unit="%",
    section="参与",
    why="看活动有没有走出熟面孔，触及新的居民。",
    good="up",
    numerator=Aggregate(
        "participation",
        "count(distinct person_key)",
        on="held_on",
        where=is_true("is_new"),
        needs=("activity", "attendance"),
        of_people=True,
    ),
    denominator=Aggregate(
        "participation",
        "count(distinct person_key)",
        on="held_on",
        where=is_present("is_new"),
        needs=("activity", "attendance"),
        of_people=True,
    ),
    scale=100,
    decimals=1,
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=(
        "新居民占比",
        "首次参加比例",
        "新增参与者比例",
        "新参与者比例",
        "首次参与占比",
    ),
)
