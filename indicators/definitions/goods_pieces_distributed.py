"""发放物资份数：统计期内发放的物资里，以“份”登记的数量合计。

只加单位写“份”的，件、斤、箱、盒不能与份相加，不计；宣传单、问卷不是物资。
"""

from indicators.condition import equals
from indicators.model import Aggregate, Indicator, Wording

IS_IN_PIECES = equals("quantity_unit", "份")

INDICATOR = Indicator(
    label="发放物资份数",
    unit="份",
    section="资金",
    why="配成一份一份发下去的有多少。",
    good="up",
    numerator=Aggregate("distribution", "sum(quantity)", on="given_on", where=IS_IN_PIECES),
    groups=Aggregate("distribution", "sum(quantity * quantity)", on="given_on", where=IS_IN_PIECES),
    measures="份",
    phrase="发放物资{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-27",
    version=2,
    aliases=("派发物资份数", "物资发放份数"),
    wordings=(
        Wording(
            nouns="物资 药品 用品 礼包 食品 年货 衣物 温暖包 暖心包 爱心包 福袋 慰问品 米面油 礼物 月饼 粽子 饺子",
            verbs="发放 派发 送出 分发 送上 送去 赠送 配送",
            units="份",
            unless="宣传 问卷 资料 传单 倡议书 手册",
        ),
    ),
)
