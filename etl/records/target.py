"""项目指标：某个社区（或其中一个项目）在一段时间里要达到的一个数，出自哪份文件，哪天定的；改了就另写一行，写明改的日期。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.parse.bounds import PERCENT
from etl.schema import Check, Column, RecordType

# First-level indicators of the form 项目支出绩效自评表, with what else ledgers call them.
BUDGET, OUTPUT, BENEFIT, SATISFACTION = "预算执行", "产出指标", "效益指标", "满意度指标"

RECORD = RecordType(
    label="项目指标",
    row="一行是一个指标在一段时间里的目标值",
    placed_on="set_on",
    is_work=True,
    is_optional=True,
    is_voluntary=True,
    is_roster=True,
    hints=("项目指标", "绩效目标", "指标任务", "目标任务", "自评表", "考核指标"),
    groups=("group_one",),
    columns=(
        COMMUNITY,
        Column(
            "indicator",
            "指标",
            kinds.INDICATOR,
            ("指标名称", "三级指标", "绩效指标", "考核指标", "任务指标", "目标项目"),
            is_required=True,
            fills=("unit",),
            note="写指标字典里的名称、别名或编号",
        ),
        Column(
            "from_on",
            "期间",
            kinds.PERIOD,
            (
                "统计期",
                "考核期",
                "考核期间",
                "实施期",
                "项目期",
                "项目周期",
                "年度",
                "所属年度",
                "开始日期",
                "起始日期",
            ),
            is_required=True,
            fills=("to_on",),
            note="2026年、2026年上半年、2026年1月至6月；只写开始那天的，另写一列期末",
        ),
        Column("to_on", "期末", kinds.DATE, ("截止日期", "结束日期", "期末日期", "完成期限", "完成时限")),
        Column("project", "项目", kinds.TEXT, ("项目名称", "所属项目", "服务项目名称"), example="爱心食堂"),
        Column(
            "group_one",
            "一级指标",
            kinds.TEXT,
            ("指标类别", "指标类型"),
            choices={
                OUTPUT: ("产出", "数量指标", "质量指标", "时效指标"),
                BENEFIT: ("效益", "社会效益", "社会效益指标", "可持续影响", "成效指标"),
                SATISFACTION: ("满意度", "服务对象满意度", "服务对象满意度指标"),
                BUDGET: ("预算执行率", "预算", "成本指标", "资金执行"),
            },
        ),
        Column("group_two", "二级指标", kinds.TEXT, ("指标细类",), example="服务产出"),
        Column(
            "value",
            "指标值",
            kinds.BOUND,
            ("年度指标值", "目标值", "计划值", "计划数", "计划完成", "协议指标", "合同指标", "目标数", "任务数"),
            is_required=True,
            fills=("unit", "bound"),
            scales={"万元": 10_000, "千元": 1_000, "万人次": 10_000, "万人": 10_000},
            note="可以带单位和要求：≥200人次、不超过30天、90%",
        ),
        Column("unit", "单位", kinds.TEXT, ("计量单位", "指标单位"), choices={PERCENT: ("%", "百分数")}, is_open=True),
        Column(
            "bound",
            "要求",
            kinds.TEXT,
            ("指标要求", "比较方式", "方向"),
            choices={"不少于": ("≥", "不低于", "至少", "以上"), "不超过": ("≤", "不高于", "至多", "以内", "以下")},
            note="没有写的，按指标是越高越好还是越低越好",
        ),
        Column("weight", "分值", kinds.NUMBER, ("权重", "满分", "标准分"), example="10"),
        Column(
            "document",
            "依据文件",
            kinds.TEXT,
            ("指标来源", "文件依据", "依据", "协议名称", "指标依据", "任务来源"),
            example="2023年项目协议书",
        ),
        Column(
            "set_on",
            "设定日期",
            kinds.DATE,
            ("下达日期", "签订日期", "制定日期", "确定日期", "调整日期", "设定时间", "下达时间"),
            is_required=True,
        ),
        Column(
            "reason",
            "偏差原因",
            kinds.SENTENCE,
            ("偏差原因分析", "偏差原因分析及改进措施", "未完成原因", "原因分析", "偏差说明"),
            example="受台风影响，三场活动改为线上。",
        ),
        Column(
            "measures", "改进措施", kinds.SENTENCE, ("整改措施", "下一步措施", "改进办法"), example="下季度补办三场。"
        ),
    ),
    checks=(
        Check("to_on is not null", "期间看不出到哪天为止，请写成2026年、2026年1月至6月，或另写一列期末", "from_on"),
        Check("to_on >= from_on", "期末早于期初，请核对", "to_on"),
        Check("weight is null or weight >= 0", "分值小于零，请核对", "weight"),
    ),
    remarks=(Check("set_on <= to_on", "设定日期晚于期末，是事后才定的指标，请核对", "set_on"),),
)
