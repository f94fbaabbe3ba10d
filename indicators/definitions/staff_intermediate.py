"""中级社工：统计期最后一天在岗、已经取得社会工作师（中级）证书的人数，高级的不算。

写了证书没有写取证日期的，按入职那天起持证计。是时点数，各期不能相加。
"""

from dataclasses import replace

from indicators.condition import equals
from indicators.model import Indicator, Wording
from indicators.shared_aggregates import STAFF_CERTIFIED

INDICATOR = Indicator(
    label="中级社工",
    unit="人",
    section="五社力量",
    why="能带队的专业人员有多少。",
    good="up",
    numerator=replace(STAFF_CERTIFIED, where=equals("certificate", "社会工作师")),
    phrase="有中级社工{n}",
    owner="社会组织台账员",
    checked_by="街道社工站负责人",
    reviewed="2026-11-26",
    version=2,
    aliases=("中级社会工作师", "中级社工师", "社会工作师"),
    wordings=(Wording(nouns="中级社工 中级社会工作师 中级社工师 中级", units="人 名 位"),),
)
