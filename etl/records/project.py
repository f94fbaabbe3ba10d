"""项目清单：一版清单上的一个服务项目，谁来做、哪个领域、预算多少、社区支持了没有。"""

from etl import kinds
from etl.columns import COMMUNITY, LIST_VERSION_COLUMN
from etl.schema import Check, Column, RecordType

NOT_SUPPORTED = "未支持"

RECORD = RecordType(
    label="项目清单",
    row="一行是一版清单上的一个服务项目",
    placed_on="version_on",
    is_work=True,
    is_optional=True,
    is_voluntary=True,
    is_quarterly=True,
    key=("version_on", "title"),
    key_advice="同一版清单上同一个项目只写一行。",
    hints=("项目清单", "服务项目", "项目一览", "微创投"),
    contrary_hints=("需求清单", "资源清单", "支出", "捐赠"),
    groups=("field", "status", "organisation"),
    columns=(
        COMMUNITY,
        LIST_VERSION_COLUMN,
        Column("project_no", "项目编号", kinds.IDENTIFIER, ("编号", "项目序号")),
        Column(
            "title",
            "项目名称",
            kinds.TEXT,
            ("项目", "服务项目", "服务项目名称", "公益项目", "项目内容"),
            is_required=True,
            example="爱心食堂",
        ),
        Column(
            "organisation",
            "实施单位",
            kinds.TEXT,
            ("承接单位", "执行单位", "实施组织", "承接组织", "项目单位", "实施团队", "申报单位", "执行团队"),
            is_organisation=True,
            example="某某社工站",
        ),
        Column(
            "field",
            "服务领域",
            kinds.TEXT,
            ("项目领域", "领域", "项目类别", "项目类型", "类别", "服务类别"),
            is_open=True,
            choices={
                "养老助老": ("为老", "助老", "为老服务", "养老"),
                "儿童青少年": ("儿童", "青少年", "助学"),
                "帮困助残": ("帮扶", "助残", "困难帮扶", "帮困"),
                "便民服务": ("便民", "生活服务"),
                "文体活动": ("文化", "文体", "文化活动"),
                "健康": ("医疗", "健康服务", "卫生健康"),
                "邻里互助": ("互助", "邻里", "居民互助"),
                "环境治理": ("环境", "垃圾分类", "社区治理"),
            },
        ),
        Column(
            "budget_yuan",
            "项目预算",
            kinds.AMOUNT,
            ("预算", "预算金额", "项目经费", "经费", "支持资金", "资助金额", "预算资金"),
        ),
        Column(
            "support",
            "支持方式",
            kinds.TEXT,
            ("社区支持", "支持内容", "支持形式"),
            is_open=True,
            choices={"资金": ("经费",), "场地": ("场所",), "执行指导": ("指导", "督导", "专业指导")},
        ),
        Column(
            "status",
            "项目状态",
            kinds.TEXT,
            ("状态", "进展", "实施情况", "项目进展", "是否支持"),
            is_open=True,
            choices={
                "实施中": ("进行中", "在实施", "正在实施", "开展中", "是"),
                "已立项": ("立项", "待实施", "新立项"),
                "已完成": ("完成", "结项", "已结项"),
                NOT_SUPPORTED: ("未立项", "未采纳", "不支持", "否"),
                "终止": ("已终止", "停止", "取消"),
            },
        ),
    ),
    checks=(Check("budget_yuan is null or budget_yuan >= 0", "项目预算是负数，请核对", "budget_yuan"),),
    remarks=(Check("organisation is not null", "没有写实施单位，请补填", "organisation"),),
)
