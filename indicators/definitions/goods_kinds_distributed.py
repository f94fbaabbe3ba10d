"""发放物资种类：统计期内发放的物资有几种，按台账写的物资名称分，发几次都算一种。

各期、各社区的种类会重复，不能相加。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="发放物资种类",
    unit="种",
    section="资金",
    why="发下去的是不是只有米面油。",
    good="none",
    numerator=Aggregate("distribution", "count(distinct goods)", on="given_on"),
    phrase="发放物资{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-26",
    aliases=("发放品种", "派发物资种类"),
    wordings=(Wording(verbs="发放 派发 送出 分发 送上", units="种 类 款", unless="补贴 证书 宣传 资料 传单"),),
)
