"""走访户次：服务方法为“走访”的活动行数，一行是走访一户一次。

同一户走访两次算两户次；一行写了多户的仍算一户次，请分行登记。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import activities_by

INDICATOR = Indicator(
    label="走访户次",
    unit="户次",
    section="参与",
    why="入户探访是发现需求、陪伴特殊人群的基本功。",
    good="up",
    numerator=activities_by("走访"),
    phrase="入户走访{n}",
    owner="活动台账员",
    checked_by="社工督导",
    reviewed="2026-11-22",
    version=2,
    aliases=(
        "走访",
        "入户走访",
        "入户探访",
        "探访",
        "家访",
        "上门探访",
        "走访户次",
        "探访户次",
        "走访慰问",
        "上门走访",
        "入户",
        "探访慰问",
        "上门服务",
        "入户慰问",
    ),
    wordings=(
        Wording(verbs="走访 入户 探访 慰问 慰劳 看望 上门 家访 访问 摸排 访视", units="户次 次", unless="电话 问候"),
        Wording(
            verbs="走访 入户 探访 慰问 慰劳 看望 上门 家访 访问 摸排 访视",
            units="户 家 人次 名 人 位",
            unless="…志愿者 联合 电话 名志愿者 慰问品 惠及 发放 受益 捐 慰问金",
            but="走访的户数或人数",
        ),
    ),
)
