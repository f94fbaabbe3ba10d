"""物资价值：统计期内收到的捐赠物资的折算金额合计（元）。

按台账登记的估值计，没有估值的物资不折成钱、不计入；与现金分开，不相加。
"""

from indicators.condition import all_of, equals, is_true
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="物资价值",
    unit="元",
    section="资金",
    why="实物捐赠也是资源，但要与现金分开说。",
    good="up",
    numerator=Aggregate(
        "donation",
        "sum(amount_yuan)",
        on="donated_on",
        where=all_of(equals("gift_form", "物资"), is_true("is_received")),
    ),
    decimals=2,
    phrase="收到物资价值{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-27",
    version=2,
    aliases=(
        "物资折价",
        "捐赠物资价值",
        "物资估值",
        "折合价值",
        "物资价值",
        "捐赠物资",
        "价值物资",
        "实物捐赠",
        "物资折合",
        "物资…价值",
        "物资…折合",
        "物资…折价",
        "物品…折合",
        "物品…价值",
        "折合人民币",
        "总价值",
        "价值",
        "折合",
        "折价",
        "爱心物资",
    ),
    wordings=(
        Wording(nouns="物资 物品 资源 实物 药品 用品", verbs="价值 折合 折价 估值 链接"),
        Wording(
            nouns="学习用品 生活用品 慰问品 物资 物品",
            verbs="送到 送去 送上 捐赠 捐了",
            unless="兑换 资金 善款 购买 采购 支出 花费",
        ),
    ),
)
