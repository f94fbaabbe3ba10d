"""议事参加：一场协商议事里一种身份的人一行；没有写明身份的人次另一行。"""

from etl.fact import Fact
from etl.facts.deliberation import PAIRED
from etl.records.consultation import IDENTITIES

_MINUTED = " union all ".join(
    f"select community, held_on, nth, '{label}' as identity, {column} as heads from minuted where {column} > 0"
    for column, label in IDENTITIES.items()
)

FACT = Fact(
    label="议事参加",
    row="一行是一场协商议事里一种身份的人",
    records=("consultation", "activity"),
    groups=("identity",),
    columns={
        "community": "社区",
        "held_on": "日期",
        "title": "会议名称",
        "identity": "身份",
        "heads": "人次",
        "meeting_heads": "全场人次",
    },
    sql=f"""
        with {PAIRED},
        meeting as (
            select community, held_on, nth, coalesce(minuted.title, registered.title) as title,
                   greatest(minuted.heads, registered.heads) as heads,
                   coalesce(minuted.source_file, registered.source_file) as source_file,
                   coalesce(minuted.sheet, registered.sheet) as sheet, coalesce(minuted.row_no, registered.row_no) as row_no
            from minuted full join registered using (community, held_on, nth)),
        named as ({_MINUTED})
        select community, held_on, title, identity, named.heads, meeting.heads as meeting_heads, source_file, sheet, row_no
        from named join meeting using (community, held_on, nth)
        union all
        select community, held_on, title, null, any_value(meeting.heads) - coalesce(cast(sum(named.heads) as bigint), 0),
               any_value(meeting.heads), any_value(source_file), any_value(sheet), any_value(row_no)
        from meeting left join named using (community, held_on, nth) group by community, held_on, nth, title
        having any_value(meeting.heads) > coalesce(sum(named.heads), 0) or count(named.heads) = 0
    """,
)
