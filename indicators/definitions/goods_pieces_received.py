"""收到物资份数：统计期内收到的捐赠物资里，以“份”登记的数量合计。

只加单位写“份”的，件、斤、箱、盒不能与份相加，不计；是物资的份数，不是“捐赠份数”（有几笔捐赠）。认捐未到账的和冲正的不计。
"""

from indicators.condition import all_of, equals
from indicators.model import Aggregate, Indicator, Wording

IS_IN_PIECES = all_of(equals("gift_form", "物资"), equals("quantity_unit", "份"))

INDICATOR = Indicator(
    label="收到物资份数",
    unit="份",
    section="资金",
    why="配成一份一份的物资有多少。",
    good="up",
    numerator=Aggregate(
        "gift",
        "sum(quantity)",
        on="donated_on",
        where=IS_IN_PIECES,
    ),
    groups=Aggregate("gift", "sum(quantity * quantity)", on="donated_on", where=IS_IN_PIECES),
    measures="份",
    phrase="收到捐赠物资{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-27",
    version=2,
    aliases=("收到爱心物资", "物资份数", "接收物资"),
    wordings=(
        Wording(
            nouns="物资 药品 用品 礼包 食品 年货 衣物 药物 防疫物资",
            verbs="收到 接收 募集 征集 筹集 获赠 捐赠 捐献",
            units="份",
            unless="发放 派发 送出 送上 赠送给 送去",
        ),
    ),
)
