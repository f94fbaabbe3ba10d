"""捐赠方数：统计期内捐了现金或物资的不同捐赠方（单位和个人），同一社区内同名只算一次。

单位和个人都在内，所以单位是个，不是人。认捐未到账、捐时间的不计；冲正的行和它冲正的那一份、金额为0的都不计，
分几次冲正、相抵后没有余下的捐赠方也不计。
没有姓名或姓名打了星号（如“爱心人士”）的捐赠不知道是谁，人数给出范围：至少是有名的去重数，至多再加上全部无名的份数。
单位的几种写法，经人确认合并的算一个，没有确认的各算各的。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="捐赠方数",
    unit="个",
    section="资金",
    why="看有多少人和单位愿意出力。",
    good="up",
    numerator=Aggregate(
        "gift",
        "count(distinct donor_key)",
        on="donated_on",
        low=("count(distinct donor_key)",),
        high=("count(distinct donor_key)", "count(*)", "-count(donor_key)"),
        of_people=True,
    ),
    phrase="捐赠方{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-26",
    version=3,
    measures="个 人 名 位 家 户",
    aliases=(
        "捐赠者",
        "捐款人数",
        "捐赠人数",
        "捐赠方",
        "捐赠单位和个人",
        "捐赠人",
        "捐款人",
        "捐款者",
        "参与捐款",
        "参与捐赠",
    ),
    wordings=(
        Wording(
            nouns="企业 单位 商户 商家 爱心人士 居民 家庭 个人 住户 网友 市民",
            verbs="捐赠 捐款 捐资 捐物 捐钱 出钱 认捐 募捐",
            units="人 名 位 家 户 个",
        ),
        Wording(
            nouns="企业 单位 商户 商家 爱心人士 居民 家庭 个人 住户",
            verbs="参与捐款 参与捐赠",
            units="人 名 位 家 户 个",
        ),
        Wording(
            verbs="参加 参与",
            topics="一日捐 募捐活动 捐款活动 募捐仪式 义捐",
            units="人 名 位 户 家",
            unless="志愿者 义卖",
        ),
        Wording(verbs="参与捐款 参与捐赠 捐款", units="人 名 位"),
        Wording(verbs="捐款 捐赠 捐资", units="人 名 位", unless="资助 受助 惠及", but="其中一部分捐赠人"),
    ),
)
