"""需求数：统计期最后一天所用的一版需求清单上，有多少项需求。

一版清单从它的季度第一天用到下一版；是时点数，各期不能相加。最后三个月没有报送需求清单的社区不计。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import NEEDS_LISTED

INDICATOR = Indicator(
    label="需求数",
    unit="项",
    section="清单",
    why="居民需要什么，清单上有多少项。",
    good="none",
    numerator=NEEDS_LISTED,
    phrase="需求清单{n}",
    owner="清单台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("需求清单", "需求项目", "居民需求数", "服务需求数", "梳理需求清单", "征集需求", "收集需求"),
    wordings=(
        Wording(
            nouns="需求清单 需求项目 居民需求 群众需求 服务需求 需求",
            verbs="发布 梳理 收集 征集 列出 形成 摸排 建立",
            units="项 条 个 件",
            unless="满足 对接 解决 匹配率 资源清单 项目清单",
        ),
        Wording(nouns="需求清单", units="项 条 个"),
    ),
)
