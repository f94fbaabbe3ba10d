"""培育的社会组织：统计期最后一天还在的社会组织里，写明由谁培育的个数。

没有写培育单位的不计，所以不超过“社区社会组织”。是时点数，各期不能相加。
"""

from indicators.condition import is_present
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="培育的社会组织",
    unit="个",
    section="五社力量",
    why="枢纽组织带起了多少新的力量。",
    good="up",
    numerator=Aggregate(
        "social_organisation",
        "count(*)",
        on="founded_on",
        where=is_present("incubator"),
        span="state",
        until="ended_on",
    ),
    phrase="培育社区社会组织{n}",
    owner="社会组织台账员",
    checked_by="街道社工站负责人",
    reviewed="2026-11-26",
    version=2,
    measures="个 家 支",
    aliases=("培育社会组织", "孵化社会组织", "培育社区社会组织", "培育发展社会组织", "社会组织…培育"),
    wordings=(Wording(nouns="社会组织 社区社会组织 社团 自组织", verbs="培育 孵化 培育发展 入驻", units="家 个"),),
)
