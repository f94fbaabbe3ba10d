"""接单数：接单时间落在统计期内的服务单数，点单早于统计期的也计。"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import ORDERS_ACCEPTED

INDICATOR = Indicator(
    label="接单数",
    unit="单",
    section="四单",
    why="有多少单有人接。",
    good="up",
    numerator=ORDERS_ACCEPTED,
    phrase="接单{n}",
    owner="点单台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=("团队接单", "志愿者接单", "接单量", "承接服务单"),
    wordings=(
        Wording(nouns="接单", units="单 件 个 笔 次 份"),
        Wording(verbs="接单 承接 认领", topics="点单 四单 订单 服务单", units="单 件 个 笔 次 份"),
    ),
)
