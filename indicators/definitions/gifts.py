"""捐赠份数：统计期内收到的现金和物资捐赠的笔数，一行算一份。

认捐未到账、捐时间的不计；同一人捐两次算两份。
"""

from indicators.condition import all_of, is_in, is_true
from indicators.model import Aggregate, Indicator

INDICATOR = Indicator(
    label="捐赠份数",
    unit="份",
    section="资金",
    why="份数看参与面，金额看力度。",
    good="up",
    numerator=Aggregate(
        "donation",
        "count(*)",
        on="donated_on",
        where=all_of(is_true("is_received"), is_in("gift_form", ("现金", "物资"))),
    ),
    phrase="收到捐赠{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-22",
    aliases=(
        "捐款份数",
        "捐赠笔数",
        "捐款笔数",
        "捐赠次数",
        "线上线下捐款",
        "爱心捐款份数",
        "社会捐赠份数",
        "爱心捐赠份数",
    ),
)
