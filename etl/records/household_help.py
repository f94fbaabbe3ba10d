"""双补贴购物：困难家庭按爱心清单买生活必需品，企业补一部分、项目补一部分、自己付一部分；户主换成代码，按户计。"""

from etl import kinds
from etl.columns import COMMUNITY, RECIPIENT_GROUPS
from etl.schema import Check, Column, Derived, RecordType

CENT = 0.005  # half of the least amount: sums of what is rounded to fen differ by less

RECORD = RecordType(
    label="双补贴购物",
    row="一行是一户的一张订单",
    placed_on="ordered_on",
    is_optional=True,
    is_voluntary=True,
    key=("order_no",),
    hints=("双补贴", "爱心到家", "爱心清单", "特惠", "补贴购物"),
    contrary_hints=("工资", "岗位补贴"),
    groups=("recipient_group", "goods_kind"),
    columns=(
        COMMUNITY,
        Column("order_no", "订单号", kinds.IDENTIFIER, ("订单编号", "编号", "单号")),
        Column("household", "户主", kinds.PERSON, ("户主姓名", "受助户", "家庭", "姓名", "下单人", "购买人", "困难户")),
        Column(
            "recipient_group",
            "困难类别",
            kinds.TEXT,
            ("家庭类别", "户类别", "对象类别", "人员类别", "困难类型"),
            choices=RECIPIENT_GROUPS,
        ),
        Column(
            "ordered_on",
            "下单日期",
            kinds.DATE,
            ("订单日期", "购买日期", "下单时间", "日期", "配送日期", "购买时间"),
            is_required=True,
        ),
        Column(
            "goods_kind",
            "商品类别",
            kinds.TEXT,
            ("商品", "品类", "物品", "购买物品"),
            is_open=True,
            names_things=True,
            choices={"米面粮油": ("米油", "大米", "食用油"), "日用品": ("纸品", "洗护用品"), "食品": ("牛奶", "副食")},
        ),
        Column(
            "total_yuan", "订单金额", kinds.AMOUNT, ("原价", "总价", "总金额", "商品金额", "合计金额"), example="100"
        ),
        Column(
            "company_yuan",
            "企业补贴",
            kinds.AMOUNT,
            ("企业补贴金额", "企业让利", "爱心企业补贴"),
            is_required=True,
            example="20",
        ),
        Column(
            "project_yuan",
            "项目补贴",
            kinds.AMOUNT,
            ("项目补贴金额", "基金补贴", "社工站补贴"),
            is_required=True,
            example="30",
        ),
        Column(
            "self_yuan", "自付", kinds.AMOUNT, ("自付金额", "个人支付", "居民自付", "实付金额", "实付"), example="50"
        ),
    ),
    derived=(Derived("subsidy_yuan", "补贴合计", "decimal(18,2)", "company_yuan + project_yuan"),),
    checks=(
        Check(
            "least(company_yuan, project_yuan, coalesce(self_yuan, 0)) >= 0",
            "补贴或自付是负数，请核对；退单请删去原来的一行",
            "company_yuan",
        ),
    ),
    remarks=(
        Check(
            f"abs(total_yuan - company_yuan - project_yuan - self_yuan) < {CENT}",
            "企业补贴、项目补贴和自付加起来不等于订单金额，请核对",
            "total_yuan",
        ),
    ),
)
