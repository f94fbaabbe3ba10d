"""领到物资的人数：统计期内领过物资的不同的人，一人领几次、领几种只算一人，所以不是人次。

同一社区内同名视为同一人；发给单位的不计。没有登记领取人或姓名打了星号的不知道是谁，人数给出范围：至少是有姓名的去重人数，
至多再加上这些行的受益人数（没有写受益人数的，名称里写明几人的按它算，否则一行按1人）。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="领到物资的人数",
    unit="人",
    section="资金",
    why="物资到了多少人手里。",
    good="up",
    numerator=Aggregate(
        "distribution",
        "count(distinct person_given_key)",
        on="given_on",
        low=("count(distinct person_given_key)",),
        high=("count(distinct person_given_key)", "sum(unnamed_people)"),
        of_people=True,
    ),
    version=2,
    phrase="为{n}送上物资",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-26",
    aliases=("领取物资人数", "物资受益人数", "领到物资"),
    wordings=(
        Wording(
            verbs="发放 派发 领取 送上 送去 帮扶 提供 配送",
            topics="物资 药品 礼包 温暖包 爱心包 暖心包 年货 慰问品 生活用品 米面油",
            units="人 名 位",
            unless="志愿者 捐款 慰问金 元 服务队 走访",
        ),
    ),
)
