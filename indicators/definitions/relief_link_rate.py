"""资源接到率：截至统计期最后一天，累计接到资源的需要占累计求助需要的比例。

只看截止日，与统计期从哪天开始无关，所以不会超过100%。最后三个月没有报送困难救助台账的社区不计。
"""

from dataclasses import replace

from indicators.model import Indicator
from indicators.shared_aggregates import RELIEF_LINKED, RELIEF_NEEDS

INDICATOR = Indicator(
    label="资源接到率",
    unit="%",
    section="帮扶",
    why="登记的需要有多少接到了资源。",
    good="up",
    numerator=replace(RELIEF_LINKED, span="to_date", is_current=True),
    denominator=replace(RELIEF_NEEDS, span="to_date", is_current=True),
    scale=100,
    decimals=1,
    owner="帮扶台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=("资源链接率", "救助需求链接率", "需要接到率"),
)
