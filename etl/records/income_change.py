"""增收：一个人参加一个项目前后的年收入，和收入是本人申报还是核定的；姓名换成代码，收入只存到百元。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, Derived, RecordType

RISE = "income_after_yuan - income_before_yuan"

RECORD = RecordType(
    label="增收",
    row="一行是一个人参加项目前后的一次收入对照",
    placed_on="measured_on",
    is_optional=True,
    is_voluntary=True,
    is_occasional=True,
    hints=("增收", "创收", "致富", "帮扶成效"),
    contrary_hints=("捐赠", "支出", "工资"),
    groups=("project", "basis", "rise_band"),
    columns=(
        COMMUNITY,
        Column("person", "姓名", kinds.PERSON, ("村民姓名", "农户姓名", "户主", "受益人"), is_required=True),
        Column(
            "project", "带动项目", kinds.TEXT, ("项目", "产业", "项目名称", "产业项目", "增收项目"), example="爱心食堂"
        ),
        Column(
            "income_before_yuan",
            "参加前年收入",
            kinds.ROUGH_AMOUNT,
            ("带动前收入", "带动前年收入", "之前年收入", "上年收入", "原年收入", "参加前收入"),
            is_required=True,
            is_private=True,
        ),
        Column(
            "income_after_yuan",
            "参加后年收入",
            kinds.ROUGH_AMOUNT,
            ("带动后收入", "带动后年收入", "现年收入", "本年收入", "目前年收入", "参加后收入"),
            is_required=True,
            is_private=True,
        ),
        Column(
            "basis",
            "收入依据",
            kinds.TEXT,
            ("依据", "核算方式", "认定方式", "收入来源依据"),
            choices={
                "本人申报": ("自报", "申报", "本人声明", "声明"),
                "入户核定": ("核定", "测算", "入户测算", "台账核算", "核实"),
            },
        ),
        Column(
            "measured_on",
            "登记日期",
            kinds.DATE,
            ("核定日期", "申报日期", "填报日期", "统计日期", "登记时间", "日期"),
            is_required=True,
        ),
    ),
    derived=(
        Derived(
            "gainer_key", "收入增加的人的代码", "varchar", f"case when {RISE} > 0 then person_key end", is_key=True
        ),
        Derived(
            "unnamed_gain",
            "收入增加而不知道是谁",
            "boolean",
            f"case when {RISE} > 0 and person_key is null then true end",
        ),
        Derived(
            "rise_band",
            "增收多少（分段）",
            "varchar",
            f"case when {RISE} <= 0 then '没有增加' when {RISE} < 3000 then '不到3千元' when {RISE} < 10000 then '3千–1万元'"
            f" when {RISE} >= 10000 then '1万元以上' end",
        ),
    ),
    checks=(Check("income_before_yuan >= 0 and income_after_yuan >= 0", "收入是负数，请核对", "measured_on"),),
    remarks=(Check("basis is not null", "没有写收入是本人申报还是核定的，请补填", "basis"),),
)
