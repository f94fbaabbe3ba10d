"""没有匹配的需求：统计期最后一天所用的一版需求清单上，既没有写匹配资源、也没有写对接项目的需求项数。

是时点数，各期不能相加。最后三个月没有报送需求清单的社区不计。
"""

from dataclasses import replace

from indicators.condition import is_missing
from indicators.model import Indicator, Wording
from indicators.shared_aggregates import NEEDS_LISTED

INDICATOR = Indicator(
    label="没有匹配的需求",
    unit="项",
    section="清单",
    why="哪些需求还没有资源、没有项目接住。",
    good="down",
    numerator=replace(NEEDS_LISTED, where=is_missing("matched_with")),
    phrase="没有匹配资源的需求{n}",
    owner="清单台账员",
    checked_by="社工督导",
    reviewed="2026-11-27",
    version=2,
    aliases=("未匹配需求", "缺资源的需求", "待匹配需求", "需求缺口", "未对接需求"),
    wordings=(Wording(nouns="需求", verbs="未匹配 未对接 待匹配 待对接 尚未匹配 尚未对接", units="项 条 个 件"),),
)
