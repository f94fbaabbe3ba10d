"""转入资金：统计期内从名册上的社区转入的现金合计（元），含自己的另一个基金。

捐赠人写的是名册上某个社区的名称、别名、居委会、村委会或它的基金，就算转入；它在转出的社区已经是到账现金，不再算捐赠。
"""

from indicators.condition import is_present
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="转入资金",
    unit="元",
    section="资金",
    why="社区之间转的钱要与居民和单位捐的分开，合计才不重复。",
    good="none",
    numerator=Aggregate(
        "cash_receipt", "sum(amount_yuan)", on="donated_on", where=is_present("partner"), needs=("donation.giver",)
    ),
    decimals=2,
    phrase="转入资金{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-27",
    version=2,
    aliases=("间接接收", "转入善款"),
)
