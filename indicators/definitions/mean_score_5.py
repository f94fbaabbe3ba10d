"""平均分（5分制）：统计期内5分制评分的合计除以评分次数。

只计5分制的评分，其他分制不折算；一份问卷对一个问题的评分算一次，所有问题都计。
"""

from indicators.condition import equals
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="平均分（5分制）",
    unit="分",
    section="满意度",
    why="保留原来的分制，与问卷原件对得上。",
    good="up",
    numerator=Aggregate("satisfaction", "sum(score)", on="surveyed_on", where=equals("scale", 5)),
    denominator=Aggregate("satisfaction", "count(*)", on="surveyed_on", where=equals("scale", 5), of_people=True),
    decimals=2,
    multiple_of="satisfaction_answers",
    owner="满意度调查员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "满意度平均分",
        "满意度得分",
        "满意度评分",
        "平均得分",
        "五分制平均分",
        "五分制得分",
    ),
)
