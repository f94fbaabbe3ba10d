"""资金受益人次：统计期内资金使用台账登记的受益人数合计，不去重，所以是人次。

没有登记受益人数的支出不计；同一人受助两次算两人次。
"""

from indicators.model import Aggregate, Indicator, Wording

INDICATOR = Indicator(
    label="资金受益人次",
    unit="人次",
    section="资金",
    why="看善款帮到了多少人。",
    good="up",
    numerator=Aggregate("fund_use", "sum(helped_count)", on="used_on", of_people=True),
    groups=Aggregate("fund_use", "sum(helped_count * helped_count)", on="used_on"),
    phrase="善款惠及{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-22",
    aliases=(
        "善款惠及",
        "资金惠及",
        "帮扶人次",
        "受助人次",
        "资助人次",
        "惠及困难群众",
        "帮扶困难群众",
        "救助人次",
        "救助困难群众",
        "资助困难群众",
        "慰问困难群众",
        "受助群众人次",
    ),
    wordings=(
        Wording(verbs="救助 资助 受助", units="人次"),
        Wording(verbs="善款惠及 资金惠及", units="人 名 位 户", but="受助的人数或户数"),
        Wording(
            verbs="救助 资助 受助 帮扶 惠及困难",
            units="人 名 位 户",
            unless="志愿者 捐 低保金 救济金 津贴 临时救助 低保 特困供养",
            but="受助的人数或户数",
        ),
        Wording(
            nouns="困难户 困难家庭 困难群众 儿童 老人 学生 残疾人 党员",
            verbs="发放 送去 送上",
            units="人 名 位 户",
            unless="志愿者 捐 低保金 救济金 津贴 走访 慰问组 慰问了 探访",
            but="受助的人数或户数",
        ),
    ),
)
