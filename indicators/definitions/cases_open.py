"""在办个案：统计期最后一天尚未结案的个案数。

当天结案的不算在办；是时点数，各期不能相加。最后三个月没有报送个案台账的社区不知道还有多少在办，不计。
"""

from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="在办个案",
    unit="例",
    section="个案",
    why="看手上还有多少个案，人手够不够。",
    good="none",
    numerator=Aggregate(
        "casework", "count(*)", on="opened_on", span="state", until="closed_on", is_current=True, of_people=True
    ),
    phrase="在办个案{n}",
    owner="个案社工",
    checked_by="社工督导",
    reviewed="2026-11-25",
    version=3,
    aliases=(
        "在办",
        "未结个案",
        "跟进中的个案",
        "在案",
        "服务中的个案",
        "现有个案",
        "正在跟进个案",
        "个案…在办",
        "个案…跟进中",
    ),
)
