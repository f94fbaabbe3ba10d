"""物资发放：统计期内发放物资的登记次数，一次发放的一种物资一行。

数的是登记的行，不是物资的件数：件、斤、箱不能相加。
"""

from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="物资发放",
    unit="次",
    section="资金",
    why="收到的物资有没有发下去。",
    good="up",
    numerator=Aggregate("distribution", "count(*)", on="given_on"),
    phrase="发放物资{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-25",
    aliases=("发放物资", "派发物资", "慰问物资发放"),
)
