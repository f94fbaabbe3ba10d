"""支出金额：统计期内资金使用台账的支出合计（元）。

转拨给名册以外的组织，在转出时算支出；转给名册上的社区的另计（“转出资金”），由那个社区花出去时才算支出，所以合计时不会重复。
冲正的行抵减。
"""

from indicators.model import Aggregate, Indicator, Wording
from indicators.shared_aggregates import IS_DIRECT

INDICATOR = Indicator(
    label="支出金额",
    unit="元",
    section="资金",
    why="善款花了多少，与到账对照着看。",
    good="none",
    numerator=Aggregate("spending", "sum(amount_yuan)", on="used_on", where=IS_DIRECT),
    decimals=2,
    phrase="使用善款{n}",
    owner="善款台账员",
    checked_by="财务负责人",
    reviewed="2026-11-25",
    version=2,
    aliases=(
        "列支",
        "资金支出",
        "支出",
        "善款支出",
        "使用资金",
        "资金使用",
        "投入资金",
        "使用善款",
        "慈善支出",
        "拨付资金",
        "累计支出",
        "拨付",
        "公益支出",
        "基金支出",
        "支出善款",
        "发放救助金",
        "救助金",
        "救助资金",
        "支出资金",
        "总支出",
        "实际支出",
    ),
    wordings=(
        Wording(
            nouns="资金 善款 资助金额 帮扶金额 扶助金额 救助金 慰问金 助学金 助学款 奖学金 奖助学金 救助款 项目 款物 补助 经费 款项 资助金",
            verbs="发放 投入 支出 支付 列支 使用 拨付 拨出 资助 帮扶 送上 送去",
            unless="价值 折价 募集 筹集 争取 申请",
        ),
        Wording(
            nouns="慰问金 慰问金额 救助金额 资助金额 帮扶金额 助学金 救助款",
            unless="募 筹 捐 收 递 每人 每户 每位 标准 最高 至 价值 低保",
        ),
        Wording(nouns="基金 基金会 公益金", verbs="出资 拿出", unless="募集 筹集 注册 成立"),
        Wording(nouns="扶持资金 资助资金", unless="争取 募集 筹集 申请 上级"),
        Wording(verbs="救助", topics="支出 基金 慈善 善款", unless="募 筹 捐 每人 每户 标准 最高 物资救助"),
        Wording(
            nouns="助学 助老 奖学 助医 助困 助残 扶老 济困 恤病 救孤 赈灾 救灾",
            topics="支出 救助 用于",
            unless="募集 筹集 募捐 捐款 捐赠 收入 结余",
        ),
        Wording(verbs="支出 已使用 累计使用 列支 拨付 拨出 资助", unless="价值 折价 打造 建设 建成 改造 装修 新建"),
        Wording(
            verbs="投入",
            topics="基金 善款 慈善 公益金 捐款 募集 筹款",
            unless="价值 折价 打造 建设 建成 改造 装修 新建",
        ),
        Wording(verbs="投入", unless="价值 折价 打造 建设 建成 改造 装修 新建", but="投入的钱，不一定出自善款"),
    ),
)
