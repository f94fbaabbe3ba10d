"""有服务记录的志愿者：截至统计期最后一天，志愿服务台账里已成为志愿者的不同的人。

成为志愿者的日期取注册日期，没有注册日期的取第一次服务的日期；同一社区内同名视为同一人；退出没有登记，不扣减。
只看有服务记录的人：注册了从未服务的不在台账里，以后补登的服务会让更早的数变大，所以不是注册志愿者人数。
姓名打了星号的记录不知道是谁，人数给出范围：至少是有姓名的去重人数，至多再加上全部无姓名的记录。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import REGISTERED_VOLUNTEERS

INDICATOR = Indicator(
    label="有服务记录的志愿者",
    unit="人",
    section="志愿服务",
    why="看社区积累了多少志愿者。",
    good="up",
    numerator=REGISTERED_VOLUNTEERS,
    phrase="有服务记录的志愿者{n}",
    owner="志愿服务台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    aliases=(
        "志愿者",
        "志愿者人数",
        "志愿者队伍",
        "志愿者总数",
        "社区志愿者",
        "义工",
        "志愿者规模",
        "招募志愿者",
        "发展志愿者",
        "志愿者数量",
        "拥有志愿者",
        "吸纳志愿者",
    ),
    wordings=(
        Wording(
            nouns="志愿者 义工 志工",
            verbs="注册 实名 登记 在册 认证",
            units="人 名 位",
            unless="注册率 党员 骨干 培训",
            but="注册志愿者",
        ),
        Wording(
            nouns="志愿者 义工 志工 志愿服务人员 志愿者队伍 志愿队员",
            verbs="现有 共有 招募 发展 吸纳 培育 常驻 拥有 壮大",
            unless="优秀 最美 星级 参与 参加",
        ),
        Wording(
            topics="志愿服务队 志愿者队伍 志愿队 志愿服务团队 志愿队伍",
            units="人 名",
            unless="居民 常住 户 一行",
            but="志愿服务队的队员",
        ),
        Wording(verbs="注册", topics="会员 志愿", units="人 名 位", unless="党员 骨干 培训", but="注册志愿者"),
        Wording(nouns="志愿服务 志愿者队伍 志愿队", verbs="加入"),
        Wording(nouns="志工 志愿服务人员 爱心妈妈", unless="优秀 最美 星级"),
        Wording(
            nouns="志愿队伍 志愿者队伍 志愿服务队 志愿服务队伍",
            verbs="组建 建立 成立 有 发展 壮大",
            unless="居民 常住 户",
        ),
        Wording(
            nouns="队员 会员 成员",
            topics="志愿 义工 志工",
            units="人 名 位",
            unless="理事 监事 委员",
            but="志愿服务队的队员",
        ),
        Wording(
            nouns="党员志愿者 骨干志愿者 大学生志愿者 青年志愿者 学生志愿者 巾帼志愿者 退休志愿者 老年志愿者",
            units="人 名 位",
            unless="优秀 最美 星级 参加 参与 表演",
            but="其中一类志愿者",
        ),
    ),
)
