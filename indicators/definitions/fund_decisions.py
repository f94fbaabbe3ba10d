"""资金决议数：统计期内社区基金的管理委员会、监督委员会议定的事项数，一行一项。

没有通过的、暂缓的也算议过；同一编号登记两次的，第二行在入库时拒收。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="资金决议数",
    unit="项",
    section="资金",
    why="钱怎么花是不是大家议过的。",
    good="none",
    numerator=Aggregate("fund_decision", "count(*)", on="decided_on"),
    phrase="作出资金决议{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-26",
    aliases=("资金决议", "基金决议", "管委会决议", "基金管委会决议"),
    wordings=(
        Wording(nouns="决议", topics="管委会 管理委员会 监委会 监督委员会 基金", units="项 个 条"),
        Wording(verbs="审议 议定", topics="基金管委会 基金管理委员会", units="项 个 条", but="审议的事项数"),
    ),
)
