"""满意度：一份问卷对一个问题的一次评分；5分、10分、100分等各种分制各自保留。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, Derived, RecordType

# 4分制, 1-6分: scales of questionnaires of one's own, as headers write them; 满分10分
_OTHER_SCALES = {
    unit: ("scale", str(highest)) for highest in (3, 4, 6, 7, 8, 9) for unit in (f"{highest}分制", f"1-{highest}分")
} | {f"满分{highest}{ending}": ("scale", str(highest)) for highest in (*range(3, 11), 100) for ending in ("分", "")}

RECORD = RecordType(
    label="满意度",
    row="一行是一份问卷对一个问题（维度）的评分",
    placed_on="surveyed_on",
    is_occasional=True,
    hints=("满意度", "问卷", "测评", "调查"),
    contrary_hints=("成绩", "知识测试", "测验", "考试", "评委", "评审打分"),
    groups=("dimension", "wave", "mode", "respondent_band"),
    columns=(
        COMMUNITY,
        Column("answer_no", "问卷编号", kinds.IDENTIFIER, ("response id", "答卷编号", "序列号", "问卷号", "样本编号")),
        Column("wave", "调查批次", kinds.TEXT, ("批次", "轮次", "调查轮次", "期次", "波次"), example="2023年上半年"),
        Column(
            "surveyed_on",
            "调查日期",
            kinds.DATE,
            (
                *("survey date", "response date"),
                "日期",
                "填写日期",
                "提交时间",
                "提交答卷时间",
                "结束答题时间",
                "答题时间",
                "测评日期",
                "填写时间",
                "时间",
                "调查时间",
                "回访日期",
                "回访时间",
                "评价日期",
                "评价时间",
            ),
            is_required=True,
        ),
        Column(
            "mode",
            "调查方式",
            kinds.TEXT,
            ("方式", "填写方式", "来源", "渠道", "访问方式"),
            is_open=True,
            choices={
                "面访": ("入户", "面对面", "入户访问", "当面填写"),
                "扫码": ("二维码", "网络", "线上", "微信", "问卷星", "扫码填写"),
                "电话": ("电访", "电话访问"),
            },
        ),
        Column(
            "dimension",
            "问题",
            kinds.TEXT,
            ("维度", "题目", "评价维度", "测评维度", "项目", "调查内容", "评价内容"),
            is_open=True,
            choices={
                "总体满意度": (
                    *("总体", "总体满意", "总体是否满意", "总体满意程度", "总体评价", "总体感受"),
                    *("整体满意度", "整体满意", "整体评价", "综合满意度", "综合评价"),
                )
            },
        ),
        Column(
            "score",
            "得分",
            kinds.RATING,
            (
                *("rating", "satisfaction", "satisfaction score", "satisfaction rating"),
                "评分",
                "分数",
                "打分",
                "满意度",
                "满意程度",
                "评价",
                "满意度评分",
                "满意度得分",
            ),
            is_required=True,
            fills=("scale",),
            spread_into=("dimension",),
            other_words=("率", "占比", "比例", "排名", "人数", "份数"),
            note="写分数；非常满意、满意、一般、不满意、非常不满意按5分制记5、4、3、2、1分",
            unit_sets={
                "5分制": ("scale", "5"),
                "五分制": ("scale", "5"),
                "1-5分": ("scale", "5"),
                "10分制": ("scale", "10"),
                "十分制": ("scale", "10"),
                "1-10分": ("scale", "10"),
                "百分制": ("scale", "100"),
                "100分制": ("scale", "100"),
                "0-100分": ("scale", "100"),
                **_OTHER_SCALES,
            },
        ),
        Column(
            "scale",
            "分制",
            kinds.SCALE,
            ("量表", "满分", "评分制", "计分制"),
            is_required=True,
            note="最高能打几分：5、10、100，或3到10之间的其他数（如6）；表头写明（如“评分（10分制）”）也可以",
        ),
        Column("respondent_band", "受访者年龄段", kinds.AGE_BAND, ("年龄", "年龄段", "您的年龄", "受访者年龄")),
        Column("invited_count", "发放份数", kinds.SIZE, ("发放问卷数", "发放数", "应答人数", "发放")),
    ),
    derived=(
        Derived("is_satisfied", "是否满意", "boolean", "score >= scale * 0.8"),
        Derived(
            "answer_key",
            "问卷代码（没有编号的一行一份）",
            "varchar",
            "strftime(surveyed_on, '%Y%m%d-') || coalesce(wave || '-', '')"
            " || coalesce('编号' || answer_no, sheet || '-' || row_no)",
        ),
        Derived("score_share", "得分率", "double", "score / scale"),
    ),
    checks=(
        Check("scale between 3 and 10 or scale = 100", "分制写最高能打几分，只能是3到10，或100", "scale"),
        Check(
            "score > 0 or scale > 7",
            "得分0像没有作答，没有作答的请留空；确实打了0分的，加 --set 已核对=是",
            "score",
            is_doubt=True,
        ),
        Check("score >= 0 and score <= scale", "得分超出分制范围，请核对得分和分制", "score"),
    ),
)
