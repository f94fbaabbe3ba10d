"""增收人数：登记日期落在统计期内、参加项目后的年收入比参加前多的不同的人，本人申报的和入户核定的都算。

一人登记几次只算一人，同一社区内同名视为同一人；收入存到百元，增加不到百元的看不出来。没有姓名或姓名打了星号的不知道是谁，
人数给出范围。说明的是收入增加了的人，不说明是项目带来的。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="增收人数",
    unit="人",
    section="帮扶",
    why="产业项目有没有让村民多挣到钱。",
    good="up",
    numerator=Aggregate(
        "income_change",
        "count(distinct gainer_key)",
        on="measured_on",
        low=("count(distinct gainer_key)",),
        high=("count(distinct gainer_key)", "count(unnamed_gain)"),
        of_people=True,
    ),
    phrase="带动{n}增收",
    owner="帮扶台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("带动增收人数", "增收村民", "增收居民", "增收致富"),
    wordings=(
        Wording(
            nouns="村民 农户 居民 群众 妇女 困难群众 残疾人 脱贫户 劳动力 人",
            verbs="增收 创收 致富 创富 增加收入 增收致富",
            units="人 名 位",
            unless="户均 人均 就业岗位",
        ),
    ),
)
