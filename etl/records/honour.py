"""荣誉：社区、组织、项目或个人得到的一项荣誉，谁授予、哪一级、什么等次、哪一天。"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Column, RecordType

RECORD = RecordType(
    label="荣誉",
    row="一行是一项荣誉",
    placed_on="awarded_on",
    is_work=True,
    is_optional=True,
    is_voluntary=True,
    is_roster=True,
    hints=("荣誉", "获奖", "表彰", "奖项"),
    groups=("level", "recipient_kind", "issuer"),
    columns=(
        COMMUNITY,
        Column(
            "title",
            "荣誉名称",
            kinds.TEXT,
            ("荣誉", "奖项名称", "奖项", "称号", "获奖名称", "荣誉称号"),
            is_required=True,
            example="全国示范性志愿服务社区",
        ),
        Column(
            "level",
            "级别",
            kinds.TEXT,
            ("荣誉级别", "奖项级别", "授予级别", "等级"),
            choices={
                "国家级": ("全国", "国家", "中央"),
                "省级": ("省", "自治区", "直辖市"),
                "市级": ("市", "地市级"),
                "区县级": ("区级", "县级", "区", "县", "新区"),
                "街道级": ("街道", "镇街", "乡镇级", "镇级"),
                "其他": ("行业", "协会", "媒体"),
            },
            counted_by="every_row",
        ),
        Column("rank", "等次", kinds.TEXT, ("获奖等次", "名次", "奖级", "星级"), example="一等奖"),
        Column(
            "issuer",
            "授予单位",
            kinds.TEXT,
            ("颁奖单位", "授奖单位", "表彰单位", "颁发单位", "发证单位"),
            is_organisation=True,
            example="某某区民政局",
        ),
        Column(
            "awarded_on",
            "授予日期",
            kinds.ROUGH_DATE,
            ("获奖日期", "获奖时间", "授予时间", "表彰日期", "颁奖日期", "日期"),
            is_required=True,
        ),
        Column(
            "recipient_kind",
            "获奖对象",
            kinds.TEXT,
            ("对象", "获奖类别", "荣誉类别", "类别"),
            is_open=True,
            choices={
                "社区": ("集体", "单位"),
                "项目": ("案例", "服务项目"),
                "组织": ("社会组织", "机构"),
                "队伍": ("志愿服务队", "团队"),
                "个人": ("先进个人",),
            },
        ),
        Column("recipient", "获奖者", kinds.PARTY, ("获奖单位（个人）", "获奖人", "获奖单位", "获奖单位/个人")),
    ),
)
