"""志愿服务：一人一次服务的时间，按《志愿服务记录与证明出具办法（试行）》记录实际服务时间。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, Derived, RecordType

HOURS_OF_A_DAY = 24  # of one person; what is more is not counted

RECORD = RecordType(
    label="志愿服务",
    row="一行是一名志愿者的一次服务",
    placed_on="served_on",
    deeds=("held", "came", "served"),
    counts_people=True,
    hints=("志愿", "服务时长", "时长", "义工", "volunteer", "Volunteer", "VOLUNTEER"),
    # paid or ordered work and children looked after have hours, too
    contrary_hints=(
        "加班",
        "矫正对象",
        "矫正人员",
        "公益劳动",
        "托管班登记",
        "托管登记",
        "公益岗",
        "公益性岗位",
        "考勤工资",
        "工资表",
    ),
    proofs=("签名", "签字", "签到"),
    groups=("team",),
    columns=(
        COMMUNITY,
        Column(
            "person",
            "志愿者",
            kinds.PERSON,
            ("姓名", "志愿者姓名", "服务人员", "义工姓名", "服务者", "name", "volunteer", "volunteer name"),
            is_required=True,
            other_words=("老人", "老年", "学生", "儿童", "孩子", "居民", "对象", "户主", "残疾", "困难", "家长"),
        ),
        Column(
            "team",
            "服务队",
            kinds.TEXT,
            ("队伍", "志愿服务队", "所属队伍", "志愿队伍", "团队", "所在队伍", "团队名称", "team"),
            example="银龄志愿队",
            counted_by="cells",
        ),
        Column(
            "served_on",
            "服务日期",
            kinds.DATE,
            (
                "日期",
                "服务时间",
                "时间",
                "活动日期",
                "志愿服务日期",
                "服务开展日期",
                "服务开始时间",
                "活动开始时间",
                "活动开始日期",
                "开始时间",
                "上岗时间",
                *("签到时间", "签到日期"),
                *("date", "service date"),
            ),
            is_required=True,
            other_words=("报名", "申请", "填报", "录入", "注册", "出生"),
        ),
        Column(
            "service_hours",
            "服务时长",
            kinds.HOURS,
            (
                "时长",
                "服务时数",
                "小时数",
                "工时",
                "时数",
                "志愿服务时间",
                "志愿时长",
                "志愿服务时长",
                "服务小时数",
                "服务小时",
                "信用时数",
                "信用时长",
                *("hours", "service hours", "volunteer hours"),
                *("实际时长", "实际服务时长", "认定时长", "认定服务时长", "核定时长", "有效时长", "确认时长"),
            ),
            is_required=True,
            scales={"分钟": 1 / 60, "分": 1 / 60, "天": None, "日": None},
            spread_into=("served_on",),
            note="一天一列的表，把那几列都指明为“服务时长”",
        ),
        Column(
            "activity",
            "服务项目",
            kinds.TEXT,
            ("活动名称", "服务内容", "项目名称", "志愿项目", "活动", "activity", "event"),
            example="书法班",
        ),
        Column("recipients_count", "服务对象人次", kinds.COUNT, ("服务人次", "受益人次", "服务对象人数", "服务人数")),
        Column("recorder", "记录人", kinds.PERSON, ("登记人", "填表人", "核实人")),
        Column("registered_on", "注册日期", kinds.ROUGH_DATE, ("登记日期", "注册时间", "入队日期", "加入日期")),
    ),
    derived=(
        Derived(
            "joined_on",
            "成为志愿者的日期",
            "date",
            "least(coalesce(registered_on, served_on), served_on)",
        ),
    ),
    checks=(
        Check("service_hours > 0", "服务时长为0或负数，请核对后填写实际服务时间", "service_hours"),
        Check("service_hours <= 24", "一次服务超过24小时，请按天分行登记", "service_hours"),
    ),
)
