"""活跃志愿者：统计期内至少服务过一次的不同的人，同一人只算一次；按月、按季各自去重，不能相加。

同一社区内同名视为同一人。姓名打了星号的服务不知道是谁，人数给出范围：至少是有姓名的去重人数，至多再加上全部无姓名的次数。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="活跃志愿者",
    unit="人",
    section="志愿服务",
    why="登记在册的未必出来服务，活跃人数才是能动员的力量。",
    good="up",
    numerator=Aggregate(
        "volunteer_service",
        "count(distinct person_key)",
        on="served_on",
        span="period",
        low=("count(distinct person_key)",),
        high=("count(distinct person_key)", "count(*)", "-count(person_key)"),
        of_people=True,
    ),
    phrase="参加服务的志愿者{n}",
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "志愿者出勤人数",
        "活跃志愿者人数",
        "参与服务的志愿者",
        "参加志愿服务人数",
        "服务志愿者",
        "常态化志愿者",
        "活跃志愿者",
        "参与志愿服务",
        "参加志愿服务",
        "出动志愿者",
        "组织志愿者",
        "动员志愿者",
        "发动志愿者",
        "志愿者参与",
    ),
    wordings=(
        Wording(
            nouns="大学生志愿者 青年志愿者 党员志愿者 学生志愿者 巾帼志愿者",
            verbs="参加 参与 走进 陪伴 开展 前往",
            units="人 名 位",
            unless="优秀 最美 星级",
            but="其中一类志愿者",
        ),
        Wording(
            nouns="志愿者 义工 志工", verbs="参加 参与 出动 发动 上岗 陪伴 联合 走进", unless="优秀 最美 星级 兑换 培训"
        ),
    ),
)
