"""双补贴帮助户数：统计期内用双补贴下过单的不同的户，一户下几单只算一户。

按户主计户，同一社区内户主同名视为同一户。没有户主姓名或打了星号的不知道是哪一户，户数给出范围。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="双补贴帮助户数",
    unit="户",
    section="帮扶",
    why="有多少困难家庭用上了优惠。",
    good="up",
    numerator=Aggregate(
        "household_help",
        "count(distinct household_key)",
        on="ordered_on",
        low=("count(distinct household_key)",),
        high=("count(distinct household_key)", "count(*)", "-count(household_key)"),
        of_people=True,
    ),
    phrase="双补贴帮助困难家庭{n}",
    owner="帮扶台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("双补贴户数", "帮助困难户", "双补贴…户", "双补贴…困难群众", "补贴…困难群众", "爱心到家…困难群众"),
    wordings=(Wording(nouns="困难群众 困难家庭 家庭 困难户", topics="双补贴 爱心到家 爱心清单 补贴", units="户"),),
)
