"""结案率：截至统计期最后一天，累计结案数占累计接案数的比例。

只看截止日，与统计期从哪天开始无关，所以不会超过100%。
"""

from dataclasses import replace

from indicators.model import Indicator
from indicators.shared_aggregates import CASES_CLOSED, CASES_OPENED

INDICATOR = Indicator(
    label="结案率",
    unit="%",
    section="个案",
    why="接进来的个案有多少走完了全程。",
    good="up",
    numerator=replace(CASES_CLOSED, span="to_date"),
    denominator=replace(CASES_OPENED, span="to_date"),
    scale=100,
    decimals=1,
    owner="个案社工",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "个案结案率",
        "结案比例",
        "个案办结率",
        "个案…办结率",
    ),
)
