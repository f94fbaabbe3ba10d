"""持证社工：统计期最后一天在岗、已经取得社会工作证书（助理、中级、高级）的人数。

写了证书没有写取证日期的，按入职那天起持证计，入库时有提示。是时点数，各期不能相加。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import STAFF_CERTIFIED

INDICATOR = Indicator(
    label="持证社工",
    unit="人",
    section="五社力量",
    why="专业的人有多少。",
    good="up",
    numerator=STAFF_CERTIFIED,
    phrase="有持证社工{n}",
    owner="社会组织台账员",
    checked_by="街道社工站负责人",
    reviewed="2026-11-26",
    version=2,
    aliases=("持证人数", "持证社会工作者", "持证人员", "持证"),
    wordings=(
        Wording(nouns="持证社工 持证社会工作者 持证 注册社工", units="人 名 位"),
        Wording(nouns="社工师 社会工作师 社工考试 社会工作者职业", verbs="通过 考取 取得 考上", units="人 名 位"),
        Wording(nouns="证书 职业资格", verbs="取得 考取 持有", units="人 名 位"),
    ),
)
