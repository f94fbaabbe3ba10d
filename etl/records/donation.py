"""捐赠：现金、物资、时间分开登记；认捐不等于到账。机构留名，个人换成代码。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, Derived, RecordType, Side

DONOR_HEADERS = (
    "donor", "donor name",
    "捐赠单位及个人", "捐赠单位", "捐赠(单位/姓名)", "捐赠(单位/姓名)个人", "捐款单位及个人", "捐赠方", "爱心企业(个人)", "姓名", "捐款人", "捐赠单位/个人", "捐赠者",
    "爱心单位", "爱心人士", "捐赠单位(个人)", "捐赠单位或个人", "捐赠人(单位)", "捐赠人/单位", "捐赠个人/单位", "捐赠单位名称", "捐款单位", "捐款单位(个人)",
    "捐款人(单位)", "捐赠人昵称", "捐赠者昵称", "捐款人昵称", "交易对方", "对方户名", "捐赠企业", "捐款企业", "爱心企业", "捐助人", "捐助者", "捐助单位", "捐资人", "捐资单位", "捐赠人姓名",
    "捐赠人名称", "捐款人姓名", "捐赠者姓名", "捐赠方名称", "捐款方", "捐款者", "捐款个人", "付款人", "付款方", "交款人", "缴款人",
)  # fmt: skip
DATE_HEADERS = (
    "donation date", "date donated", "gift date",
    "日期", "捐款日期", "到账日期", "接收日期", "捐赠时间", "时间", "交易时间", "交易日期", "记账日期", "记账时间", "入账日期", "捐款时间", "捐助日期", "捐助时间", "捐资日期", "捐资时间",
    "接收时间", "到账时间", "收款日期", "收款时间", "入账时间",
)  # fmt: skip
AMOUNT_HEADERS = (
    "amount (CNY)", "donation amount (CNY)", "amount donated (CNY)", "gift amount (CNY)",
    "捐赠金额", "捐款金额", "交易金额", "捐赠额", "捐款额", "捐款数额", "捐赠数额", "捐助金额", "捐资金额", "捐赠资金", "捐赠款额", "实捐金额", "善款金额", "金额小写", "小写金额", "捐款金额小写",
    "捐赠金额小写", "折算金额", "估值", "价值", "物资价值", "折价", "折合金额", "折合人民币", "到账金额", "现金", "现金金额", "捐赠现金", "物资折价", "物品折价", "物资估值", "折价金额",
)  # fmt: skip
RECEIPT_HEADERS = (
    "receipt no", "receipt number", "donation id", "transaction id",
    "收据号", "票据编号", "捐赠票据号", "凭证号", "捐赠订单号", "订单号", "交易单号", "交易流水号", "商户单号", "微信订单号",
)  # fmt: skip

ORGANISATION_WORDS = (
    "企业", "公司", "机构", "爱心企业", "社会组织", "组织", "商户", "单位捐赠", "company", "business", "local business", "organization", "corporate",
)  # fmt: skip
PERSON_WORDS = ("居民", "爱心人士", "个人捐赠", "村民", "individual", "person", "family")
CASH_FORMS = (
    "资金", "捐款", "善款", "款", "转账", "货币", "汇款", "银行", "银行转账", "微信", "微信转账", "支付宝", "扫码", "刷卡", "现款", "人民币",
    "微信支付", "支付宝支付", "云闪付", "网银转账", "银行卡", "cash", "WeChat", "Alipay", "bank transfer", "transfer",
)  # fmt: skip

MONEY_SIDE = Side(
    (
        "收入", "收入金额", "收入额", "收", "收款", "收款金额", "进账", "入账", "入账金额", "转入", "存入", "income", "in",
    ),
    words=(
        "捐", "善款", "爱心款", "募",
    ),
    contrary=(
        "利息", "结息", "拨款", "拨付", "拨入", "下拨", "补助", "补贴", "退回", "退款", "退还", "退费", "退库", "退货", "结转", "借款",
        "押金", "租金", "会费", "服务费", "报名费",
    ),
)  # fmt: skip
GOODS_SIDE = Side(
    (
        "入库", "入库数量", "入库数", "入库量", "进库", "领入", "收入", "收入数量", "收", "接收", "接收数量", "收到", "本期收入",
    ),
    words=(
        "捐", "赠", "爱心企业", "爱心人士", "募",
    ),
    contrary=(
        "采购", "购买", "购入", "购置", "自购", "调拨", "盘盈", "退回", "退款", "退还", "退费", "退库", "退货", "结转", "期初", "下拨",
        "下发",
    ),
)  # fmt: skip

CASH_WORDS = "'现金', '现款', '人民币', '捐款', '善款', '慰问金'"  # in place of goods
MONEY_UNITS = "'元', '¥', '￥', 'RMB', 'CNY', '人民币', '万元', '千元', '百元', '亿元', '圆', '块', '人', '人次', '笔', '次', '户', '名', '位', '单位', '个人', '企业'"

RECORD = RecordType(
    label="捐赠",
    row="一行是一笔（份）捐赠",
    placed_on="donated_on",
    key=("receipt_no",),
    deeds=("received",),
    counts_people=True,
    hints=("捐赠", "捐款", "善款", "受赠", "接收"),
    direction="in",
    contrary_hints=("发放", "派发", "领取", "领用", "支出", "使用情况", "使用明细", "拨付", "采购清单", "采购明细"),
    groups=("donor_type", "gift_form", "channel", "fund_name", "purpose"),
    columns=(
        COMMUNITY,
        Column(
            "donated_on",
            "捐赠日期",
            kinds.BOOKED_DATE,
            DATE_HEADERS,
            is_required=True,
        ),
        Column("donor", "捐赠人", kinds.PARTY, DONOR_HEADERS),
        Column(
            "donor_kind",
            "捐赠人类别",
            kinds.TEXT,
            ("捐赠类别", "捐赠主体", "捐赠人类型", "单位/个人", "donor type"),
            choices={
                "单位": ORGANISATION_WORDS,
                "个人": PERSON_WORDS,
            },
        ),
        Column(
            "form",
            "捐赠形式",
            kinds.TEXT,
            ("形式", "捐赠方式", "捐赠类型", "款物类型", "款/物"),
            choices={
                "现金": CASH_FORMS,
                "物资": ("实物", "物品", "捐物", "物"),
                "时间": ("服务", "捐时间", "志愿服务"),
            },
            note="没有写的，有物资或数量的算物资，其余算现金；写着别的（股权、线上）这一行不入库，请写成三种之一，或把这一列指明为渠道",
            refuses_unreadable=True,
        ),
        Column(
            "amount_yuan",
            "金额",
            kinds.AMOUNT,
            AMOUNT_HEADERS,
            side=MONEY_SIDE,
        ),
        Column(
            "valuation_basis", "估值依据", kinds.TEXT, ("作价依据", "折价依据", "计价依据", "估价方式"), example="发票"
        ),
        Column(
            "goods",
            "物资名称",
            kinds.TEXT,
            (
                *("item", "item name", "goods"),
                "物品名称",
                "品名",
                "捐赠物资",
                "捐赠物品",
                "捐赠内容",
                "捐赠物品名称",
                "捐赠物资名称",
                "捐物名称",
                "捐物",
                "捐赠实物",
                "款物名称",
                "物资",
                "物品",
                "入库物资",
            ),
            example="大米",
        ),
        Column(
            "quantity",
            "数量",
            kinds.QUANTITY,
            (*("quantity", "qty"), "数量总计", "件数", "捐赠数量", "捐赠件数", "捐物数量"),
            fills=("quantity_unit",),
            spread_into=("goods",),
            side=GOODS_SIDE,
        ),
        Column("quantity_unit", "单位", kinds.TEXT, ("unit", "计量单位", "数量单位"), example="袋", counted_by="cells"),
        Column(
            "channel",
            "渠道",
            kinds.TEXT,
            ("捐赠渠道", "途径", "方式", "来源"),
            is_open=True,
            choices={
                "线上": ("网络", "微信", "腾讯公益", "线上募捐"),
                "线下": ("现场", "募捐箱", "现场捐赠", "现场募捐"),
            },
        ),
        Column(
            "purpose",
            "限定用途",
            kinds.TEXT,
            (*("purpose", "designation"), "用途", "捐赠用途", "捐款用途", "捐赠意向", "使用方向", "意向"),
            example="为老服务",
        ),
        Column(
            "fund",
            "基金",
            kinds.TEXT,
            ("所属基金", "基金名称", "资金池", "专项基金", "入账基金"),
            example="社区慈善基金",
        ),
        Column(
            "status",
            "到账情况",
            kinds.TEXT,
            (*("status", "payment status"), "状态", "是否到账", "到账状态", "支付状态", "捐赠状态"),
            choices={
                "到账": (
                    *("已到账", "是", "√", "✓", "已接收", "已到", "成功", "支付成功", "交易成功", "捐赠成功"),
                    *("paid", "received", "completed", "success", "verified", "confirmed"),
                ),
                "认捐": ("未到账", "承诺", "否", "待到账", "意向", "pledged", "unpaid", "pending"),
            },
            note="没有这一列或没有写的视为到账，“是否到账”别的行写了是的，空着的这一行先问；写着别的（在途、部分到账）这一行不入库，请写成到账或认捐，部分到账的分两行写",
            refuses_unreadable=True,
            closed_because="没有付成的请删去这一行；退款另起一行的，金额写成负数、这一格写“到账”，或把退掉的两行都删去，没有另一行的只删去这一行",
        ),
        Column(
            "receipt_no",
            "票据号",
            kinds.IDENTIFIER,
            RECEIPT_HEADERS,
        ),
    ),
    either=("amount_yuan", "quantity"),
    told_by_either={
        "giver": ("donor",),
        "donor_type": ("donor", "donor_kind"),
        "gift_form": ("form", "goods", "quantity"),
    },
    derived=(
        Derived(
            "donor_type",
            "捐赠方",
            "varchar",
            "coalesce(donor_kind, donor_nature, '未注明')",
        ),
        Derived(
            "gift_form",
            "款物类别",
            "varchar",
            f"coalesce(form, case when goods in ({CASH_WORDS}) then '现金'"
            " when goods is not null or quantity is not null then '物资' else '现金' end)",
        ),
        Derived("is_received", "是否到账", "boolean", "coalesce(status, '到账') = '到账'"),
        Derived("fund_name", "基金（未注明的归入社区善款）", "varchar", "coalesce(fund, '社区善款')"),
    ),
    checks=(
        Check(
            f"not (coalesce(goods in ({CASH_WORDS}), false) and amount_yuan is null and quantity is not null)",
            "写的是现金，数却写在“数量”里，看不出是多少元，请把它写到“金额”里",
            "quantity",
        ),
        Check(
            "amount_yuan is null or quantity is not null or goods is not null or coalesce(length(quantity_unit) > 2, true)"
            f" or quantity_unit in ({MONEY_UNITS})",
            "“单位”写的不是钱，说不清“金额”里的数是多少元还是多少件。是件数的请写到“数量”里；是元的请把“单位”改成元或清空；都是元的，加 --set 已核对=是",
            "amount_yuan",
            is_doubt=True,
        ),
        Check(
            "amount_yuan is not null or quantity is not null",
            "既没有金额也没有数量，请至少填一项",
            "amount_yuan",
        ),
    ),
)
