"""问卷回收份数：统计期内满意度调查收回的问卷份数。

同一社区、同一批次、同一天、同一问卷编号的几行是一份问卷；没有问卷编号的，一行算一份。
"""

from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="问卷回收份数",
    unit="份",
    section="满意度",
    why="样本多少决定满意率有多可信。",
    good="up",
    numerator=Aggregate("satisfaction", "count(distinct (community, answer_key))", on="surveyed_on", of_people=True),
    phrase="回收问卷{n}",
    owner="满意度调查员",
    checked_by="社工督导",
    reviewed="2026-11-27",
    version=2,
    aliases=(
        "回收问卷",
        "有效问卷",
        "问卷份数",
        "答卷",
        "回收份数",
        "样本量",
        "收回问卷",
        "调查问卷",
        "满意度问卷",
        "问卷",
        "问卷…回收",
        "问卷…收回",
        "问卷…有效",
    ),
)
