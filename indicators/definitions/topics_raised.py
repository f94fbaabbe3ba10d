"""议题数：提出日期落在统计期内的议题数，一个议题一行。

同一编号登记两次的，第二行在入库时拒收。提出后没有采纳的也算提出过。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import TOPICS_RAISED

INDICATOR = Indicator(
    label="议题数",
    unit="个",
    section="协商",
    why="居民提出来商量的事有多少。",
    good="none",
    numerator=TOPICS_RAISED,
    phrase="收集议题{n}",
    owner="议事台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("议题", "收集议题", "征集议题", "提出议题", "协商议题", "商议议题", "议题总数", "议题数量"),
    wordings=(
        Wording(
            nouns="议题 提案 公共事务 大小事",
            verbs="收集 征集 提出 商议 协商 讨论 形成 议定 议了",
            units="个 项 件 条",
            unless="解决 办结 落实 化解",
        ),
        Wording(
            verbs="讨论 商议 审议",
            topics="议事会 恳谈会 院坝会 协商会 圆桌会 说事会 议题",
            units="个 项 件",
            unless="解决 办结 落实 化解",
        ),
        Wording(
            nouns="问题 意见 建议",
            verbs="提出 反映 收集",
            topics="议事会 恳谈会 院坝会 协商会 圆桌会 说事会",
            units="个 条 项 件",
            unless="解决 办结 落实 化解",
        ),
        Wording(nouns="问题", verbs="收集 征集 反馈", units="个 条 件", unless="解决 办结 整改", but="反映的问题"),
        Wording(nouns="意见 建议 金点子 问题线索", verbs="收集 征集 提出 上报", units="个 条", but="意见建议的条数"),
    ),
)
