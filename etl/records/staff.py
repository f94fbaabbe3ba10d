"""工作人员：一个人在一个单位任职，有什么社会工作证书、哪天取得；姓名换成代码。"""

from etl import kinds
from etl.columns import COMMUNITY, ends_after
from etl.schema import Check, Column, Derived, RecordType

FIRST_EXAM = (
    "2008-06-01"  # the month of the first national qualification for social workers, of which the day may be left out
)
LEAST_AGE = 16  # from which somebody may be employed
ASSISTANT, INTERMEDIATE, SENIOR, NONE = "助理社会工作师", "社会工作师", "高级社会工作师", "无"

RECORD = RecordType(
    label="工作人员",
    row="一行是一个人在一个单位的任职",
    placed_on="joined_on",
    further_dates=("certified_on", "left_on"),
    is_optional=True,
    is_voluntary=True,
    is_roster=True,
    hints=("工作人员", "社工名册", "社工人员", "持证", "人员名册"),
    contrary_hints=("志愿者", "签到", "工资"),
    groups=("employer", "certificate", "position"),
    columns=(
        COMMUNITY,
        Column(
            "employer",
            "工作单位",
            kinds.TEXT,
            ("所在单位", "单位", "机构", "所属机构", "聘用单位", "任职单位"),
            is_required=True,
            is_organisation=True,
            example="某某社工站",
        ),
        Column("person", "姓名", kinds.PERSON, ("工作人员", "社工姓名", "员工姓名"), is_required=True),
        Column("position", "岗位", kinds.TEXT, ("职务", "岗位名称", "职位"), example="社区社工"),
        Column(
            "certificate",
            "社工证书",
            kinds.TEXT,
            ("证书", "持证情况", "职业水平", "社工证", "资格证书", "社工等级", "证书等级"),
            choices={
                ASSISTANT: (
                    "初级",
                    "助理",
                    "助理社会工作师（初级）",
                    "助理社工师",
                    "初级社工",
                    "初级社工师",
                    "助理社会工作者",
                ),
                INTERMEDIATE: ("中级", "社会工作师（中级）", "社工师", "中级社工", "中级社工师"),
                SENIOR: ("高级", "高级社会工作师（高级）", "高级社工", "高级社工师"),
                NONE: ("未取得", "没有", "无证", "未持证", "无证书"),
            },
            counted_by="cells",
        ),
        Column("certified_on", "取证日期", kinds.ROUGH_DATE, ("取证时间", "发证日期", "证书日期", "批准日期")),
        Column(
            "joined_on",
            "入职日期",
            kinds.ROUGH_DATE,
            ("入职时间", "到岗日期", "任职日期", "参加工作日期", "上岗日期"),
            is_required=True,
        ),
        Column("left_on", "离职日期", kinds.ROUGH_DATE, ("离职时间", "离岗日期", "退休日期")),
        Column(
            "birth_year",
            "出生年份",
            kinds.BIRTH_YEAR,
            ("出生年月", "出生日期", "出生年月日", "出生时间", "生日"),
            note="可以不填：只用来核对取证日期，不入库，也不显示",
            is_private=True,
        ),
    ),
    derived=(
        Derived(
            "certified_from",
            "持证在岗从哪天起",
            "date",
            f"case when certificate in ('{ASSISTANT}', '{INTERMEDIATE}', '{SENIOR}')"
            " then greatest(joined_on, coalesce(certified_on, joined_on)) end",
            told_by=("certificate",),
        ),
    ),
    checks=(
        ends_after("left_on", "joined_on", "离职日期早于入职日期，请核对两个日期"),
        Check(
            f"certified_on is null or certified_on >= date '{FIRST_EXAM}'",
            "取证日期早于2008年6月第一次全国社会工作者考试，请核对",
            "certified_on",
        ),
        Check(
            f"certified_on is null or birth_year is null or year(certified_on) - birth_year >= {LEAST_AGE}",
            f"取证日期早于出生，或那时还不满{LEAST_AGE}岁，请核对取证日期和出生年份",
            "certified_on",
        ),
        Check(
            f"not (certified_on is not null and certificate = '{NONE}')",
            "写了取证日期，证书一栏却是“无”，请核对",
            "certificate",
        ),
    ),
    remarks=(
        Check(
            f"certificate is null or certificate = '{NONE}' or certified_on is not null",
            "有证书没有写取证日期，按入职那天起持证计，请补填",
            "certified_on",
        ),
    ),
)
