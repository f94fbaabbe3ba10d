"""单位捐赠占比：到账现金中，由单位（企业、社会组织、机构）捐赠的金额比例。

捐赠人类别写“单位”的计入；没有写类别的，按名称是否为机构判断。从其他社区转入的不是捐赠，不计。
"""

from dataclasses import replace

from indicators.condition import all_of, equals
from indicators.model import Indicator
from indicators.shared_aggregates import CASH_RECEIVED, IS_DIRECT

INDICATOR = Indicator(
    label="单位捐赠占比",
    unit="%",
    section="资金",
    why="看善款靠单位还是靠居民，来源是否多元。",
    good="none",
    numerator=replace(CASH_RECEIVED, where=all_of(IS_DIRECT, equals("donor_type", "单位"))),
    denominator=CASH_RECEIVED,
    scale=100,
    decimals=1,
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-27",
    version=3,
    aliases=(
        "企业捐赠占比",
        "单位捐款比例",
        "企业捐款占比",
        "机构捐赠占比",
        "企业捐赠…占",
        "企业捐款…占",
        "单位捐赠…占",
    ),
)
