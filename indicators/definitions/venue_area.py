"""场地面积：统计期最后一天还在使用的场地的面积合计（平方米）。

没有登记面积的场地不计；是场地的面积，不是社区的辖区面积。是时点数，各期不能相加。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="场地面积",
    unit="平方米",
    section="五社力量",
    why="可用的地方有多大。",
    good="up",
    numerator=Aggregate("venue", "sum(area_m2)", on="opened_on", span="state", until="closed_on"),
    phrase="有场地{n}",
    owner="社区文书",
    checked_by="街道社工站负责人",
    reviewed="2026-11-26",
    aliases=("活动场地面积", "阵地面积", "使用面积", "建筑面积", "站点面积"),
    wordings=(
        Wording(nouns="面积 占地面积 建筑面积 使用面积 场地面积", unless="辖区 绿化 房屋 住宅 耕地 总人口"),
        Wording(
            nouns="场地 场所 活动场所 服务场所 服务阵地 空间 活动中心 服务中心 邻里中心 食堂 驿站",
            verbs="打造 建成 建设 设有 改造 拥有 提供",
            unless="绿化 墙面 清理 粉刷",
        ),
    ),
)
