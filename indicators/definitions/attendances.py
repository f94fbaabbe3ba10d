"""参与人次：统计期内参加活动的人次合计，同一人参加两场算两人次。

报送了活动登记的月份才算已报送，只有签到表的不算；对不上任何活动的签到不计，开展几天的活动算一场。有签到表的场次按签到逐人计；登记人次多于签到的，多出的部分补足；只登记人次的按登记数计；没有写人次也没有签到的活动不计，报送情况里写明有几场。同一天同名、板块或服务方法不同的几场，按板块、方法分开时各按登记的人次。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import ATTENDANCE_SQUARES, ATTENDANCES, UNCOUNTED_ACTIVITIES

INDICATOR = Indicator(
    label="参与人次",
    unit="人次",
    section="参与",
    why="看活动吸引了多少人到场。人次不是人数，不能当人数用。",
    good="up",
    numerator=ATTENDANCES,
    groups=ATTENDANCE_SQUARES,
    uncounted=UNCOUNTED_ACTIVITIES,
    phrase="参与{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-26",
    version=4,
    aliases=(
        "参与活动的人次",
        "参加活动的人次",
        "参加人次",
        "服务人次",
        "受益人次",
        "活动人次",
        "到场人次",
        "惠及人次",
        "参与居民人次",
        "服务居民人次",
        "覆盖人次",
        "吸引人次",
        "参与群众人次",
        "服务群众人次",
        "参与活动",
        "参加活动",
        "服务总量",
        "服务量",
    ),
    wordings=(
        Wording(
            verbs="服务 参与 参加 惠及 受益 受惠 吸引 覆盖 帮扶 结对 到场 前往",
            units="人次",
            unless="捐 兑换 培训 送餐 转运 就医 接送 走访 探访 看望 访视 慰问",
        ),
        Wording(
            nouns="人次 人数 居民 群众 村民 市民 老人 对象 儿童",
            units="人次",
            unless="捐 兑换 培训 送餐 转运 就医 接送 走访 探访 看望 访视 慰问",
        ),
        Wording(
            nouns="人次 人数 居民 群众 村民 市民 老人 对象",
            verbs="服务 参与 参加 惠及 受益 受惠 吸引 覆盖 接待",
            units="人次",
            unless="捐 兑换 培训 送餐 转运 就医 接送 走访 探访 看望 访视 慰问",
        ),
        Wording(verbs="接待 咨询 答疑", units="人次", unless="捐 兑换", but="接待、咨询的人次，不一定是活动的"),
        Wording(
            verbs="服务 参与 参加 惠及 受益 出勤",
            units="人次",
            unless="捐 兑换 走访 探访 看望 访视",
            but="其中一部分活动的人次",
        ),
    ),
)
