"""社会组织：社区里的一个社会组织，登记还是备案，谁培育的，什么时候成立、什么时候注销。"""

from etl import kinds
from etl.columns import COMMUNITY, ends_after
from etl.schema import Column, RecordType

RECORD = RecordType(
    label="社会组织",
    row="一行是一个社会组织",
    placed_on="founded_on",
    further_dates=("ended_on",),
    is_work=True,
    is_optional=True,
    is_voluntary=True,
    is_roster=True,
    key=("full_name",),
    deeds=("founded",),
    hints=("社会组织", "社区组织", "组织名册", "备案组织", "社团"),
    groups=("kind", "status", "incubator"),
    columns=(
        COMMUNITY,
        Column(
            "full_name",
            "组织名称",
            kinds.TEXT,
            ("社会组织名称", "社区社会组织名称", "社团名称", "组织", "名称"),
            is_required=True,
            is_organisation=True,
            example="某某社区舞蹈队",
        ),
        Column(
            "kind",
            "组织类别",
            kinds.TEXT,
            ("组织类型", "类别", "类型", "服务类别"),
            is_open=True,
            choices={
                "兴趣爱好": ("兴趣爱好类", "文体", "文体活动类", "文娱"),
                "生活服务": ("生活服务类", "便民服务"),
                "居民互助": ("居民互助类", "邻里互助", "互助"),
                "志愿服务": ("志愿服务类", "志愿"),
                "公益慈善": ("公益慈善类", "慈善"),
                "社工机构": ("社会工作机构", "社工服务机构", "民办非企业"),
            },
        ),
        Column(
            "status",
            "登记形式",
            kinds.TEXT,
            ("登记情况", "登记或备案", "登记/备案", "是否登记"),
            is_open=True,
            choices={"登记": ("民政登记", "登记注册", "已登记", "注册"), "备案": ("社区备案", "街道备案", "已备案")},
        ),
        Column(
            "founded_on",
            "成立日期",
            kinds.ROUGH_DATE,
            ("成立时间", "备案日期", "登记日期", "备案时间", "注册日期"),
            is_required=True,
        ),
        Column("ended_on", "注销日期", kinds.ROUGH_DATE, ("解散日期", "注销时间", "停止活动日期")),
        Column(
            "incubator",
            "培育单位",
            kinds.TEXT,
            ("培育机构", "孵化单位", "孵化机构", "培育方", "指导单位"),
            is_organisation=True,
            example="某某社工站",
            counted_by="header",
        ),
        Column("rating", "评估等级", kinds.TEXT, ("等级", "社会组织等级", "评估结果"), example="3A"),
        Column("members_count", "成员人数", kinds.COUNT, ("人数", "会员人数", "队员人数")),
        Column("leader", "负责人", kinds.PERSON, ("会长", "队长", "联系人", "法定代表人")),
    ),
    checks=(ends_after("ended_on", "founded_on", "注销日期早于成立日期，请核对两个日期"),),
)
