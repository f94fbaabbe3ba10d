"""星级志愿者：一年里积分达到星级评定门槛的不同的人，达到的那一天落在统计期内。

按社区的积分规则台账记分，用当天有效的规则：志愿服务看计入的小时，一笔捐赠算一份，参加活动、议事会看签到，反映问题看服务工单；
没有规则的社区、项目和日子不记分，没有报送的台账那一项没有记上。
没有姓名的、单位捐赠的不记分。一个人一年只算一次；兑换不影响评定。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="星级志愿者",
    unit="人",
    section="积分",
    why="有多少人可以参加星级评定。",
    good="up",
    numerator=Aggregate(
        "star_volunteer",
        "count(distinct person_key)",
        on="reached_on",
        needs=("points_rule.star_points", "volunteer_service"),
        of_people=True,
    ),
    phrase="达到星级门槛的志愿者{n}",
    version=3,
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-27",
    aliases=("星级志愿者人数", "评定星级志愿者", "达到星级门槛"),
    wordings=(Wording(nouns="星级志愿者", units="人 名 位"),),
)
