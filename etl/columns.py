"""Declares what several record types share: the column of the community, the groups of people that help reaches, what differs by row."""

from etl import kinds
from etl.schema import Check, Column

# Words that head columns of every kind of ledger: by these alone no record type is told.
GENERIC_HEADERS = frozenset(
    (
        "日期", "时间", "姓名", "名称", "备注", "说明", "序号", "编号", "类型", "类别", "分类", "单位", "来源", "状态", "方式", "形式", "项目", "内容", "社区",
        "电话", "联系人", "地址", "性别", "年龄", "数量", "金额", "地点", "人数", "登记日期", "登记时间",
        "name", "date", "hours", "activity", "event", "team", "place", "venue", "location", "participants", "attendance", "community",
        "amount", "item", "item name", "goods", "quantity", "qty", "unit", "category", "status", "source", "channel", "project", "project name", "purpose",
        "description", "department", "event name", "activity name", "event date", "activity date", "due date", "request date", "participant", "rating",
    )
)  # fmt: skip

# Where a row stands, by column: what a download of records says, and by what it is known again.
LINEAGE = {"source_file": "来源文件", "sheet": "工作表", "row_no": "行号"}
WRITTEN_NAMES = "written_names"  # of a row whose organisations were merged: 捐赠人：例食品公司

# Over a number of people these say that others are meant than those who came: who helped, and who had not come yet.
HELPERS = ("志愿者", "义工", "工作人员", "社工")
OTHER_THAN_COMERS = (*HELPERS, "报名", "应到", "应参", "计划", "预计", "拟参")

COMMUNITY = Column(
    "community",
    "社区",
    kinds.TEXT,
    (
        "社区名称", "社区名", "村（社区）", "村/社区", "村社区", "社区（村）", "社区/村", "所属社区", "所在社区", "村居", "村（居）",
        "开展社区", "服务社区", "受访社区", "受赠社区", "使用社区", "您所在的社区", "填报社区", "上报社区", "填报单位", "上报单位", "community",
    ),
    is_required=True,
    note="没有这一列时，从标题、工作表名或文件名里认",
    other_words=("片区", "网格", "小区", "园区", "校区", "楼", "街道", "镇", "乡", "区县", "县", "市", "组", "城区", "辖区"),
example="槐荫社区")  # fmt: skip

# Of lists that are renewed each quarter: on which version a row stands.
LIST_VERSION_COLUMN = Column(
    "version_on",
    "清单版本",
    kinds.LIST_VERSION,
    ("版本", "季度", "清单季度", "所属季度", "期次", "清单期次", "年度", "更新季度", "发布季度"),
    is_required=True,
    note="写季度，如2023年第3季度；没有这一列时，从标题、工作表名或文件名里认",
)

# Who is helped, by money or by goods: canonical value → other spellings.
RECIPIENT_GROUPS = {
    "老人": ("老年人", "长者", "独居老人", "高龄老人"),
    "儿童青少年": ("儿童", "青少年", "学生", "困境儿童"),
    "困难家庭": ("低保户", "困难群众", "困难户", "困难居民"),
    "残障人士": ("残疾人", "残障"),
    "全体居民": ("居民", "社区居民", "全体"),
}


def differs_by_row(column: Column) -> bool:
    """Tell whether no one value is ever right for all rows of a ledger: amounts, numbers of records, scores of answers."""
    return column.kind.is_quantity or column.kind.is_identity or column.kind.is_rating


def ends_after(ended_on: str, began_on: str, sentence: str) -> Check:
    """Return the check that an end lies on or after its beginning, of columns in which the first of a month may stand for the whole month."""
    in_month = f"day({ended_on}) = 1 and {ended_on} >= date_trunc('month', {began_on})"
    return Check(f"{ended_on} is null or {ended_on} >= {began_on} or ({in_month})", sentence, ended_on)
