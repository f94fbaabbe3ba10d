"""总体满意率：对“总体满意度”一问，得分达到满分八成及以上的评分占比，一份问卷只算一次。

没有写明问题的单题问卷视为总体满意度；没有问总体满意度的调查不计；附95%威尔逊区间。
"""

from indicators.condition import all_of, equals_or_missing, is_true
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="总体满意率",
    unit="%",
    section="满意度",
    why="一人一票，区间可信，适合写进申报材料。",
    good="up",
    numerator=Aggregate(
        "satisfaction",
        "count(*)",
        on="surveyed_on",
        where=all_of(is_true("is_satisfied"), equals_or_missing("dimension", "总体满意度")),
        of_people=True,
    ),
    denominator=Aggregate(
        "satisfaction",
        "count(*)",
        on="surveyed_on",
        where=equals_or_missing("dimension", "总体满意度"),
        of_people=True,
    ),
    scale=100,
    decimals=1,
    interval="wilson",
    multiple_of="satisfaction_answers",
    owner="满意度调查员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "满意度",
        "满意率",
        "服务满意度",
        "居民满意度",
        "群众满意度",
        "居民满意率",
        "群众满意率",
        "服务对象满意度",
        "服务对象满意率",
        "村民满意度",
        "参与者满意度",
        "满意比例",
        "满意度达",
        "满意及以上",
        "总体满意度",
        "整体满意度",
        "综合满意度",
        "总体满意比例",
        "整体满意率",
        "综合满意率",
        "总满意度",
        "总满意率",
    ),
    wordings=(
        Wording(nouns="满意率 满意度 好评率"),
        Wording(nouns="满意 比较满意", verbs="占 表示", units="%", unless="不满意 非常满意 不太满意"),
    ),
)
