"""支出有决议占比：统计期内的支出金额里，支出以前已有管理委员会通过的决议、没有超出决议金额的占多少。

支出写了决议编号的看那一项决议，没有写的看同一项目的决议；决议台账里第一次决议以前的月份算未登记，那时的支出不在分子分母里，转给名册上的社区的也不在。
"""

from indicators.condition import equals
from indicators.model import Aggregate, Indicator

LEDGERS = (
    "fund_use.subject",
    "fund_decision.subject",
    "fund_decision.decided_on",
)  # what was paid before the first decision is not judged

INDICATOR = Indicator(
    label="支出有决议占比",
    unit="%",
    section="资金",
    why="先议后付，是基金管理办法的要求，也是居民看公示时先问的。",
    good="up",
    numerator=Aggregate(
        "decided_spending", "sum(amount_yuan)", on="used_on", where=equals("standing", "有决议"), needs=LEDGERS
    ),
    denominator=Aggregate("decided_spending", "sum(amount_yuan)", on="used_on", needs=LEDGERS),
    scale=100,
    decimals=1,
    version=3,
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-27",
    aliases=("支出决议率", "有决议的支出占比", "先议后付率"),
)
