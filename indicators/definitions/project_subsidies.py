"""项目补贴：统计期内双补贴订单里“项目补贴”的金额合计。

只看双补贴购物台账，不是善款支出，也不加进善款；项目补贴由善款付的，善款支出台账另有一笔。
"""

from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="项目补贴",
    unit="元",
    section="帮扶",
    why="优惠由谁出的钱。",
    good="none",
    numerator=Aggregate("household_help", "sum(project_yuan)", on="ordered_on"),
    phrase="项目补贴{n}",
    owner="帮扶台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("项目补贴金额", "双补贴项目补贴"),
)
