"""完成单数：完成时间落在统计期内的服务单数，点单早于统计期的也计。

没有写完成时间的不计，哪怕已经评了单，入库时有提示。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="完成单数",
    unit="单",
    section="四单",
    why="居民点的单办成了多少。",
    good="up",
    numerator=Aggregate("service_order", "count(*)", on="completed_on", of_people=True),
    phrase="完成服务单{n}",
    owner="点单台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=("完成点单", "完成服务单", "完成订单", "办结点单", "完成单量", "点单完成数"),
    wordings=(
        Wording(
            verbs="完成 办结", topics="点单 四单 接单 派单 服务单", units="单 件 个 笔 份", unless="诉求 工单 热线 心愿"
        ),
        Wording(
            nouns="订单 服务单 点单",
            verbs="完成 办结",
            units="单 件 个 笔 份",
            unless="双补贴 商品 电商 销售 在线上完成",
        ),
        Wording(nouns="完成", units="单", unless="诉求 工单 热线 心愿"),
    ),
)
