"""可兑换物品种类：统计期最后一天兑换目录上可以用积分换的物品和服务有几种。

按台账写的名称分。是时点数，各期不能相加；几个社区都有的，各算一种。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="可兑换物品种类",
    unit="种",
    section="积分",
    why="积分能换什么，愿不愿意来换。",
    good="none",
    numerator=Aggregate(
        "offered_voucher", "count(*)", on="offered_on", span="state", until="until_on", needs=("voucher",)
    ),
    phrase="积分兑换目录上有物品{n}",
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("可兑换物品", "兑换物品种类", "兑换目录"),
    wordings=(Wording(nouns="物品 商品 礼品 奖品 服务", topics="积分 兑换", verbs="兑换", units="种 类 款"),),
)
