"""问卷回收率：统计期内开始的调查，回收份数占发放份数的比例。

没有登记发放份数的调查，分子分母都不计；一个社区的一个批次算一次调查，按最早的调查日期归期。
没有写批次的，与前一份问卷相隔超过31天的算另一次；没有问卷编号的，一行算一份。
"""

from indicators.condition import is_present
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="问卷回收率",
    unit="%",
    section="满意度",
    why="回收率低，满意率就不能代表大家。",
    good="up",
    numerator=Aggregate(
        "survey", "sum(answered_count)", on="surveyed_on", where=is_present("invited_count"), of_people=True
    ),
    denominator=Aggregate(
        "survey", "sum(invited_count)", on="surveyed_on", where=is_present("invited_count"), of_people=True
    ),
    scale=100,
    decimals=1,
    multiple_of="satisfaction_answers",
    owner="满意度调查员",
    checked_by="社工督导",
    reviewed="2026-11-25",
    version=2,
    aliases=(
        "回收率",
        "问卷有效回收率",
        "应答率",
        "答卷率",
        "问卷…有效率",
        "问卷…回收率",
    ),
)
