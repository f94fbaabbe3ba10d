"""合作活动：统计期内写了协办单位的活动场次。

没有写协办单位的，不知道有没有别的单位一起办，所以是下限；协办的只有个人的不算。
"""

from dataclasses import replace

from indicators.condition import is_present
from indicators.model import Indicator, Wording
from indicators.shared_aggregates import ACTIVITIES

INDICATOR = Indicator(
    label="合作活动",
    unit="场",
    section="五社力量",
    why="社区、社会组织、社工、志愿者、慈善资源有没有一起做事。",
    good="up",
    numerator=replace(ACTIVITIES, where=is_present("partners")),
    phrase="联合协办单位开展活动{n}",
    owner="活动台账员",
    checked_by="街道社工站负责人",
    reviewed="2026-11-26",
    version=2,
    aliases=("联合活动", "共建活动", "联办活动", "合作开展活动"),
    wordings=(Wording(nouns="联合活动 共建活动", verbs="联合开展 联合举办 合作开展 共同举办", units="场 次 场次"),),
)
