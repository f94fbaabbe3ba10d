"""辖区面积：统计期最后一天名册上有效的辖区面积（平方公里）。

名册按统计日期生效，到下一次登记为止；第一次登记之前沿用第一次的数。没有登记面积的社区是未报送，不按0计。
"""

from indicators.condition import is_present
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="辖区面积",
    unit="平方公里",
    section="名册",
    why="同样的人手，地方大小不同。",
    good="none",
    numerator=Aggregate(
        "resident_base",
        "sum(area_km2)",
        on="valid_from",
        where=is_present("area_km2"),
        span="state",
        until="valid_to",
    ),
    decimals=2,
    phrase="有辖区面积{n}",
    owner="社区名册管理员",
    checked_by="街道社工站负责人",
    reviewed="2026-11-26",
    aliases=("面积", "总面积", "社区面积", "占地", "占地面积", "区域面积", "辖区总面积"),
    wordings=(Wording(nouns="面积 辖区面积 总面积 占地 占地面积", unless="绿化 耕地 建筑 水域"),),
)
