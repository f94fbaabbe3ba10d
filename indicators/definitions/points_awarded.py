"""积分发放：统计期内按积分规则记的分合计。

按社区的积分规则台账记分，用当天有效的规则：志愿服务看计入的小时，一笔捐赠算一份，参加活动、议事会看签到，反映问题看服务工单；
没有规则的社区、项目和日子不记分，没有报送的台账那一项没有记上。
没有姓名的、单位捐赠的不记分。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="积分发放",
    unit="分",
    section="积分",
    why="志愿服务、捐赠和参与换来了多少认可。",
    good="up",
    numerator=Aggregate(
        "points_movement", "sum(earned_points)", on="moved_on", needs=("points_rule", "volunteer_service")
    ),
    decimals=1,
    rules=("points_rule", "points", "most_hours"),
    multiple_of="points_entries",
    phrase="发放志愿积分{n}",
    version=2,
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("发放积分", "志愿积分", "累计积分", "记分"),
    wordings=(
        Wording(nouns="积分", verbs="发放 发出 派发 记 累计 获得 积", units="分", unless="兑换"),
        Wording(verbs="储值", units="分", unless="兑换"),
    ),
)
