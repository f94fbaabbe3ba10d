"""参与人数（去重）：统计期内至少参加过一场活动的不同的人，同一人只算一次；按月、按季各自去重，不能相加。

凭签到姓名去重，同一社区内同名视为同一人。没有签到或姓名打了星号的人次不知道是谁，人数就只能给出范围：
至少是签到去重人数与单场无签到人次最大值中较大的一个，至多是签到去重人数加上全部无签到人次。取值用“至少”。
"""

from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="参与人数",
    unit="人",
    section="参与",
    why="看活动触及了多少居民，而不是同一批人来了多少次。",
    good="up",
    numerator=Aggregate(
        "participation",
        "count(distinct person_key)",
        on="held_on",
        low=("count(distinct person_key)", "max(unknown_heads)"),
        high=("count(distinct person_key)", "sum(unknown_heads)"),
        of_people=True,
    ),
    phrase="参与居民{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "参与活动的人数",
        "参加活动的人数",
        "参与居民",
        "参加人数",
        "活动参与人数",
        "村民参与人数",
        "居民参与人数",
        "服务人数",
        "受益人数",
        "参与群众",
        "参与者人数",
        "服务居民",
        "参与者",
        "直接受益",
        "受益居民",
        "受益群众",
        "服务群众",
        "惠及居民",
        "惠及群众",
        "惠及人数",
        "参与村民",
        "居民参与",
        "群众参与",
    ),
)
