"""善款余额：截至统计期最后一天，累计到账现金加转入、减转出、减支出（元）。

两边都从台账第一天算起；捐赠和资金使用两种台账在最后三个月里都报送过才计算，停报的社区不计；中间缺报的月份列在未报送里，张贴用的收支公示表遇到缺报的月份则不算结余；物资不计。负数说明支出先于到账或漏登了到账。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="善款余额",
    unit="元",
    section="资金",
    why="还剩多少没用，与使用率一起说才完整。",
    good="none",
    numerator=Aggregate(
        "fund_movement",
        "sum(change_yuan)",
        on="moved_on",
        span="to_date",
        needs=("donation", "fund_use"),
        is_current=True,
    ),
    decimals=2,
    phrase="善款结余{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-25",
    version=2,
    aliases=(
        "资金余额",
        "余额",
        "结余",
        "善款结余",
        "基金余额",
        "资金结余",
        "年末结余",
    ),
    wordings=(Wording(nouns="结余 余额 规模 基金总额 资金总额"),),
)
