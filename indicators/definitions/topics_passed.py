"""表决通过的议题：表决日期落在统计期内、没有被否决或缓议的议题数。

没有写表决结果的视为通过。
"""

from indicators.condition import equals_or_missing
from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="表决通过的议题",
    unit="项",
    section="协商",
    why="居民一起表决定下来的事有多少。",
    good="up",
    numerator=Aggregate("topic", "count(*)", on="voted_on", where=equals_or_missing("vote_result", "通过")),
    phrase="表决通过{n}",
    owner="议事台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=("决议", "形成决议", "达成决议", "通过决议", "表决通过"),
    wordings=(Wording(nouns="决议 共识 公约", verbs="达成 形成 通过 表决", units="项 条 个 件", unless="落实"),),
)
