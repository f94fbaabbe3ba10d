"""积分兑换：一个人一次用多少分换了什么；兑换只减积分，不减志愿服务时间。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, RecordType, Side

CATALOGUE_HINTS = (
    "兑换目录",
    "物品目录",
    "兑换标准",
    "兑换清单",
    "兑换价目",
)  # words of what points buy, not of what they bought
# Goods keep the names they were written under: each has a price of its own.
VOUCHERS = {
    "早餐券": ("早餐",),
    "理发券": ("理发",),
    "干洗券": ("干洗",),
    "洗车券": ("洗车",),
    "生活用品": ("日用品",),
}

RECORD = RecordType(
    label="积分兑换",
    row="一行是一个人的一次兑换",
    placed_on="redeemed_on",
    is_optional=True,
    is_voluntary=True,
    deeds=("redeemed",),
    counts_people=True,
    hints=("积分兑换", "兑换登记", "兑换记录", "换领"),
    contrary_hints=CATALOGUE_HINTS,
    groups=("voucher",),
    columns=(
        COMMUNITY,
        Column("redeemed_on", "兑换日期", kinds.DATE, ("兑换时间", "日期", "换领日期", "时间"), is_required=True),
        Column("person", "兑换人", kinds.PERSON, ("姓名", "志愿者", "志愿者姓名", "换领人")),
        Column(
            "voucher",
            "兑换项目",
            kinds.TEXT,
            ("兑换物品", "兑换内容", "奖品", "换领物品", "项目"),
            is_open=True,
            names_things=True,
            choices=VOUCHERS,
        ),
        Column(
            "pieces",
            "兑换数量",
            kinds.QUANTITY,
            ("数量", "件数", "兑换件数", "份数"),
            fills=("pieces_unit",),
            note="没有写的算一件",
            example="1",
        ),
        Column("pieces_unit", "单位", kinds.TEXT, ("计量单位", "数量单位"), example="袋"),
        Column(
            "redeemed_points",
            "扣减积分",
            kinds.COUNT,
            (
                "兑换积分",
                "使用积分",
                "消耗积分",
                "扣除积分",
                "扣减分值",
                "消费积分",
                "所需积分",
                "积分",
                "扣分",
                "减少积分",
                "支出积分",
            ),
            is_required=True,
            side=Side(
                others=(
                    "增加积分",
                    "获得积分",
                    "新增积分",
                    "奖励积分",
                    "积分增加",
                    "所得积分",
                    "获取积分",
                    "收入积分",
                    "本次积分",
                    "存入积分",
                    "加分",
                )
            ),
        ),
    ),
    checks=(
        Check("redeemed_points > 0", "扣减积分不是正数，请核对；退回的请删去原来的一行", "redeemed_points"),
        Check("pieces is null or pieces > 0", "兑换数量不是正数，请核对；退回的请删去原来的一行", "pieces"),
    ),
)
