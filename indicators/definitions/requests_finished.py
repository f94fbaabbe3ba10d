"""办结工单：办结时间落在统计期内的服务工单件数，不论哪天受理。"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import REQUESTS_FINISHED

INDICATOR = Indicator(
    label="办结工单",
    unit="件",
    section="工单",
    why="居民的诉求办完了多少。",
    good="up",
    numerator=REQUESTS_FINISHED,
    phrase="办结居民诉求{n}",
    owner="网格办",
    checked_by="街道办业务科室",
    reviewed="2026-11-25",
    version=2,
    aliases=("办结诉求", "办结工单", "解决诉求", "办理工单", "处理工单"),
    wordings=(
        Wording(
            verbs="办结 办理 解决 处理 答复 完成",
            topics="诉求 工单 热线 来电 12345",
            units="件 条 单 个",
            unless="应办结 不予",
        ),
        Wording(
            nouns="工单 诉求 诉求件",
            verbs="办结 办理 解决 处理 答复",
            units="件 条 单 个",
            unless="应办结 受理 不予",
        ),
        Wording(verbs="按时办结 按期办结 限时办结 限期办结 超期办结", units="件 条 单 个", but="按时或超期办结的工单"),
        Wording(nouns="群众反映 居民反映", verbs="办结 办理 解决 处理", units="件 条 个"),
    ),
)
