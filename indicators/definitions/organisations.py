"""社区社会组织：统计期最后一天已经成立、还没有注销的社会组织个数，登记和备案的都算。

按名称计，同一名称登记两次的第二行在入库时拒收。是时点数，各期不能相加；不看由谁培育，所以与“培育的社会组织”范围不同。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="社区社会组织",
    unit="个",
    section="五社力量",
    why="社区里有多少组织起来的力量。",
    good="up",
    numerator=Aggregate("social_organisation", "count(*)", on="founded_on", span="state", until="ended_on"),
    phrase="有社区社会组织{n}",
    owner="社会组织台账员",
    checked_by="街道社工站负责人",
    reviewed="2026-11-26",
    measures="个 家 支",
    aliases=("社会组织", "社会组织数量", "社区组织", "社会组织总数", "现有社会组织"),
    wordings=(
        Wording(
            nouns="社会组织 社区社会组织 社工机构 社会工作机构 社会工作服务机构 自组织 群众性社团 社团",
            units="家 个 支",
            unless="社会组织项目 培育 孵化 入驻",
        ),
    ),
)
