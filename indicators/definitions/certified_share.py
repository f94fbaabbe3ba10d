"""持证率：统计期最后一天，持证社工占工作人员的比例。

分子同“持证社工”，分母同“工作人员”。只看台账里写明的单位，社区的和机构的要分开看。
工作人员和他们的证书是单位对外公布的履职信息，分单位的人数少也写出来，不隐藏；一人一行的名单只给经办人和评估人员看。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import STAFF, STAFF_CERTIFIED

INDICATOR = Indicator(
    label="持证率",
    unit="%",
    section="五社力量",
    why="队伍有多专业。",
    good="up",
    numerator=STAFF_CERTIFIED,
    denominator=STAFF,
    scale=100,
    decimals=1,
    owner="社会组织台账员",
    checked_by="街道社工站负责人",
    reviewed="2026-11-26",
    version=2,
    aliases=("社工持证率", "持证比例", "工作人员持证率"),
    wordings=(Wording(nouns="占比 比例", topics="职业资格 持证 证书", units="%"),),
)
