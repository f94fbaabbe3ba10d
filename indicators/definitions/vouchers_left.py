"""兑换物品库存：统计期最后一天兑换目录上还可以换的件数，是备货数量减去在架时换走的件数。

不限量的不计；下架的、被新的一行接替的，剩下的不再计。超过库存换走的不减成负数，列入问题。没有报送兑换登记的社区不计。是时点数，各期不能相加。
"""

from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="兑换物品库存",
    unit="件",
    section="积分",
    why="还有多少可以换，要不要补货。",
    good="none",
    numerator=Aggregate(
        "voucher_movement", "sum(change_pieces)", on="moved_on", span="to_date", needs=("voucher", "redemption")
    ),
    phrase="兑换物品库存{n}",
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("兑换库存", "奖品库存", "剩余兑换物品"),
)
