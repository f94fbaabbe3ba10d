"""物资发放：物资从谁那里来、发给了谁、发了多少；发出的物资与收到的捐赠分开登记。"""

from etl import kinds
from etl.columns import COMMUNITY, RECIPIENT_GROUPS
from etl.schema import Column, Derived, RecordType

RECORD = RecordType(
    label="物资发放",
    row="一行是一次发放的一种物资",
    placed_on="given_on",
    is_optional=True,
    hints=("发放", "派发", "领取", "领用", "发放登记", "签领", "慰问品"),
    direction="out",
    contrary_hints=("受赠", "接收捐赠", "捐赠接收", "入库"),
    groups=("goods", "recipient_group", "source", "project"),
    columns=(
        COMMUNITY,
        Column(
            "given_on",
            "发放日期",
            kinds.DATE,
            ("日期", "发放时间", "派发日期", "派发时间", "领取日期", "领取时间", "领用日期", "签领日期", "时间"),
            is_required=True,
        ),
        Column(
            "goods",
            "物资",
            kinds.TEXT,
            ("物资名称", "物品", "物品名称", "品名", "发放物资", "发放物品", "慰问品", "名称", "项目物资"),
            is_required=True,
        ),
        Column(
            "quantity",
            "数量",
            kinds.QUANTITY,
            ("发放数量", "派发数量", "领取数量", "领用数量", "份数", "件数", "数量总计"),
            is_required=True,
            fills="quantity_unit",
            spread_into=("goods",),
            note="一列一种物资的表，把那几列都指明为“数量”",
        ),
        Column("quantity_unit", "单位", kinds.TEXT, ("计量单位", "数量单位")),
        Column(
            "value_yuan",
            "折算金额",
            kinds.AMOUNT,
            ("金额", "价值", "物资价值", "折价", "估值", "总价"),
            scales={"万元": 10000},
        ),
        Column(
            "recipient",
            "领取人",
            kinds.PARTY,
            ("受助对象", "受助人", "受益人", "领取单位", "接收单位", "接收人", "姓名", "签收人", "发放对象", "户主"),
        ),
        Column(
            "recipient_group",
            "受益人群",
            kinds.TEXT,
            ("受益对象", "人群", "对象类别", "人员类别", "服务对象类别", "发放群体", "群体"),
            is_open=True,
            choices=RECIPIENT_GROUPS,
        ),
        Column("helped_count", "受益人数", kinds.COUNT, ("受助人数", "惠及人数", "领取人数", "发放人数")),
        Column(
            "source",
            "物资来源",
            kinds.TEXT,
            ("来源", "捐赠单位", "捐赠方", "资金来源", "提供单位"),
            is_organisation=True,
        ),
        Column("project", "项目", kinds.TEXT, ("项目名称", "活动", "活动名称", "发放事由", "事由")),
    ),
    derived=(
        Derived("unit_name", "数量单位（未注明的记为件）", "varchar", "coalesce(quantity_unit, '件')"),
        Derived(
            "has_named_recipient",
            "是否登记到人或单位",
            "boolean",
            "recipient_key is not null or recipient_name is not null",
        ),
    ),
)
