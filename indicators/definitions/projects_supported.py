"""支持的项目：统计期内用过的各版项目清单上，状态不是“未支持”的服务项目数，同一社区同一名称的项目只算一个。

项目连着几版都在清单上，只算一个；没有写状态的算支持。一版清单从它的季度第一天用到下一版。各期不能相加。
"""

from indicators.condition import is_not
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="支持的项目",
    unit="个",
    section="清单",
    why="社区支持做成了多少个服务项目。",
    good="up",
    numerator=Aggregate(
        "listed_project",
        "count(distinct (community, title))",
        on="version_on",
        where=is_not("status", "未支持"),
        span="any_day",
        until="last_on",
    ),
    phrase="支持服务项目{n}",
    owner="清单台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    measures="个 项",
    aliases=("支持项目", "支持服务项目", "社会组织项目", "实施项目", "服务项目数", "服务项目", "公益项目"),
    wordings=(
        Wording(
            nouns="服务项目 公益项目 微公益项目 公益微项目 微项目 公益服务项目 项目",
            verbs="支持 设立 用于 投向 签约 中标 通过验收 结项 开展 实施 立项 资助 孵化 培育 发起 形成 落地 扶持",
            units="个 项",
            unless="资金 万元 议题 建设项目 工程 大病 投资 志愿服务项目",
        ),
        Wording(verbs="资助 支持 扶持", topics="项目", units="个 项", unless="资金 万元"),
        Wording(nouns="项目", verbs="申报 征集 收到", units="个 项", but="申报的项目，未必得到支持"),
        Wording(nouns="志愿服务项目 志愿项目", units="个 项", but="志愿服务的项目，只是支持的项目的一部分"),
    ),
)
