"""捐赠和参与记分次数：统计期内捐赠、参加活动和议事会、反映问题按积分规则记分的次数。

一笔捐赠、一次签到、一件工单算一次；志愿服务按小时记分，不在内。没有姓名的、单位捐赠的不记分，也不算。
"""

from etl.records.points_rule import SERVICE
from indicators.condition import all_of, is_not, is_present
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    rules=("points_rule",),  # how many points a rule gives does not bear on how often it is applied
    label="捐赠和参与记分次数",
    unit="次",
    section="积分",
    why="积分多是少数人的，还是许多次参与攒下的。",
    good="up",
    numerator=Aggregate(
        "points_movement",
        "count(*)",
        on="moved_on",
        where=all_of(is_present("earned_points"), is_not("item", SERVICE)),
        needs=("points_rule",),
        of_people=True,
    ),
    phrase="按规则记分的捐赠和参与{n}",
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-27",
    aliases=("记分次数", "记分的次数"),
    wordings=(Wording(topics="记分", nouns="参与", units="次"),),
)
