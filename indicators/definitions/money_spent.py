"""支出金额：统计期内资金使用台账的支出合计（元）。

转拨给其他组织的在转出时算支出，接收组织再花不重复计。
"""

from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="支出金额",
    unit="元",
    section="资金",
    why="善款花了多少，与到账对照着看。",
    good="none",
    numerator=Aggregate("fund_use", "sum(amount_yuan)", on="used_on"),
    decimals=2,
    phrase="使用善款{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-22",
    aliases=(
        "列支",
        "资金支出",
        "支出",
        "善款支出",
        "使用资金",
        "资金使用",
        "投入资金",
        "使用善款",
        "慈善支出",
        "拨付资金",
        "累计支出",
        "拨付",
        "公益支出",
        "基金支出",
        "支出善款",
        "发放救助金",
        "救助金",
        "救助资金",
        "支出资金",
        "总支出",
        "实际支出",
    ),
)
