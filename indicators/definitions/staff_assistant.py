"""初级社工：统计期最后一天在岗、已经取得助理社会工作师（初级）证书的人数，中级和高级的不算。

写了证书没有写取证日期的，按入职那天起持证计。是时点数，各期不能相加。
"""

from dataclasses import replace

from indicators.condition import equals
from indicators.model import Indicator, Wording
from indicators.shared_aggregates import STAFF_CERTIFIED

INDICATOR = Indicator(
    label="初级社工",
    unit="人",
    section="五社力量",
    why="刚取得资格的有多少，是中级社工的后备。",
    good="none",
    numerator=replace(STAFF_CERTIFIED, where=equals("certificate", "助理社会工作师")),
    phrase="有初级社工{n}",
    owner="社会组织台账员",
    checked_by="街道社工站负责人",
    reviewed="2026-11-26",
    version=2,
    aliases=("助理社会工作师", "助理社工师", "初级社工师", "初级社会工作师", "助理社工"),
    wordings=(Wording(nouns="初级社工 助理社会工作师 助理社工师 初级社工师 助理社工 初级", units="人 名 位"),),
)
