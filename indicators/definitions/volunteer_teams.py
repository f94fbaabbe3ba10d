"""志愿服务队：统计期内有服务记录的不同的服务队的个数。

没有写服务队的服务不计；两个社区同名的队算两支。
"""

from indicators.condition import is_present
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="志愿服务队",
    unit="支",
    section="志愿服务",
    why="看志愿服务的组织化程度。",
    good="up",
    numerator=Aggregate(
        "volunteer_service",
        "count(distinct (community, team))",
        on="served_on",
        where=is_present("team"),
    ),
    phrase="有志愿服务队{n}",
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    version=2,
    aliases=(
        "志愿服务队伍",
        "志愿队伍",
        "服务队",
        "志愿者服务队",
        "志愿团队",
        "志愿服务团队",
        "志愿队",
        "队伍",
        "志愿服务分队",
        "志愿者队伍数",
    ),
    wordings=(
        Wording(
            nouns="志愿服务队 服务队 志愿服务队伍 队伍 志愿服务团队 志愿团队 志愿服务组织 志愿服务团体 志愿团体 公益团队 志愿队 义工队 志工队 分队 总队 突击队 专项队伍 帮帮团",
            units="支 个 大",
            unless="孵化 基金 议事 文体 合唱 舞蹈 兴趣 文化团 健身 优秀 最佳 十佳 先进 表彰",
        ),
        Wording(
            verbs="组建 成立 下设 创建",
            units="支",
            unless="孵化 基金 议事 文体 合唱 舞蹈 兴趣 文化团 健身 优秀 最佳 十佳 先进 表彰",
        ),
    ),
)
