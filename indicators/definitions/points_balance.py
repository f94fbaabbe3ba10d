"""积分余额：截至统计期最后一天，记的分减去兑换的分。

按社区的积分规则台账记分，用当天有效的规则：志愿服务看计入的小时，一笔捐赠算一份，参加活动、议事会看签到，反映问题看服务工单；
没有规则的社区、项目和日子不记分，没有报送的台账那一项没有记上。
余额的变动会说出几个人的捐赠的日子，余额隐藏。
没有姓名的、单位捐赠的不记分。兑换了的减去；没有姓名的兑换不知道是谁的，也从合计里减去。
"""

from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="积分余额",
    unit="分",
    section="积分",
    why="还有多少积分可以兑换，要备多少奖品。",
    good="none",
    numerator=Aggregate(
        "points_movement",
        "sum(change_points)",
        on="moved_on",
        span="to_date",
        needs=("points_rule", "volunteer_service"),
    ),
    decimals=1,
    multiple_of="points_entries_to_date",
    phrase="积分余额{n}",
    version=3,
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("剩余积分", "未兑换积分", "结余积分"),
)
