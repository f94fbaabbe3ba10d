"""累计结案率：截至统计期最后一天，累计结案数占累计接案数的比例。

只看截止日，与统计期从哪天开始无关，所以不会超过100%；台账越长越接近100%，看一段时间办得怎样请用“本期结案率”。
转介、终止写了日期的也算结案。最后三个月没有报送个案台账的社区不计。
"""

from dataclasses import replace

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import CASES_CLOSED, CASES_OPENED

INDICATOR = Indicator(
    label="累计结案率",
    unit="%",
    section="个案",
    why="接进来的个案有多少走完了全程。",
    good="up",
    numerator=replace(CASES_CLOSED, span="to_date", is_current=True),
    denominator=replace(CASES_OPENED, span="to_date", is_current=True),
    scale=100,
    decimals=1,
    owner="个案社工",
    checked_by="社工督导",
    reviewed="2026-11-25",
    version=3,
    aliases=(
        "结案率",
        "个案结案率",
        "结案比例",
        "个案办结率",
        "个案…办结率",
    ),
    wordings=(Wording(verbs="结案", topics="个案 接案 立案", units="%", unless="天内 日内 个月内"),),
)
