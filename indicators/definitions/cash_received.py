"""到账现金：统计期内直接收到的现金捐赠合计（元）。

认捐未到账的不计；物资、时间不折成钱；没有写到账情况的视为到账，写着在途、部分到账等看不出的不入库，没有写形式也没有物资名称的视为现金。
从名册上的其他社区或自己的其他基金转入的另计（“转入资金”），所以几个社区合计时不会重复；冲正的行抵减。
"""

from indicators.model import Indicator, Wording
from indicators.shared_aggregates import CASH_RECEIVED

INDICATOR = Indicator(
    label="到账现金",
    unit="元",
    section="资金",
    why="真正到账的善款，认捐和物资都不混进来。",
    good="up",
    numerator=CASH_RECEIVED,
    decimals=2,
    phrase="收到善款{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-25",
    version=2,
    aliases=(
        "募集善款",
        "筹款",
        "捐款",
        "筹集资金",
        "募款",
        "现场捐赠",
        "所募善款",
        "捐赠资金",
        "筹集善款",
        "募集资金",
        "捐赠款",
        "社会捐款",
        "爱心捐款",
        "捐赠收入",
        "现金捐赠",
        "社会募集",
        "筹得",
        "募得",
        "筹集",
        "募集",
        "筹资",
        "募资",
        "到账",
        "捐赠",
        "捐资",
        "捐赠金额",
        "捐款金额",
        "捐赠额",
        "捐款额",
    ),
    wordings=(
        Wording(
            nouns="善款 资金 款物 爱心款 现金 捐款 款 民间资本 社会资本 社会资金",
            verbs="募集 筹集 筹得 募得 筹措 募捐 整合 接收 收到 获捐 获得 争取 吸引 撬动 注入 众筹 捐赠 链接",
            unless="价值 折合 折价 实物",
        ),
        Wording(
            verbs="募集 筹集 筹得 募得 筹款 捐款 捐资 众筹 配捐 自筹 赞助 已筹 共筹 捐赠 义卖 链接",
            unless="价值 折合 折价 实物 物资",
        ),
        Wording(nouns="现金", topics="接收 接受 捐赠 捐款 募集 收到", unless="兑换 折合 折价 支出 发放 奖励"),
        Wording(nouns="善款 爱心款", unless="发放 投入 支出 使用 拨付 资助 帮扶 用于 列支 安排 送 价值"),
        Wording(nouns="收入", topics="基金 慈善 善款", unless="集体 人均 增收 销售 经营 利息 增值 家庭 月 户"),
        Wording(nouns="捐赠收入 总收入 资金收入 基金收入 累计收入 捐款总额"),
    ),
)
