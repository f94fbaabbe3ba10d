"""点单数：点单时间落在统计期内的服务单数，一张服务单一行。

取消的也算点过；同一单号登记两次的，第二行在入库时拒收。是单数，不是人数，一个人点几次算几单。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import ORDERS_PLACED

INDICATOR = Indicator(
    label="点单数",
    unit="单",
    section="四单",
    why="居民点了多少单，需要什么由居民说。",
    good="none",
    numerator=ORDERS_PLACED,
    phrase="居民点单{n}",
    owner="点单台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("居民点单", "群众点单", "点单量", "点单总数", "服务单数", "服务订单", "点单"),
    wordings=(
        Wording(
            nouns="点单 订单 服务单 下单",
            verbs="点单 下单 收到 受理 提交 征集",
            units="单 件 个 笔 次 份 人次",
            unless="接单 派单 完成订单 完成点单 办结 双补贴 商品 物资 销售 电商",
        ),
    ),
)
