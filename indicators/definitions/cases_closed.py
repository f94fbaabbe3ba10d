"""结案数：结案日期落在统计期内的个案数，接案早于统计期的也计。

凡写了结案日期的都算结案，转介、终止（中途退出）也在内；终止而没有写日期的一直算在办。重新打开的个案用新编号另立一例。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import CASES_CLOSED

INDICATOR = Indicator(
    label="结案数",
    unit="例",
    section="个案",
    why="看个案服务完成了多少。",
    good="up",
    numerator=CASES_CLOSED,
    phrase="结案{n}",
    owner="个案社工",
    checked_by="社工督导",
    reviewed="2026-11-22",
    version=2,
    aliases=(
        "结案",
        "结案个案",
        "办结个案",
        "结案例数",
        "成功结案",
        "个案…办结",
    ),
    wordings=(
        Wording(nouns="个案", verbs="完成", units="个 例 宗 件 名 起", unless="评估 档案"),
        Wording(verbs="结案", units="个 例 宗 件 名 起"),
        Wording(
            verbs="天内结案 日内结案 个月内结案 天内办结", units="个 例 宗 件 名 起", but="其中在这些天内结案的个案"
        ),
    ),
)
