"""资源清单：一版清单上的一项资源，谁提供、哪一类、多少、从什么时候到什么时候可以用；提供的个人换成代码。"""

from etl import kinds
from etl.columns import COMMUNITY, LIST_VERSION_COLUMN
from etl.schema import Check, Column, RecordType

RECORD = RecordType(
    label="资源清单",
    row="一行是一版清单上的一项资源",
    placed_on="version_on",
    is_work=True,
    is_optional=True,
    is_voluntary=True,
    is_quarterly=True,
    hints=("资源清单", "资源库", "资源汇总", "资源台账"),
    contrary_hints=("需求清单", "项目清单"),
    groups=("kind", "provider_name"),
    columns=(
        COMMUNITY,
        LIST_VERSION_COLUMN,
        Column("resource_no", "资源编号", kinds.IDENTIFIER, ("编号", "资源序号")),
        Column(
            "title",
            "资源名称",
            kinds.TEXT,
            ("资源", "资源内容", "可提供资源", "提供资源", "可提供的资源", "资源描述", "服务内容", "提供内容"),
            is_required=True,
            example="社区会议室",
        ),
        Column(
            "kind",
            "资源类别",
            kinds.TEXT,
            ("资源类型", "类别", "资源分类", "类型"),
            is_open=True,
            choices={
                "场地": ("场地资源", "场所", "阵地"),
                "人力": ("人才", "人力资源", "人员", "专业力量", "志愿者"),
                "物资": ("物资资源", "物品", "设备"),
                "资金": ("资金资源", "善款"),
                "服务": ("服务资源", "专业服务", "优惠服务"),
                "信息": ("信息资源", "宣传"),
            },
        ),
        Column(
            "provider",
            "提供方",
            kinds.PARTY,
            ("提供单位", "提供单位（个人）", "资源提供方", "资源方", "共建单位", "单位名称", "提供者", "联盟单位"),
        ),
        Column(
            "quantity",
            "数量",
            kinds.QUANTITY,
            ("资源数量", "可提供数量"),
            fills=("quantity_unit",),
            example="2场",
        ),
        Column("quantity_unit", "单位", kinds.TEXT, ("计量单位", "数量单位"), example="袋"),
        Column("available_from", "可用起始日期", kinds.DATE, ("起始日期", "开始日期", "可用日期", "生效日期")),
        Column(
            "available_to",
            "可用截止日期",
            kinds.END_DATE,
            ("截止日期", "结束日期", "有效期至", "有效期", "可用至", "到期日期"),
        ),
    ),
    checks=(
        Check(
            "available_to is null or available_from is null or available_to >= available_from",
            "可用截止日期早于起始日期，请核对两个日期",
            "available_to",
        ),
    ),
    remarks=(
        Check(
            "available_to is null or available_to >= version_on",
            "这一版清单开始以前这项资源就已经到期，请核对，或从清单上拿掉",
            "available_to",
        ),
    ),
)
