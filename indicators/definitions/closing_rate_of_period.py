"""本期结案率：统计期内结案的个案占期初在办和统计期内接案的个案的比例。

分母是统计期内任何一天还在办的个案，也就是期初在办加当期接案；分子同“结案数”。转介、终止写了日期的也算结案。
"""

from indicators.model import Indicator
from indicators.shared_aggregates import CASES_CLOSED, CASES_IN_HAND

INDICATOR = Indicator(
    label="本期结案率",
    unit="%",
    section="个案",
    why="这段时间手上的个案办结了多少，不受台账长短影响。",
    good="up",
    numerator=CASES_CLOSED,
    denominator=CASES_IN_HAND,
    scale=100,
    decimals=1,
    owner="个案社工",
    checked_by="社工督导",
    reviewed="2026-11-25",
    version=2,
    aliases=("当期结案率", "期内结案率", "本年结案率"),
)
