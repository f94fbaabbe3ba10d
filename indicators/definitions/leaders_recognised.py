"""认定的骨干：截至统计期最后一天，累计认定过的不同的居民骨干，后来退出的也算。

一人有几种骨干身份只算一人，同一社区内同名视为同一人。姓名打了星号的不知道是谁，人数给出范围。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import LEADERS_RECOGNISED

INDICATOR = Indicator(
    label="认定的骨干",
    unit="人",
    section="五社力量",
    why="社区发现和培养了多少带头的居民。",
    good="up",
    numerator=LEADERS_RECOGNISED,
    phrase="挖掘培育居民骨干{n}",
    owner="社会组织台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("领袖骨干", "累计骨干", "培育骨干", "挖掘骨干", "社区领袖"),
    wordings=(
        Wording(
            nouns="骨干 居民骨干 领袖 能人 带头人 乡土人才",
            verbs="挖掘 培育 发展 发掘 培养 发现 孵化 选出",
            units="人 名 位",
            unless="志愿者骨干 骨干志愿者 企业 教师 干部 社会组织 队伍 志愿服务队",
        ),
    ),
)
