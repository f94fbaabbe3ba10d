"""清单更新：统计期内发布的需求清单、资源清单、项目清单有多少版，一种清单的一版算一次。

每季度一更新，一年应当是每种四次。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="清单更新",
    unit="次",
    section="清单",
    why="说好每季度更新，更新了没有。",
    good="up",
    numerator=Aggregate("issued_list", "count(*)", on="version_on"),
    phrase="更新清单{n}",
    owner="清单台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    aliases=("更新清单", "清单更新次数", "三清单更新"),
    wordings=(Wording(nouns="清单", verbs="更新 发布", units="次 版 期"),),
)
