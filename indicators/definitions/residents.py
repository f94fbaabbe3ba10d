"""常住人口：统计期最后一天名册上有效的常住人口数。

名册按统计日期生效，到下一次登记为止；第一次登记之前沿用第一次的数。没有登记人口数的社区是未报送，不按0计。
撤并的社区要在名册里登记一行常住人口0，否则一直按最后一次的数计。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import RESIDENTS

INDICATOR = Indicator(
    label="常住人口",
    unit="人",
    section="名册",
    why="各项比率的分母，要写明时点。",
    good="none",
    numerator=RESIDENTS,
    phrase="有常住居民{n}",
    owner="社区名册管理员",
    checked_by="街道社工站负责人",
    reviewed="2026-11-22",
    aliases=(
        "全村…户…",
        "辖区…户…",
        "居民…户…",
        "住着…户…",
        "常住居民",
        "居民人数",
        "居民总数",
        "常住人口数",
        "总人口",
        "居民人口",
        "辖区人口",
        "服务人口",
        "村民人数",
        "面积…户…",
        "平方公里…户…",
        "居民",
        "人口",
        "常住",
        "村民",
    ),
    wordings=(
        Wording(
            nouns="人口 居民 常住人口 总人口 村民",
            verbs="户 常住 辖区 总人口 居住 现有 共有",
            unless="走访 慰问 惠及 服务 困难 低保 发放 救助 捐 出钱 残 独居 参与 参加 吸引 动员 号楼 每名 老 流动 户籍 代表 注册 志愿者 党员",
        ),
        Wording(
            topics="户",
            units="人",
            unless="走访 慰问 惠及 服务 困难 低保 发放 救助 捐 出钱 残 独居 参与 参加 吸引 动员 号楼 每名 老 流动 户籍 代表 注册 志愿者 党员",
        ),
    ),
)
