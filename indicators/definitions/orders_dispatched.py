"""派单数：派单时间落在统计期内的服务单数，点单早于统计期的也计。"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="派单数",
    unit="单",
    section="四单",
    why="点的单派下去了多少。",
    good="none",
    numerator=Aggregate("service_order", "count(*)", on="dispatched_on", of_people=True),
    phrase="派单{n}",
    owner="点单台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=("社区派单", "站点派单", "派单量", "派发服务单"),
    wordings=(
        Wording(verbs="派单 派发", topics="点单 四单 订单 服务单", units="单 件 个 笔 次 份"),
        Wording(nouns="派单", units="单"),
    ),
)
