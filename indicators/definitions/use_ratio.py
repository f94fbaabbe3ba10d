"""善款使用率：截至统计期最后一天，累计支出占累计可用善款（到账现金加转入减转出）的比例。

两边都从台账第一天算起，与统计期从哪天开始无关；两种台账在最后三个月里都报送过才计算，停报的社区不计；超过100%说明支出里有捐赠以外的钱或漏登了到账。
"""

from indicators.model import Aggregate, Indicator
from indicators.shared_aggregates import IS_DIRECT

INDICATOR = Indicator(
    label="善款使用率",
    unit="%",
    section="资金",
    why="善款有没有用出去，“全部用于”要有数为证。",
    good="up",
    numerator=Aggregate("spending", "sum(amount_yuan)", on="used_on", where=IS_DIRECT, span="to_date", is_current=True),
    denominator=Aggregate(
        "fund_movement", "sum(available_yuan)", on="moved_on", span="to_date", needs=("donation",), is_current=True
    ),
    scale=100,
    decimals=1,
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-25",
    version=3,
    aliases=(
        "资金使用率",
        "使用率",
        "善款使用比例",
        "资金使用比例",
        "资金执行率",
        "拨付率",
        "善款拨付率",
        "善款…用于",
        "捐款…用于",
        "资金…用于",
        "筹款…用于",
        "善款使用率",
        "募集资金使用率",
        "所募善款使用率",
        "捐款使用率",
        "所得善款使用率",
    ),
)
