"""个案服务：一例个案从接案到结案，只存代码、分段和日期，不存个案文字。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, Derived, RecordType

# How long a closed case took: (at most so many days, how the band is called). No band ends with the 90th day, with which
# 90天内结案占比 begins: bands would add up to its numerator, and more of them would have to be hidden.
DURATIONS = (
    (30, "30天以内"),
    (60, "31–60天"),
    (120, "61–120天"),
    (180, "121–180天"),
    (365, "181–365天"),
)
LONGEST = "一年以上"
_BANDS = " ".join(f"when date_diff('day', opened_on, closed_on) <= {days} then '{band}'" for days, band in DURATIONS)

RECORD = RecordType(
    label="个案服务",
    row="一行是一例个案",
    placed_on="opened_on",
    further_dates=("closed_on",),
    key=("case_no",),
    key_advice="结案后重新打开的个案，请用新编号另立一例。",
    deeds=("case_opened",),
    has_private_remarks=True,
    hints=("个案", "接案"),
    groups=("problem_type", "source", "age_band", "duration_band"),
    columns=(
        COMMUNITY,
        Column("case_no", "个案编号", kinds.IDENTIFIER, ("编号", "案号", "档案号", "个案号"), is_required=True),
        Column(
            "opened_on",
            "接案日期",
            kinds.DATE,
            ("立案日期", "开案日期", "接案时间", "建档日期", "开案时间"),
            is_required=True,
        ),
        Column("closed_on", "结案日期", kinds.DATE, ("结案时间", "办结日期", "结束日期"), counted_by="header"),
        Column("client", "服务对象", kinds.PERSON, ("案主", "案主姓名", "服务对象姓名", "姓名", "对象")),
        Column("age_band", "年龄段", kinds.AGE_BAND, ("年龄", "案主年龄")),
        Column(
            "problem_type",
            "问题类型",
            kinds.TEXT,
            ("个案类型", "问题类别", "服务需求", "类型", "需求类型"),
            is_open=True,
            choices={
                "经济困难": ("经济", "生活困难", "救助"),
                "健康照护": ("健康", "照护", "疾病照护"),
                "家庭关系": ("家庭", "婚姻家庭", "家庭纠纷"),
                "心理情绪": ("心理", "情绪", "心理疏导"),
                "就业": ("就业援助", "求职"),
                "儿童成长": ("亲子", "成长", "学业"),
            },
        ),
        Column("source", "来源", kinds.TEXT, ("个案来源", "转介来源", "接案来源"), is_open=True, example="居委会转介"),
        Column("worker", "负责社工", kinds.PERSON, ("社工", "跟进社工", "个案社工", "责任社工")),
        Column(
            "stage",
            "阶段",
            kinds.TEXT,
            ("个案阶段", "进展", "状态", "个案状态"),
            is_open=True,
            choices={
                "接案": ("立案",),
                "预估": ("评估需求",),
                "计划": ("制定计划",),
                "介入": ("跟进中", "服务中", "进行中", "在办"),
                "评估": (),
                "结案": ("已结案", "办结", "已结"),
            },
        ),
        Column("sessions_count", "服务次数", kinds.COUNT, ("面谈次数", "跟进次数", "会谈次数", "服务节数")),
        Column("score_before", "服务前评分", kinds.SCORE, ("前测", "前测得分", "介入前评分", "服务前")),
        Column("score_after", "服务后评分", kinds.SCORE, ("后测", "后测得分", "介入后评分", "服务后")),
    ),
    derived=(
        Derived("days_to_close", "结案天数", "integer", "date_diff('day', opened_on, closed_on)"),
        Derived(
            "duration_band",
            "结案用时",
            "varchar",
            f"case when closed_on is null then null {_BANDS} else '{LONGEST}' end",
            bands=(*(band for _, band in DURATIONS), LONGEST),
            bands_of="days_to_close",
        ),
        Derived(
            "is_improved",
            "是否改善",
            "boolean",
            "case when score_before is not null and score_after is not null then score_after > score_before end",
        ),
    ),
    checks=(
        Check("closed_on is null or closed_on >= opened_on", "结案日期早于接案日期，请核对两个日期", "closed_on"),
        Check("not (stage = '结案' and closed_on is null)", "阶段写“结案”但没有结案日期，请补填结案日期", "closed_on"),
    ),
)
