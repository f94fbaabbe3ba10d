"""场地数：统计期最后一天还在使用的场地（阵地）个数。

按台账一处一行计，一处有几个功能室仍是一处。是时点数，各期不能相加。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="场地数",
    unit="个",
    section="五社力量",
    why="居民和社会组织有多少地方可用。",
    good="up",
    numerator=Aggregate("venue", "count(*)", on="opened_on", span="state", until="closed_on"),
    measures="个 处 所 座 家",
    phrase="有场地{n}",
    owner="社区文书",
    checked_by="街道社工站负责人",
    reviewed="2026-11-26",
    aliases=("活动阵地", "服务阵地", "活动场地", "公共空间场地"),
    wordings=(
        Wording(
            nouns="党群服务中心 党群服务站 邻里中心 助餐点 服务站 实践站 实践所 实践中心 社工站 服务点 食堂 活动室 驿站 阵地 站点 场地 活动场所 活动中心 益站 志愿服务点 书屋 儿童之家 妇女之家 党员之家",
            verbs="建成 打造 建立 设立 设有 建设 建有 新建 改造 现有 共有",
            units="个 处 所 座 家",
            unless="平方米 拆除 名 走访",
        ),
        Wording(nouns="社工服务点 实践站 实践所", units="个", unless="走访 覆盖 名"),
        Wording(
            nouns="活动场所 活动场地 服务站 社工站 服务点 食堂 活动室 驿站 阵地",
            units="处 座 所",
            unless="平方米 拆除 走访 隐患",
        ),
    ),
)
