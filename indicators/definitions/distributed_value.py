"""发放物资价值：统计期内发放的物资的折算金额合计（元）。

按台账登记的金额计，没有金额的不折成钱、不计入；与收到的物资价值、现金支出分开，不相加。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="发放物资价值",
    unit="元",
    section="资金",
    why="发下去的物资值多少钱，与收到的对得上吗。",
    good="none",
    numerator=Aggregate("distribution", "sum(value_yuan)", on="given_on"),
    decimals=2,
    phrase="发放物资价值{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-25",
    aliases=("发放物资折价", "派发物资价值", "物资发放价值"),
    wordings=(Wording(nouns="价值 折合 总价值 慰问品计 慰问品共计", verbs="发放 送上 送去 派发", unless="捐赠 接收"),),
)
