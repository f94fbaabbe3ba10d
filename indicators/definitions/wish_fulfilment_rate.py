"""心愿点亮率：截至统计期最后一天，累计点亮心愿数占累计征集心愿数的比例。

只看截止日，与统计期从哪天开始无关，所以不会超过100%。最后三个月没有报送微心愿台账的社区不计。
"""

from dataclasses import replace

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import WISHES_COLLECTED, WISHES_FULFILLED

INDICATOR = Indicator(
    label="心愿点亮率",
    unit="%",
    section="帮扶",
    why="许下的心愿有多少实现了。",
    good="up",
    numerator=replace(WISHES_FULFILLED, span="to_date", is_current=True),
    denominator=replace(WISHES_COLLECTED, span="to_date", is_current=True),
    scale=100,
    decimals=1,
    owner="帮扶台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=("微心愿点亮率", "微心愿完成率", "心愿实现率", "微心愿实现率", "圆梦率"),
    wordings=(Wording(verbs="实现 兑现 圆梦 点亮 完成", topics="心愿", units="%"),),
)
