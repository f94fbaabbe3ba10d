"""求助需要数：登记日期落在统计期内的救助需要项数，一户的一项需要一行。

一户有几项需要算几项，所以不是户数。
"""

from indicators.model import Indicator
from indicators.shared_aggregates import RELIEF_NEEDS

INDICATOR = Indicator(
    label="求助需要数",
    unit="项",
    section="帮扶",
    why="困难家庭有多少事等着帮。",
    good="none",
    numerator=RELIEF_NEEDS,
    phrase="登记救助需要{n}",
    owner="帮扶台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("救助需要", "救助需求", "困难家庭需求", "求助需求"),
)
