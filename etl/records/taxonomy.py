"""工作分类：社区自己的一套分法（两大服务体系、六字法、五变……），哪一类从哪天起含哪些板块、方法，或名称、主办、协办单位里有什么字的活动。

一场活动可以归入几类，一套分法也不必把活动都归完。
"""

from etl import kinds
from etl.columns import COMMUNITY
from etl.schema import Check, Column, RecordType

STRAND, METHOD, TITLE, ORGANISER, PARTNER = "板块", "服务方法", "活动名称", "主办单位", "协办单位"
# What every activity is to say, so that it can be sorted by it; that nobody helped says nothing.
SORTING_COLUMNS = {STRAND: "strand", METHOD: "method"}

RECORD = RecordType(
    label="工作分类",
    row="一行是一类活动的一个依据",
    placed_on="effective_on",
    is_work=True,
    is_optional=True,
    is_voluntary=True,
    is_roster=True,
    key=("scheme", "term", "matched_on", "word", "effective_on"),
    key_advice="同一类的同一个依据只写一行。",
    hints=("工作分类", "分类表", "分类法", "工作法", "服务体系"),
    contrary_hints=("活动登记", "活动统计"),
    groups=("scheme",),
    columns=(
        COMMUNITY,
        Column(
            "effective_on",
            "执行日期",
            kinds.DATE,
            ("生效日期", "起始日期", "执行时间", "从何时起", "启用日期", "实施日期"),
            is_required=True,
        ),
        Column(
            "scheme",
            "分类法",
            kinds.TEXT,
            ("分类名称", "工作法", "分类体系", "框架", "体系名称"),
            is_required=True,
            example="六字法",
        ),
        Column("term", "类别", kinds.TEXT, ("分类", "类", "所属类别", "归入"), is_required=True, example="助"),
        Column(
            "matched_on",
            "归类依据",
            kinds.TEXT,
            ("依据", "看哪一列", "归类方式"),
            is_required=True,
            choices={
                STRAND: ("服务板块", "看板块"),
                METHOD: ("方法", "活动形式", "看方法"),
                TITLE: ("名称", "活动主题", "名称里有", "看名称"),
                ORGANISER: ("主办", "主办方", "看主办单位"),
                PARTNER: ("协办", "合作单位", "共建单位", "看协办单位"),
            },
        ),
        Column(
            "word",
            "写法",
            kinds.TEXT,
            ("内容", "包含", "对应内容", "关键词"),
            is_required=True,
            example="老人",
            note="板块、方法照数据字典里的名称写；活动名称、主办单位、协办单位写其中有的字",
        ),
    ),
    checks=(
        Check(
            f"matched_on in ('{STRAND}', '{METHOD}') or length(word) > 1",
            "只有一个字，许多活动里都会有，请写两个字以上",
            "word",
        ),
    ),
)
