"""汇总上报：社区只报了一个月的合计数，没有逐笔的台账。某个月没有一条明细计入时才用，绝不与明细相加。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, Derived, RecordType

# unit → factor to 元, 小时 or one
_OF_MONEY = {"万元": 10000, "千元": 1000}
_OF_HOURS = {"分钟": 1 / 60, "千小时": 1000, "万小时": 10000}
SCALES = {**_OF_MONEY, **_OF_HOURS, "百人次": 100, "千人次": 1000, "万人次": 10000}
_FACTORS = " ".join(f"when '{unit}' then {factor!r}" for unit, factor in SCALES.items())
_MONEY = "item in ('捐赠金额', '支出金额')"
_HOURS = "item = '服务时长'"
_AMOUNT = f"value * case unit {_FACTORS} else 1 end"


def _units(*units: str) -> str:
    return ", ".join(f"'{unit}'" for unit in units)


# item → record types whose rows count the same
ITEM_RECORDS = {
    "活动场次": ("activity",),
    "参与人次": ("activity", "attendance"),
    "服务时长": ("volunteer_service",),
    "接案数": ("casework",),
    "结案数": ("casework",),
    "捐赠金额": ("donation",),
    "支出金额": ("fund_use",),
    "走访户次": ("activity",),
    "小组节次": ("activity",),
    "受理工单": ("service_request",),
    "办结工单": ("service_request",),
}

RECORD = RecordType(
    label="汇总上报",
    row="一行是一个社区一个月一个项目的合计数",
    placed_on="month_on",
    is_occasional=True,
    is_optional=True,
    is_reported_sum=True,
    hints=("汇总", "统计表", "月报", "季报"),
    columns=(
        COMMUNITY,
        Column(
            "month_on",
            "月份",
            kinds.MONTH,
            ("统计月份", "汇总月份", "报送月份", "上报月份", "所属月份", "年月", "月度"),
            is_required=True,
            note="只写“3月”的，年份从标题、工作表名或文件名里认",
        ),
        Column(
            "item",
            "项目",
            kinds.ITEM,
            ("汇总项目", "统计项目", "指标", "指标名称", "统计指标", "项目名称"),
            is_required=True,
            fills=("unit",),
            choices={
                "活动场次": (
                    "场次",
                    "活动场数",
                    "活动次数",
                    "活动数量",
                    "活动数",
                    "开展活动",
                    "开展活动场次",
                    "举办活动场次",
                ),
                "参与人次": (
                    "活动人次",
                    "开展活动人次",
                    "社区活动人次",
                    "参加人次",
                    "服务人次",
                    "活动参与人次",
                    "参与活动人次",
                    "到场人次",
                ),
                "服务时长": ("志愿服务时长", "志愿服务时间", "志愿时长", "志愿服务小时数", "服务时数", "服务小时"),
                "接案数": (
                    "接案",
                    "新增个案",
                    "新开个案",
                    "个案接案数",
                    "新接个案",
                    "新接案",
                    "新接案数",
                    "新增接案",
                    "本月接案",
                    "接案个数",
                ),
                "结案数": ("结案", "结案个案", "个案结案数", "本月结案", "结案个数"),
                "捐赠金额": ("捐款金额", "捐赠款", "捐款", "善款", "善款收入", "到账现金", "到账金额", "现金捐赠"),
                "支出金额": ("支出", "善款支出", "资金支出", "使用金额", "资金使用"),
                "走访户次": ("入户走访", "走访次数", "走访", "探访户次", "入户探访", "家访"),
                "小组节次": ("小组", "小组活动节次", "小组活动"),
                "受理工单": ("工单", "受理诉求", "受理工单数", "诉求数", "受理数", "受理件数", "诉求件数"),
                "办结工单": ("办结诉求", "办结工单数", "办结数", "办结件数"),
            },
        ),
        Column(
            "value",
            "数值",
            kinds.QUANTITY,
            ("汇总数", "合计数", "统计数", "完成数", "本月数", "本月完成", "本期数"),
            is_required=True,
            fills=("unit",),
            scales=SCALES,
            spread_into=("month_on", "item", "community"),
            note="一列一个月、一列一个项目或一列一个社区的表，把那几列都指明为“数值”",
        ),
        Column("unit", "单位", kinds.TEXT, ("计量单位", "数值单位"), example="人次"),
        Column("source", "来源", kinds.TEXT, ("数据来源", "报表名称", "资料来源"), example="社区月报"),
    ),
    derived=(
        Derived(
            "amount",
            "数值（折成元、小时或个数）",
            "double",
            _AMOUNT,
        ),
    ),
    checks=(
        Check(
            f"{_MONEY} or {_HOURS} or abs({_AMOUNT} - round({_AMOUNT})) < 1e-6",
            "场次、人次、户次、案数和工单数应是整数，请核对",
            "value",
        ),
        Check(
            f"unit is null or (unit in ({_units('元', '人民币', *_OF_MONEY)})) = ({_MONEY})",
            "单位与项目不符：金额的单位是元、千元或万元，别的项目不能用它们",
            "unit",
        ),
        Check(
            f"unit is null or (unit in ({_units('小时', '时', '个小时', *_OF_HOURS)})) = ({_HOURS})",
            "单位与项目不符：服务时长的单位是小时或分钟，别的项目不能用它们",
            "unit",
        ),
    ),
)
