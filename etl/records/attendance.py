"""活动签到：谁参加了哪场活动，是参与人数（去重）的依据。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, RecordType

RECORD = RecordType(
    label="活动签到",
    row="一行是一人参加一场活动的一次签到",
    placed_on="attended_on",
    hints=("签到", "考勤", "参加名单"),
    proofs=("签名", "签字", "签到", "上班", "下班"),
    exclusions=(Check("is_present = false", "没有到场的人", "is_present"),),
    groups=("identity",),
    columns=(
        COMMUNITY,
        Column(
            "activity",
            "活动名称",
            kinds.TEXT,
            (*("activity", "activity name", "event", "event name"), "活动主题", "活动", "主题", "课程名称", "会议名称"),
            is_required=True,
            example="书法班",
        ),
        Column(
            "attended_on",
            "签到日期",
            kinds.DATE,
            (
                *("date", "event date", "activity date", "attendance date"),
                "日期",
                "签到时间",
                "时间",
                "活动日期",
                "活动时间",
                "参加日期",
            ),
            is_required=True,
        ),
        Column(
            "person",
            "姓名",
            kinds.PERSON,
            (
                *("participant", "participant name", "attendee", "attendee name"),
                "签到人",
                "居民姓名",
                "参加人",
                "参与者",
                "参加者",
                "参加人员",
                "姓名（签名）",
            ),
            is_required=True,
        ),
        Column(
            "identity",
            "身份",
            kinds.TEXT,
            ("人员身份", "人员类别", "参与者身份", "身份类别"),
            is_open=True,
            choices={
                "居民": ("村民", "社区居民", "群众"),
                "党员": ("中共党员",),
                "志愿者": ("义工",),
                "两委干部": ("村委干部", "社区干部", "两委"),
                "社会组织代表": ("社会组织",),
                "社工": ("社会工作者", "社工师"),
            },
        ),
        Column(
            "is_present",
            "是否到场",
            kinds.YES_NO,
            (
                "到场",
                "实到",
                "是否参加",
                "到场情况",
                "是否签到",
                "是否出席",
                "出席情况",
                "出席",
                "是否参会",
                "出勤",
                "出勤情况",
            ),
            spread_into=("attended_on",),
            refuses_unreadable=True,
            note="没有到场的人不入库；没有这一列的按都到了场计；一天一列打勾的，把那几列都指明为“是否到场”",
        ),
        Column(
            "is_new",
            "是否首次参加",
            kinds.YES_NO,
            ("首次参加", "新参与者", "是否新增", "新老居民", "是否首次", "新/老"),
        ),
    ),
    checks=(
        Check(
            "is_present is not null or (select count(is_present) from typed) = 0",
            "“是否到场”没有填，请写是或否",
            "is_present",
        ),
    ),
)
