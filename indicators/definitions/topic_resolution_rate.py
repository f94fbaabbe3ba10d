"""议题落实率：截至统计期最后一天，累计解决议题数占累计议题数的比例。

只看截止日，与统计期从哪天开始无关，所以不会超过100%。怎样才算解决，见“解决议题数”。
最后三个月没有报送议题台账的社区不计。
"""

from dataclasses import replace

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import TOPICS_RAISED, TOPICS_RESOLVED

INDICATOR = Indicator(
    label="议题落实率",
    unit="%",
    section="协商",
    why="提出来的事有多少办成了。",
    good="up",
    numerator=replace(TOPICS_RESOLVED, span="to_date", is_current=True),
    denominator=replace(TOPICS_RAISED, span="to_date", is_current=True),
    scale=100,
    decimals=1,
    owner="议事台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=("议题解决率", "议题办结率", "落实率", "议题完成率", "议题…落实率", "议题…解决率"),
    wordings=(
        Wording(nouns="落实率 解决率 办结率", topics="议题 议事会 协商"),
        Wording(verbs="落实 解决 办结", topics="议题", units="%"),
    ),
)
