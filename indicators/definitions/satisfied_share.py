"""各题满意率（按评分计）：统计期内得分达到满分八成及以上的评分占全部评分的比例，各种分制可以合看。

一份问卷对一个问题的评分算一次，所有问题都计，所以分母是评分的个数，不是问卷的份数；附95%威尔逊区间。一份问卷答了几个问题时各评分并不独立，
区间会偏窄，要下结论请看“总体满意率”或按问题拆开看；文稿里的“满意度”按“总体满意率”核对。
"""

from indicators.condition import is_true
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="各题满意率（按评分计）",
    unit="%",
    section="满意度",
    why="不同分制的问卷可以放在一起比较的唯一办法。",
    good="up",
    numerator=Aggregate("satisfaction", "count(*)", on="surveyed_on", where=is_true("is_satisfied"), of_people=True),
    denominator=Aggregate("satisfaction", "count(*)", on="surveyed_on", of_people=True),
    scale=100,
    decimals=1,
    interval="wilson",
    multiple_of="satisfaction_answers",
    owner="满意度调查员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("各题满意率", "各题满意度", "分项满意率", "分项满意度"),
)
