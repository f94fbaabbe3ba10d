"""积分兑换目录：某天起一种物品或服务几分可以换一件、备了多少件；改价、补货、换季就另写一行，同一物品的下一行接替上一行。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.records.redemption import CATALOGUE_HINTS, VOUCHERS
from etl.schema import Check, Column, RecordType

RECORD = RecordType(
    label="积分兑换目录",
    row="一行是一种物品从某天起的价格和库存",
    placed_on="offered_on",
    is_work=True,
    is_optional=True,
    is_voluntary=True,
    is_roster=True,
    key=("voucher", "offered_on"),
    key_advice="同一种物品同一天起只能有一行。",
    hints=CATALOGUE_HINTS,
    contrary_hints=("兑换登记", "兑换记录", "换领", "捐赠", "发放"),
    groups=("voucher",),
    columns=(
        COMMUNITY,
        Column(
            "voucher",
            "可兑换物品",
            kinds.TEXT,
            (
                "兑换物品",
                "兑换项目",
                "物品名称",
                "奖品",
                "奖品名称",
                "礼品名称",
                "礼品",
                "兑换内容",
                "物品",
                "品名",
                "名称",
            ),
            is_required=True,
            is_open=True,
            names_things=True,
            choices=VOUCHERS,
            note="照兑换登记里的名称写，才对得上",
        ),
        Column(
            "price_points",
            "每件积分",
            kinds.PRICE,
            (
                "所需积分",
                "兑换积分",
                "兑换分值",
                "积分价格",
                "需要积分",
                "需积分",
                "分值",
                "积分",
                "积分单价",
                "积分值",
            ),
            is_required=True,
        ),
        Column(
            "stock",
            "备货数量",
            kinds.QUANTITY,
            ("库存", "库存数量", "数量", "可兑换数量", "投放数量", "上架数量", "库存量"),
            fills=("stock_unit",),
            refuses_unreadable=True,
            note="从上架日期起可以换多少件，补货的写补货后一共多少件；没有写的不限量，不计库存",
            example="20",
        ),
        Column("stock_unit", "单位", kinds.TEXT, ("计量单位", "数量单位"), example="袋"),
        Column(
            "offered_on",
            "上架日期",
            kinds.DATE,
            ("起始日期", "开始日期", "生效日期", "执行日期", "上架时间", "有效期起", "从何时起", "兑换开始日期"),
            is_required=True,
        ),
        Column(
            "offered_to",
            "下架日期",
            kinds.END_DATE,
            ("截止日期", "结束日期", "有效期至", "有效期止", "下架时间", "有效期", "兑换截止日期"),
        ),
    ),
    checks=(
        Check("price_points > 0", "每件积分不是正数，请核对", "price_points"),
        Check("stock is null or stock > 0", "备货数量不是正数，请核对；不限量的请留空", "stock"),
        Check("offered_to is null or offered_to >= offered_on", "下架日期早于上架日期，请核对两个日期", "offered_to"),
    ),
)
