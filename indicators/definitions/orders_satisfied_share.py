"""评单满意率：评单日期落在统计期内、居民评了分的服务单中，评分达到满分八成（5分制的4分）以上的比例。

没有评单的不在分母里；没有写评单日期的按完成日期。
"""

from indicators.condition import is_true
from indicators.model import Aggregate, Indicator, Wording
from indicators.shared_aggregates import ORDERS_RATED

INDICATOR = Indicator(
    label="评单满意率",
    unit="%",
    section="四单",
    why="办成的单，居民是否满意。",
    good="up",
    numerator=Aggregate("service_order", "count(*)", on="judged_on", where=is_true("is_satisfied"), of_people=True),
    denominator=ORDERS_RATED,
    scale=100,
    decimals=1,
    interval="wilson",
    owner="点单台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("点单满意率", "评单满意度", "好评率", "服务单满意率", "订单满意率"),
    wordings=(Wording(nouns="满意率 满意度 好评率", topics="点单 四单 评单 接单 派单 服务单"),),
)
