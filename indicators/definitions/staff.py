"""工作人员：统计期最后一天在岗的工作人员人数，一人在一个单位任职一行。

同一人在两个单位任职的，两个单位各算一人。是时点数，各期不能相加。工作人员是履职的人，人数少也写出来。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import STAFF

INDICATOR = Indicator(
    label="工作人员",
    unit="人",
    section="五社力量",
    why="专职在做的人有多少。",
    good="none",
    numerator=STAFF,
    phrase="有工作人员{n}",
    owner="社会组织台账员",
    checked_by="街道社工站负责人",
    reviewed="2026-11-26",
    aliases=("工作人员人数", "专职人员", "社工", "社工人数", "专职社工", "社会工作者", "驻站社工"),
    wordings=(
        Wording(
            nouns="社工 工作人员 社会工作者 专职社工 社区工作者",
            units="人 名 位",
            unless="持证 中级 初级 高级 志愿者 督导 注册 协助 链接 证书",
        ),
    ),
)
