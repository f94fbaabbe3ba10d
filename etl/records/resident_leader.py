"""居民骨干：一位居民被认定为骨干（领袖骨干、楼栋长、乡村能人），起什么作用、从哪天到哪天；姓名换成代码。"""

from etl import kinds
from etl.columns import COMMUNITY, ends_after
from etl.schema import Column, RecordType

RECORD = RecordType(
    label="居民骨干",
    row="一行是一个人被认定为一种骨干",
    placed_on="recognised_on",
    further_dates=("left_on",),
    is_optional=True,
    is_voluntary=True,
    is_roster=True,
    hints=("骨干", "领袖", "能人"),
    contrary_hints=("签到", "时长", "议事会", "工资"),
    groups=("role", "team"),
    columns=(
        COMMUNITY,
        Column("person", "姓名", kinds.PERSON, ("骨干姓名", "骨干", "居民姓名", "村民姓名"), is_required=True),
        Column(
            "role",
            "骨干类型",
            kinds.TEXT,
            ("类型", "骨干类别", "角色", "作用", "担任角色", "骨干角色", "特长"),
            is_open=True,
            choices={
                "议事骨干": ("议事代表", "议事带头人", "议事员"),
                "志愿骨干": ("志愿者骨干", "志愿服务骨干", "志愿队长"),
                "文化骨干": ("文艺骨干", "文体骨干", "文化能人"),
                "产业能人": ("乡村能人", "致富能手", "土专家", "田秀才", "农技能人"),
                "邻里骨干": ("楼栋长", "楼组长", "邻里长", "互助骨干"),
            },
        ),
        Column(
            "team",
            "所在队伍",
            kinds.TEXT,
            ("队伍", "所属队伍", "所在组织", "所属组织"),
            is_organisation=True,
            example="银龄志愿队",
        ),
        Column(
            "recognised_on",
            "认定日期",
            kinds.ROUGH_DATE,
            ("认定时间", "发现日期", "挖掘日期", "挖掘时间", "培育日期", "入库日期", "登记日期"),
            is_required=True,
        ),
        Column("left_on", "退出日期", kinds.ROUGH_DATE, ("退出时间", "离开日期", "卸任日期")),
    ),
    checks=(ends_after("left_on", "recognised_on", "退出日期早于认定日期，请核对两个日期"),),
)
