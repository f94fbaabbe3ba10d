"""资金使用：善款从哪个基金、为哪个项目、花给了谁；转拨给其他组织的单独注明，不重复计算。"""

from etl import kinds
from etl.columns import COMMUNITY, RECIPIENT_GROUPS
from etl.schema import Column, Derived, RecordType, Side

CHARITY_ACCOUNT = (
    "慈善组织账户"  # through which all money of a community fund passes (湖北省社区慈善基金管理办法, 2023)
)

RECORD = RecordType(
    label="资金使用",
    row="一行是一笔支出（或转拨）",
    placed_on="used_on",
    is_work=True,
    key=("voucher_no",),
    hints=("资金使用", "支出", "使用明细", "拨付", "开支"),
    direction="out",
    contrary_hints=("受赠", "接收", "捐款名单", "捐赠名单", "收入明细"),
    groups=("project", "purpose", "recipient_group", "fund_name"),
    columns=(
        COMMUNITY,
        Column(
            "used_on",
            "支出日期",
            kinds.DATE,
            (
                "日期",
                "使用日期",
                "拨付日期",
                "支付日期",
                "付款日期",
                "报销日期",
                "时间",
                "支出时间",
                "使用时间",
                "交易时间",
                "交易日期",
                "记账日期",
                "记账时间",
            ),
            is_required=True,
        ),
        Column("fund", "基金", kinds.TEXT, ("所属基金", "基金名称", "资金来源", "资金池", "列支基金", "出账基金")),
        Column(
            "amount_yuan",
            "支出金额",
            kinds.AMOUNT,
            (
                "金额",
                "使用金额",
                "支出",
                "拨付金额",
                "支付金额",
                "付款金额",
                "报销金额",
                "实付金额",
                "实际支出",
                "实际支出金额",
                "实支金额",
            ),
            is_required=True,
            other_words=("预算", "计划", "申请", "核定", "批复"),
            scales={"万元": 10000, "千元": 1000},
            side=Side(
                (
                    "支出",
                    "支出金额",
                    "支出额",
                    "支",
                    "付",
                    "付款",
                    "付款金额",
                    "付出",
                    "出账",
                    "转出",
                    "取出",
                    "expense",
                    "out",
                ),
                contrary=("提现", "提取现金", "存入银行", "存现", "转存", "备用金", "结转"),
            ),
        ),
        Column("project", "项目", kinds.TEXT, ("项目名称", "使用项目", "列支项目", "服务项目")),
        Column(
            "purpose",
            "用途",
            kinds.TEXT,
            (
                "支出用途",
                "使用用途",
                "资金用途",
                "支出内容",
                "摘要",
                "事由",
                "事项",
                "支出事由",
                "开支事由",
                "开支内容",
                "支出科目",
                "费用类别",
                "支出类别",
            ),
        ),
        Column(
            "recipient_group",
            "受益人群",
            kinds.TEXT,
            ("受益对象", "受助对象", "服务人群", "受益群体", "帮扶对象"),
            is_open=True,
            choices=RECIPIENT_GROUPS,
        ),
        Column("helped_count", "受益人数", kinds.COUNT, ("受助人数", "帮扶人数", "惠及人数", "受益人次")),
        Column(
            "passed_on_to", "转拨给", kinds.TEXT, ("转拨单位", "拨付给", "收款单位", "接收组织"), is_organisation=True
        ),
        Column("voucher_no", "凭证号", kinds.IDENTIFIER, ("凭证编号", "支出凭证", "记账凭证号")),
        Column("decision_no", "决议编号", kinds.IDENTIFIER, ("决议号", "决议文号", "审批决议", "依据决议")),
        Column(
            "account",
            "付款账户",
            kinds.TEXT,
            ("支付账户", "出账账户", "支出账户", "列支账户"),
            is_open=True,
            choices={
                CHARITY_ACCOUNT: ("慈善会账户", "慈善会专户", "慈善总会账户", "基金会账户", "基金专户", "专户"),
                "社区账户": ("居委会账户", "村委会账户", "社区对公账户"),
                "个人账户": ("个人微信", "个人支付宝", "个人银行卡", "经办人垫付", "个人垫付"),
                "现金": ("现金支付", "库存现金"),
            },
            note="从哪个账户付的；社区基金的钱都应当经慈善组织账户",
        ),
    ),
    derived=(
        Derived("fund_name", "基金（未注明的归入社区善款）", "varchar", "coalesce(fund, '社区善款')"),
        Derived("is_passed_on", "是否转拨", "boolean", "passed_on_to is not null"),
    ),
)
