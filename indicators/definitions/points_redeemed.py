"""积分兑换：统计期内兑换扣减的分合计。

兑换只减积分，不减志愿服务时间；没有姓名的兑换也计。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="积分兑换",
    unit="分",
    section="积分",
    why="积分用出去了多少，激励是不是真的。",
    good="none",
    numerator=Aggregate("points_movement", "sum(redeemed_points)", on="moved_on", needs=("redemption",)),
    phrase="兑换积分{n}",
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("兑换积分", "积分兑换数", "使用积分"),
    wordings=(Wording(nouns="积分", verbs="兑换 使用 消耗 换掉 换取 换领", units="分"),),
)
