"""工单满意率：统计期内办结、居民作了评价的工单中，评价为满意的比例。

“一般”和“不满意”都不算满意；没有回访或没有评价的不在分母里。
"""

from indicators.condition import equals, is_in
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="工单满意率",
    unit="%",
    section="工单",
    why="诉求办完，居民是否满意。",
    good="up",
    numerator=Aggregate(
        "service_request", "count(*)", on="finished_on", where=equals("rating", "满意"), of_people=True
    ),
    denominator=Aggregate(
        "service_request",
        "count(*)",
        on="finished_on",
        where=is_in("rating", ("满意", "一般", "不满意")),
        of_people=True,
    ),
    scale=100,
    decimals=1,
    interval="wilson",
    owner="网格办",
    checked_by="街道办业务科室",
    reviewed="2026-11-25",
    version=2,
    aliases=("诉求满意率", "工单满意度", "办理满意率", "回访满意率"),
    wordings=(Wording(nouns="满意率 满意度", topics="诉求 工单 热线 12345"),),
)
