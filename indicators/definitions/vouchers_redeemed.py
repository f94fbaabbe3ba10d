"""兑换件数：统计期内用积分换走的物品和服务合计几件，没有写数量的一次算一件。

没有姓名的兑换也计；目录上没有的也计。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="兑换件数",
    unit="件",
    section="积分",
    why="哪些东西有人要，下次备多少。",
    good="none",
    numerator=Aggregate("voucher_movement", "sum(redeemed_pieces)", on="moved_on", needs=("redemption",)),
    groups=Aggregate(
        "voucher_movement", "sum(redeemed_pieces * redeemed_pieces)", on="moved_on", needs=("redemption",)
    ),
    phrase="积分兑换物品{n}",
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("积分兑换件数", "兑换物品件数", "兑换物品数"),
    wordings=(Wording(nouns="物品 商品 礼品 奖品", topics="积分 兑换", verbs="兑换 换取 换领", units="件 份"),),
)
