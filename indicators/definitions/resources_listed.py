"""资源数：统计期最后一天所用的一版资源清单上，有多少项资源。

一版清单从它的季度第一天用到下一版；是时点数，各期不能相加。最后三个月没有报送资源清单的社区不计。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="资源数",
    unit="项",
    section="清单",
    why="手上有多少资源可以用。",
    good="up",
    numerator=Aggregate(
        "listed_resource", "count(*)", on="version_on", span="state", until="until_on", is_current=True
    ),
    phrase="资源清单{n}",
    owner="清单台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("资源清单", "社区资源数", "可用资源", "资源库资源", "梳理资源清单", "链接资源"),
    wordings=(
        Wording(
            nouns="资源清单 资源",
            verbs="梳理 摸清 摸排 整合 链接 匹配 列出 收集 入库 盘活 签约",
            units="项 条 个 处",
            unless="万元 资金 元 物资 人力资源",
        ),
        Wording(nouns="资源清单", units="项 条 个"),
    ),
)
