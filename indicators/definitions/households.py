"""户数：统计期最后一天名册上有效的户数。

名册按统计日期生效，到下一次登记为止；第一次登记之前沿用第一次的数。没有登记户数的社区是未报送，不按0计。
"""

from indicators.condition import is_present
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="户数",
    unit="户",
    section="名册",
    why="按户服务时的基数，要写明时点。",
    good="none",
    numerator=Aggregate(
        "resident_base",
        "sum(households_count)",
        on="valid_from",
        where=is_present("households_count"),
        span="state",
        until="valid_to",
    ),
    phrase="有居民{n}",
    owner="社区名册管理员",
    checked_by="街道社工站负责人",
    reviewed="2026-11-22",
    aliases=(
        "社区…",
        "村…",
        "全村户数",
        "居民户数",
        "总户数",
        "常住户",
        "平方公里…",
        "平方千米…",
        "面积…",
        "人口…",
        "辖区…",
        "辖区户数",
        "农户户数",
        "村民户数",
    ),
    wordings=(
        Wording(
            nouns="住户 居民 户数 户 村民",
            verbs="管辖 辖 共有 现有 居住 面积 常住 总人口 户数 住户 划分",
            unless="走访 慰问 惠及 服务 困难 低保 发放 救助 捐 出钱 残 独居 参与 参加 吸引 动员 号楼 每名",
        ),
        Wording(
            verbs="管辖 总人口 居住 下辖",
            unless="走访 慰问 惠及 服务 困难 低保 发放 救助 捐 出钱 残 独居 参与 参加 吸引 动员 号楼 每名",
        ),
    ),
)
