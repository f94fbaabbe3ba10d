"""转出资金：统计期内转给名册上的社区的现金合计（元），含自己的另一个基金。

“转拨给”写的是名册上某个社区的名称、别名、居委会、村委会或它的基金，就算转出；转给其他组织的算支出。
"""

from indicators.condition import is_present
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="转出资金",
    unit="元",
    section="资金",
    why="转给别的社区的钱还没有花掉，要与支出分开。",
    good="none",
    numerator=Aggregate(
        "spending", "sum(amount_yuan)", on="used_on", where=is_present("partner"), needs=("fund_use.passed_on_to",)
    ),
    decimals=2,
    phrase="转出资金{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-27",
    version=2,
    aliases=("转出善款", "转给其他社区"),
)
