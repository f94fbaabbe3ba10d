"""积分规则：某天起，一小时志愿服务、一份捐赠、参加一场活动或反映一件问题记几分，一年多少分可以参加星级评定；改规则就另写一行。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, RecordType

SERVICE, GOODS, MONEY = "志愿服务", "捐赠物资", "捐款"
ACTIVITY, MEETING, REPORT = "参加活动", "参加议事会", "反映问题"

RECORD = RecordType(
    label="积分规则",
    row="一行是一种积分办法从某天起的规则",
    placed_on="effective_on",
    is_work=True,
    is_optional=True,
    is_voluntary=True,
    is_roster=True,
    key=("effective_on", "item"),
    key_advice="同一天起只能有一条规则。",
    hints=("积分规则", "积分办法", "积分标准"),
    contrary_hints=("兑换", "排名"),
    groups=("item",),
    columns=(
        COMMUNITY,
        Column(
            "effective_on",
            "执行日期",
            kinds.DATE,
            ("生效日期", "起始日期", "执行时间", "从何时起", "实施日期"),
            is_required=True,
        ),
        Column(
            "item",
            "积分项目",
            kinds.TEXT,
            ("计分项目", "项目", "积分类别", "类别", "内容"),
            is_required=True,
            choices={
                SERVICE: ("志愿服务1小时", "服务1小时", "志愿服务时长", "每小时志愿服务"),
                GOODS: ("捐赠物资1件(份)", "捐物", "捐赠1件", "物资捐赠", "捐赠物品"),
                MONEY: ("捐款1次", "捐款1笔", "捐资", "现金捐赠"),
                ACTIVITY: ("参加活动1次", "参加1次活动", "参与活动", "参加社区活动", "活动签到"),
                MEETING: ("参加议事会1次", "参加1次议事会", "参加议事", "参加协商议事", "参加居民议事会"),
                REPORT: ("反映问题1件", "上报问题", "上报问题1件", "上报隐患", "报告问题"),
            },
            closed_because="别的没有台账逐人记着，算不出积分",
            note="志愿服务按小时，捐赠按份，参加活动、议事会按签到的人每天每场一次，反映问题按服务工单一件一次；介绍人、被投诉的没有台账逐人记着，不能写",
        ),
        Column(
            "points",
            "每小时（份、次）积分",
            kinds.NUMBER,
            ("每小时（份）积分", "每单位积分", "积分", "分值", "记分", "计分", "每次积分"),
            is_required=True,
        ),
        Column("most_hours", "一次最多记几小时", kinds.NUMBER, ("单次上限", "上限", "封顶", "单次封顶"), example="4"),
        Column(
            "star_points",
            "星级评定门槛",
            kinds.NUMBER,
            ("星级门槛", "年度积分门槛", "评定门槛", "达标积分"),
            example="30",
            counted_by="cells",
        ),
    ),
    checks=(Check("points > 0", "每小时（份、次）积分不是正数，请核对", "points"),),
)
