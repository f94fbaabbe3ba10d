"""征集心愿数：征集日期落在统计期内的微心愿个数，一个心愿一行。

一个人许了两个心愿算两个；同一编号登记两次的，第二行在入库时拒收。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import WISHES_COLLECTED

INDICATOR = Indicator(
    label="征集心愿数",
    unit="个",
    section="帮扶",
    why="困难居民许了多少心愿。",
    good="none",
    numerator=WISHES_COLLECTED,
    phrase="征集微心愿{n}",
    owner="帮扶台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("征集微心愿", "收集微心愿", "征集心愿", "收集心愿", "微心愿征集", "登记微心愿"),
    wordings=(
        Wording(nouns="微心愿 心愿", verbs="贴出 发布 许下 登记", units="个 条 件"),
        Wording(nouns="微心愿 心愿", verbs="征集 收集 登记 许下 梳理", units="个 条 件 份"),
    ),
)
