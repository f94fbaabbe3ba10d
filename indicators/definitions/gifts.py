"""捐赠份数：统计期内收到的现金和物资捐赠的笔数，一行算一份。

认捐未到账、捐时间的不计；同一人捐两次算两份。冲正的行和它冲正的那一份（同一捐赠人、同一基金、金额正好相反）、金额为0的都不计；
分几次冲正的，有名的捐赠人相抵后没有余下的不计，有余下的按原来的份数计。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="捐赠份数",
    unit="份",
    section="资金",
    why="份数看参与面，金额看力度。",
    good="up",
    # A single gift tells that there was a single donor, which 捐赠方数 hides.
    numerator=Aggregate("gift", "count(*)", on="donated_on", of_people=True),
    phrase="收到捐赠{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-26",
    version=3,
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
    wordings=(
        Wording(nouns="捐款 捐赠 善款 爱心款", units="笔 份", unless="物资 物品 大米 食用油 米面 衣物 口罩 礼包"),
    ),
)
