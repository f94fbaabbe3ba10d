"""点亮心愿数：点亮日期落在统计期内的微心愿个数。

只认领了还没有送到的不计；是心愿的个数，不是人数，一个人的两个心愿都点亮算两个。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import WISHES_FULFILLED

INDICATOR = Indicator(
    label="点亮心愿数",
    unit="个",
    section="帮扶",
    why="许下的心愿实现了多少。",
    good="up",
    numerator=WISHES_FULFILLED,
    phrase="点亮微心愿{n}",
    owner="帮扶台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=("点亮微心愿", "实现微心愿", "圆梦微心愿", "完成微心愿", "点亮心愿", "实现心愿"),
    wordings=(
        Wording(nouns="微心愿 心愿", verbs="点亮 实现 圆梦 完成 达成", units="个 条 件 份"),
        Wording(verbs="圆梦 达成 点亮 实现", topics="微心愿 心愿", units="个 条 件 份"),
        Wording(nouns="微心愿 心愿", units="个 条 件 份", but="没有写明是征集的还是实现的"),
        Wording(verbs="认领", topics="微心愿 心愿", units="个 条 件 份", but="认领的心愿，不一定已经实现"),
    ),
)
