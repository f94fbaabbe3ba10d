"""议事会：一场协商议事在哪天、哪里、用什么办法开，各种身份的人来了多少。"""

from etl import kinds
from etl.columns import COMMUNITY, OTHER_THAN_COMERS
from etl.schema import Check, Column, Derived, RecordType

# The identities a ledger counts in a column each: column of the table → what readers call them.
IDENTITIES = {
    "cadres_count": "村（居）委干部",
    "organisations_count": "社会组织代表",
    "social_workers_count": "党员社工",
    "representatives_count": "村（居）民代表",
    "backbones_count": "居民骨干",
    "others_count": "其他人员",
}
_COUNTED = " + ".join(f"coalesce({column}, 0)" for column in IDENTITIES)

RECORD = RecordType(
    label="议事会",
    row="一行是一场议事会",
    placed_on="held_on",
    is_work=True,
    is_optional=True,
    is_voluntary=True,
    deeds=("held", "deliberated"),
    hints=("议事会", "协商议事", "议事协商", "居民议事", "村民议事", "议事记录", "恳谈会"),
    contrary_hints=("签到", "课堂", "课程", "培训", "四点半", "托管班", "辅导班", "兴趣班"),
    groups=("method",),
    columns=(
        COMMUNITY,
        Column(
            "title",
            "会议名称",
            kinds.TEXT,
            (
                "议事会名称",
                "议事主题",
                "会议主题",
                "议事会主题",
                "会议",
                "议事会",
                "会次",
                "期次",
                "会议内容",
                "议事内容",
                "会议议题",
                "议题",
            ),
            is_required=True,
            example="楼道照明议事会",
        ),
        Column(
            "held_on",
            "召开日期",
            kinds.DATE,
            ("会议日期", "议事日期", "召开时间", "会议时间", "议事时间", "开会日期", "开会时间", "日期", "时间"),
            is_required=True,
        ),
        Column("place", "地点", kinds.TEXT, ("会议地点", "议事地点", "召开地点", "开会地点"), example="社区活动室"),
        Column(
            "method",
            "议事方式",
            kinds.TEXT,
            ("议事方法", "议事形式", "协商方式", "协商形式", "会议形式", "会议方式", "方式", "形式"),
            is_open=True,
            choices={
                "开放空间": ("开放空间会议", "开放空间技术"),
                "举手表决": ("举手", "现场表决"),
                "圆桌会议": ("圆桌", "圆桌会", "圆桌议事"),
                "民情恳谈": ("恳谈", "恳谈会", "民主恳谈"),
                "入户征询": ("入户", "上门征询"),
                "线上议事": ("线上", "微信群议事", "网上议事"),
            },
        ),
        Column(
            "headcount",
            "参加人次",
            kinds.COUNT,
            (
                "参加人数",
                "参会人数",
                "到会人数",
                "出席人数",
                "参会人次",
                "实到人数",
                "实到",
                "实际参会人数",
                "参与人次",
                "参与人数",
                "人数",
                "人次",
            ),
            other_words=OTHER_THAN_COMERS,
            note="各种身份的人都在内",
        ),
        Column(
            "cadres_count",
            IDENTITIES["cadres_count"],
            kinds.COUNT,
            ("村委干部", "居委干部", "两委干部", "社区干部", "村干部", "社区两委"),
            example="4",
        ),
        Column(
            "organisations_count",
            "社会组织代表",
            kinds.COUNT,
            ("社会组织", "社区社会组织代表", "村社区社会组织代表"),
            example="3",
        ),
        Column(
            "social_workers_count",
            "党员社工",
            kinds.COUNT,
            ("社工", "党员", "党员、社工", "社工、党员", "社工党员"),
            example="2",
        ),
        Column(
            "representatives_count",
            IDENTITIES["representatives_count"],
            kinds.COUNT,
            ("村民代表", "居民代表", "群众代表", "村民", "居民"),
            example="20",
        ),
        Column(
            "backbones_count", "居民骨干", kinds.COUNT, ("骨干", "领袖骨干", "志愿者骨干", "社区居民骨干"), example="6"
        ),
        Column(
            "others_count",
            "其他人员",
            kinds.COUNT,
            ("其他", "其他人", "列席人员", "共建单位", "志愿者", "物业"),
            example="0",
        ),
    ),
    derived=(
        Derived(
            "heads",
            "到会人次",
            "bigint",
            f"case when coalesce(headcount, {', '.join(IDENTITIES)}) is not null then greatest(coalesce(headcount, 0), {_COUNTED}) end",
        ),
    ),
    checks=(
        Check(
            f"headcount is null or headcount >= {_COUNTED}",
            "参加人次少于各种身份的人加起来的数，请核对",
            "headcount",
        ),
    ),
    remarks=(Check("heads is not null", "没有写参加人次，这一场不计入议事人次，请补填", "headcount"),),
)
