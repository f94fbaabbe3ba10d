"""居民骨干：统计期最后一天仍在的不同的居民骨干，已经退出的不算。

一人有几种骨干身份只算一人，同一社区内同名视为同一人。姓名打了星号的不知道是谁，人数给出范围。是时点数，各期不能相加。
"""

from dataclasses import replace

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import LEADERS_RECOGNISED

INDICATOR = Indicator(
    label="居民骨干",
    unit="人",
    section="五社力量",
    why="现在能带着邻居做事的居民有多少。",
    good="up",
    numerator=replace(LEADERS_RECOGNISED, span="state", until="left_on"),
    phrase="有居民骨干{n}",
    owner="社会组织台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("骨干人数", "骨干居民", "骨干队伍", "社区骨干", "村民骨干"),
    wordings=(
        Wording(
            nouns="骨干 居民骨干 社区骨干 骨干队伍 领袖骨干",
            verbs="现有 共有 拥有 组成 活跃",
            units="人 名 位",
            unless="企业 教师 干部 参加 参会 召开 培训",
        ),
    ),
)
