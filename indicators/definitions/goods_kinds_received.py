"""收到物资种类：统计期内收到的捐赠物资有几种，按台账写的物资名称分，同一名称的几份算一种。

认捐未到账的和冲正的不计；没有写物资名称的不算一种。各期、各社区的种类会重复，不能相加。
"""

from indicators.condition import equals
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="收到物资种类",
    unit="种",
    section="资金",
    why="种类多，才配得上不同人家的需要。",
    good="none",
    numerator=Aggregate("gift", "count(distinct goods)", on="donated_on", where=equals("gift_form", "物资")),
    phrase="收到捐赠物资{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-27",
    version=2,
    aliases=("捐赠物资种类", "物资种类", "捐赠品种"),
    wordings=(
        Wording(
            verbs="收到 接收 募集 征集 筹集 获赠 捐赠 捐献",
            units="种 类 款",
            unless="意见 建议 需求 诉求 问题 服务 活动 发放 派发",
        ),
    ),
)
