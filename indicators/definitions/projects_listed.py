"""清单上的项目：统计期最后一天所用的一版项目清单上，状态不是“未支持”的服务项目数。

一版清单从它的季度第一天用到下一版；是时点数，各期不能相加。一年里一共支持过多少，看“支持的项目”。最后三个月没有报送项目清单的社区不计。
"""

from indicators.condition import is_not
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="清单上的项目",
    unit="个",
    section="清单",
    why="眼下在清单上的服务项目有多少。",
    good="none",
    numerator=Aggregate(
        "listed_project",
        "count(*)",
        on="version_on",
        where=is_not("status", "未支持"),
        span="state",
        until="until_on",
        is_current=True,
    ),
    phrase="项目清单{n}",
    owner="清单台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    measures="个 项 条",
    aliases=("项目清单", "形成项目清单", "清单项目", "在册项目"),
    wordings=(Wording(nouns="项目清单", units="项 条 个"),),
)
