"""解决议题数：办结日期落在统计期内、并且写明办结凭证的议题数。

办结了没有凭证的不计，入库时有提示；不采纳、未通过的不算解决。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import TOPICS_RESOLVED

INDICATOR = Indicator(
    label="解决议题数",
    unit="个",
    section="协商",
    why="商量过的事办成了多少，有凭证可查。",
    good="up",
    numerator=TOPICS_RESOLVED,
    phrase="解决议题{n}",
    owner="议事台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=(
        "解决议题",
        "议题解决数",
        "落实议题",
        "办结议题",
        "完成议题",
        "解决…议题",
        "议题…解决",
        "议题…落实",
        "解决问题",
        "解决民生问题",
    ),
    wordings=(
        Wording(
            nouns="议题 问题 难题 难点 困难事 民生实事 实事 事项",
            verbs="解决 办结 落实 办成 办实事",
            units="件 个 项 条",
            unless="诉求 工单 热线 群众反映 居民反映",
        ),
        Wording(
            verbs="落实 办结 办成 解决",
            topics="议题 议定 决议 议事厅 说事会 议事会 公共事务",
            units="件 个 项",
            unless="诉求 工单 热线",
        ),
    ),
)
