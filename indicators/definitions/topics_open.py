"""在办议题：统计期最后一天已经提出、还没有解决也没有放下的议题数。

办结了没有写凭证的仍算在办。是时点数，各期不能相加。最后三个月没有报送议题台账的社区不计。
"""

from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="在办议题",
    unit="个",
    section="协商",
    why="看手上还有多少事答应了没有办成。",
    good="none",
    numerator=Aggregate("topic", "count(*)", on="proposed_on", span="state", until="ended_on", is_current=True),
    phrase="在办议题{n}",
    owner="议事台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=2,
    aliases=("未解决议题", "待解决议题", "推进中的议题", "议题…在办", "议题…推进中"),
)
