"""按时办结率：统计期内办结、又写明办理期限的工单中，不晚于期限办结的比例。

没有写明期限的不在分母里；到期还没有办结的工单也不在分母里，要看“受理工单”和“办结工单”。
"""

from indicators.condition import is_present, is_true
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="按时办结率",
    unit="%",
    section="工单",
    why="诉求是否在承诺的时间里办完。",
    good="up",
    numerator=Aggregate("service_request", "count(*)", on="finished_on", where=is_true("is_on_time"), of_people=True),
    denominator=Aggregate(
        "service_request", "count(*)", on="finished_on", where=is_present("is_on_time"), of_people=True
    ),
    scale=100,
    decimals=1,
    owner="网格办",
    checked_by="街道办业务科室",
    reviewed="2026-11-25",
    version=2,
    aliases=("及时办结率", "按期办结率", "工单按时办结率", "限时办结率"),
    wordings=(
        Wording(verbs="按时办结 按期办结 限时办结 如期办结 及时办结", topics="工单 诉求 热线 12345 接诉即办 投诉"),
    ),
)
