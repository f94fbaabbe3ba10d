"""需求清单：一版清单上居民的一项需求，哪些人、多急、从哪里收集，匹配到了什么资源或项目；人数和户数只存分段。"""

from etl import kinds
from etl.columns import COMMUNITY, LIST_VERSION_COLUMN, RECIPIENT_GROUPS
from etl.schema import Check, Column, Derived, RecordType

RECORD = RecordType(
    label="需求清单",
    row="一行是一版清单上的一项需求",
    placed_on="version_on",
    is_work=True,
    is_optional=True,
    is_voluntary=True,
    is_quarterly=True,
    key=("version_on", "title"),
    key_advice="同一版清单上同一项需求只写一行。",
    hints=("需求清单", "居民需求", "服务需求", "需求汇总"),
    contrary_hints=("资源清单", "项目清单", "救助", "求助"),
    groups=("category", "recipient_group", "urgency", "source"),
    columns=(
        COMMUNITY,
        LIST_VERSION_COLUMN,
        Column("need_no", "需求编号", kinds.IDENTIFIER, ("编号", "需求序号")),
        Column(
            "title",
            "需求名称",
            kinds.TEXT,
            ("需求", "需求内容", "居民需求", "需求事项", "服务需求", "需求描述"),
            is_required=True,
            note="写一类人的一件事，不写一个人的情况",
        ),
        Column(
            "category",
            "需求类别",
            kinds.TEXT,
            ("需求类型", "类别", "需求分类", "服务领域", "领域", "类型"),
            is_open=True,
            choices={
                "养老助老": ("为老", "助老", "为老服务", "养老"),
                "儿童青少年": ("儿童", "青少年", "助学", "儿童服务"),
                "帮困助残": ("帮扶", "助残", "困难帮扶", "帮困"),
                "便民服务": ("便民", "生活服务"),
                "文体活动": ("文化", "文体", "文化活动"),
                "健康": ("医疗", "健康服务", "卫生健康"),
                "环境设施": ("环境", "设施", "公共设施", "环境卫生"),
                "就业创业": ("就业", "技能培训"),
            },
        ),
        Column(
            "recipient_group",
            "需求人群",
            kinds.TEXT,
            ("服务对象", "人群", "需求群体", "对象", "服务人群", "涉及人群"),
            is_open=True,
            choices=RECIPIENT_GROUPS,
        ),
        Column(
            "people_band",
            "涉及人数（分段）",
            kinds.COUNT_BAND,
            ("涉及人数", "需求人数", "人数", "惠及人数", "受益人数"),
            note="写人数也可以，入库时只存分段",
        ),
        Column(
            "households_band",
            "涉及户数（分段）",
            kinds.COUNT_BAND,
            ("涉及户数", "需求户数", "户数"),
            note="写户数也可以，入库时只存分段",
        ),
        Column("collected_on", "收集日期", kinds.DATE, ("收集时间", "征集日期", "征集时间", "提出日期", "登记日期")),
        Column(
            "source",
            "需求来源",
            kinds.TEXT,
            ("来源", "收集方式", "收集渠道", "征集方式", "收集途径"),
            is_open=True,
            choices={
                "入户走访": ("走访", "入户", "上门走访"),
                "议事会": ("协商议事", "居民议事会", "恳谈会"),
                "问卷": ("问卷调查", "调查问卷"),
                "点单": ("四单", "居民点单"),
                "线上": ("微信群", "小程序", "网上征集"),
                "窗口": ("接待", "服务站", "来访"),
            },
        ),
        Column(
            "urgency",
            "紧急程度",
            kinds.TEXT,
            ("轻重缓急", "优先级", "缓急", "紧迫程度"),
            choices={"紧急": ("急", "高", "非常紧急", "急需"), "一般": ("中", "普通"), "不急": ("低", "缓", "长期")},
        ),
        Column(
            "resource",
            "匹配资源",
            kinds.TEXT,
            ("对接资源", "资源", "链接资源", "匹配的资源", "可用资源"),
            note="没有匹配到的空着",
        ),
        Column("project", "对接项目", kinds.TEXT, ("匹配项目", "项目", "转化项目", "形成项目", "对应项目")),
    ),
    derived=(Derived("matched_with", "匹配到的资源或项目", "varchar", "coalesce(resource, project)"),),
    checks=(
        Check(
            "collected_on is null or collected_on < version_on + interval 1 year",
            "收集日期比清单版本晚一年以上，请核对两个日期",
            "collected_on",
        ),
    ),
    remarks=(
        Check("coalesce(category, recipient_group) is not null", "没有写需求类别和需求人群，请补填一项", "category"),
    ),
)
