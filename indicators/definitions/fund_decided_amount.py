"""决议金额：统计期内管理委员会通过的决议定下的金额合计（元）。

没有通过的、暂缓的不计；没有写金额的决议按没有金额计。定下的不等于花出去的，花出去的看“支出金额”。
"""

from indicators.condition import all_of, is_true
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="决议金额",
    unit="元",
    section="资金",
    why="定下要花多少，与支出对照着看。",
    good="none",
    numerator=Aggregate(
        "fund_decision",
        "sum(amount_yuan)",
        on="decided_on",
        where=all_of(is_true("is_passed"), is_true("is_of_committee")),
    ),
    decimals=2,
    phrase="决议安排资金{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-26",
    aliases=("决议资金", "议定金额", "决议安排资金"),
    wordings=(Wording(nouns="资金 善款 金额", verbs="议定 决议 审批", topics="管委会 管理委员会"),),
)
