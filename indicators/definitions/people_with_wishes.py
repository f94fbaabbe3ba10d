"""点亮心愿的人数：统计期内有心愿点亮的不同的人，一个人的几个心愿只算一人。

同一社区内同名视为同一人。没有姓名或姓名打了星号的不知道是谁，人数给出范围：至少是有姓名的去重人数，至多再加上全部无姓名的。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="点亮心愿的人数",
    unit="人",
    section="帮扶",
    why="有多少困难居民得到了回应，人数不是心愿数。",
    good="up",
    numerator=Aggregate(
        "wish",
        "count(distinct person_key)",
        on="fulfilled_on",
        low=("count(distinct person_key)",),
        high=("count(distinct person_key)", "count(*)", "-count(person_key)"),
        of_people=True,
    ),
    phrase="为{n}点亮微心愿",
    owner="帮扶台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=("点亮微心愿人数", "圆梦人数", "微心愿…困难群众", "困难群众…微心愿", "困难群众…点亮"),
    wordings=(
        Wording(nouns="困难群众 群众 居民 老人 儿童 困难居民", topics="如愿行动 微心愿 心愿", units="名 人 位"),
        Wording(nouns="困难群众 群众 居民 老人 儿童 困难居民", verbs="点亮 圆梦 实现心愿", units="名 人 位"),
    ),
)
