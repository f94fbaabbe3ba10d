"""协商议事：一行一场。议事会台账的每一场都算；活动登记里的议事，同一天议事会台账没有的才补上，所以一场不会算两遍。

同一社区同一天两本台账都有的，先按名称、再按人次多少一一对上，人次取多的一本；活动登记比议事会台账多出来的场次另算。
"""

from etl.fact import Fact

# The meetings of both ledgers, numbered within a day so that the same meeting has the same number in both.
PAIRED = """
        gathering as (
            select community, held_on, title, activity.strand, activity.source_file, activity.sheet, activity.row_no,
                   case when event_heads > coalesce(whole_event.headcount, 0) and row_number() over (
                       partition by community, held_on, title
                       order by activity.source_file, activity.sheet, activity.row_no) = 1
                     then coalesce(activity.headcount, 0) + event_heads - coalesce(whole_event.headcount, 0)
                     else activity.headcount end as heads
            from activity join whole_event using (community, title, held_on)
            where coalesce(activity.method, title) like '%议事%'),
        known as (select distinct community, held_on, title from gathering
                  intersect select distinct community, held_on, title from consultation),
        registered as (
            select gathering.*, row_number() over (partition by gathering.community, gathering.held_on
                order by known.title is null, known.title, heads desc, source_file, sheet, row_no) as nth
            from gathering left join known using (community, held_on, title)),
        minuted as (
            select consultation.*, row_number() over (partition by consultation.community, consultation.held_on
                order by known.title is null, known.title, heads desc, source_file, sheet, row_no) as nth
            from consultation left join known using (community, held_on, title))
"""

FACT = Fact(
    label="协商议事",
    row="一行是一场协商议事",
    records=("consultation", "activity"),  # a sign-in sheet alone does not show that a ledger of meetings was kept
    groups=("method", "ledger"),
    columns={
        "community": "社区",
        "held_on": "日期",
        "title": "会议名称",
        "method": "议事方式",
        "strand": "板块",
        "heads": "人次",
        "ledger": "登记在哪本台账",
    },
    sql=f"""
        with {PAIRED}
        select community, held_on, minuted.title, method, registered.strand,
               greatest(minuted.heads, registered.heads) as heads,
               case when registered.nth is null then '议事会' else '议事会和活动登记' end as ledger,
               minuted.source_file, minuted.sheet, minuted.row_no
        from minuted left join registered using (community, held_on, nth)
        union all
        select community, held_on, registered.title, null, registered.strand, registered.heads, '活动登记',
               registered.source_file, registered.sheet, registered.row_no
        from registered anti join minuted using (community, held_on, nth)
    """,
    hints=f"""
        with {PAIRED}
        select 'meeting_differs' as code, minuted.source_file as file, minuted.sheet, minuted.row_no, '参加人次' as "column",
               cast(minuted.heads as varchar) as cell,
               concat('议事会台账写', minuted.heads, '人次，活动登记和签到是', registered.heads, '人次，按多的计。请核对。') as message,
               'consultation' as record, community
        from minuted join registered using (community, held_on, nth)
        where minuted.heads <> registered.heads and registered.heads > 0
        union all
        select 'no_activity', minuted.source_file, minuted.sheet, minuted.row_no, '会议名称', minuted.title,
               concat('活动登记里没有', cast(held_on as varchar), '的这一场议事，活动场次和参与人次里没有它；议事场次已经计入。'),
               'consultation', community
        from minuted anti join registered using (community, held_on, nth)
        where exists (select 1 from activity where activity.community = minuted.community
                      and date_trunc('month', activity.held_on) = date_trunc('month', minuted.held_on))
    """,
)
