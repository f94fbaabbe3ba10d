"""90天内结案占比：统计期内结案的个案中，从接案到结案不超过90天的比例。

只看已结案的，仍在办的不计。
"""

from dataclasses import replace

from indicators.condition import at_most
from indicators.model import Indicator
from indicators.shared_aggregates import CASES_CLOSED

INDICATOR = Indicator(
    label="90天内结案占比",
    unit="%",
    section="个案",
    why="看个案能否及时办结。",
    good="up",
    numerator=replace(CASES_CLOSED, where=at_most("days_to_close", 90)),
    denominator=CASES_CLOSED,
    scale=100,
    decimals=1,
    owner="个案社工",
    checked_by="社工督导",
    reviewed="2026-11-22",
    version=2,
    aliases=(
        "90天结案率",
        "三个月内结案率",
        "及时结案率",
        "90日内结案率",
        "90天内结案",
        "90日内结案",
        "三个月内结案",
    ),
)
