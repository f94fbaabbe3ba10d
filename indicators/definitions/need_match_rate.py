"""需求匹配率：统计期最后一天所用的一版需求清单上，写明匹配资源或对接项目的需求所占的比例。

最后三个月没有报送需求清单的社区不计。
"""

from dataclasses import replace

from indicators.condition import is_present
from indicators.model import Indicator, Wording
from indicators.shared_aggregates import NEEDS_LISTED

INDICATOR = Indicator(
    label="需求匹配率",
    unit="%",
    section="清单",
    why="清单上的需求有多少接上了资源。",
    good="up",
    numerator=replace(NEEDS_LISTED, where=is_present("matched_with")),
    denominator=NEEDS_LISTED,
    scale=100,
    decimals=1,
    owner="清单台账员",
    checked_by="社工督导",
    reviewed="2026-11-27",
    version=2,
    aliases=("需求对接率", "供需匹配率", "供需对接率", "资源匹配率"),
    wordings=(Wording(nouns="匹配率 对接率", topics="需求 供需 资源 清单"),),
)
