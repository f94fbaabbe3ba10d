"""点单完成率：统计期内点的单中，已经完成的比例；完成得晚于统计期的也算完成。

取消的单留在分母里。统计期刚过时最后几天点的单多半还没有完成，过一段时间再看会高一些。
"""

from dataclasses import replace

from indicators.condition import is_present
from indicators.model import Indicator, Wording
from indicators.shared_aggregates import ORDERS_PLACED

INDICATOR = Indicator(
    label="点单完成率",
    unit="%",
    section="四单",
    why="点的单有多少办成了。",
    good="up",
    numerator=replace(ORDERS_PLACED, where=is_present("completed_on")),
    denominator=ORDERS_PLACED,
    scale=100,
    decimals=1,
    owner="点单台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=("服务单完成率", "订单完成率", "四单完成率", "点单办结率", "四单办结率"),
    wordings=(
        Wording(nouns="完成率 办结率", topics="点单 四单 接单 派单 服务单"),
        Wording(verbs="完成 办结", topics="点单 服务单", units="%"),
    ),
)
