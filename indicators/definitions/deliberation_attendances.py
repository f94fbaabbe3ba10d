"""议事人次：议事活动的参与人次合计，同一人参加两场算两人次。

议事活动的范围同“议事场次”，人次的算法同“参与人次”。
"""

from dataclasses import replace

from indicators.condition import contains
from indicators.model import Indicator
from indicators.shared_aggregates import ATTENDANCES

INDICATOR = Indicator(
    label="议事人次",
    unit="人次",
    section="参与",
    why="看议事有多少人到场，不只看开了几次会。",
    good="up",
    numerator=replace(ATTENDANCES, where=contains("method", "title", "议事")),
    phrase="议事参与{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "参与议事人次",
        "协商议事人次",
        "议事会人次",
        "议事参与人次",
        "参加议事人次",
        "议事…",
        "协商…",
        "议事…参与",
        "议事…参加",
        "协商…参与",
        "协商…参加",
        "议事会…居民",
        "协商…居民",
    ),
)
