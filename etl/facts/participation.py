"""参与：签到逐人计，签到表没有覆盖的人次按活动登记的人次补足，所以人次不会算两遍。

签到对应社区同名、日期在活动起止之间的活动，开展几天的算一场；对不上任何活动的签到不计，并列入问题。
"""

from etl.schema import Fact

PLACE = "(row_no, source_file, sheet)"  # of rows in an order without ties, so that the same rows give the same bytes

# Every sign-in with the first day of the activity it belongs to, null where there is none of that name on that day.
MATCHED = f"""
        event as (
            select community, title, held_on, max(coalesce(ended_on, held_on)) as ended_on, arg_min(strand, {PLACE}) as strand,
                   arg_min(method, {PLACE}) as method, sum(headcount) as headcount, max(headcount) as largest, count(*) as sessions,
                   count(headcount) as known_sessions, sum(cost_yuan) as cost_yuan,
                   arg_min(source_file, {PLACE}) as source_file, arg_min(sheet, {PLACE}) as sheet, min(row_no) as row_no
            from activity group by community, title, held_on),
        matched as (
            select attendance.*, case when attended_on <= event.ended_on then event.held_on end as event_on
            from attendance asof left join event
              on attendance.community = event.community and attendance.activity = event.title
             and attendance.attended_on >= event.held_on)
"""

# Every activity of a day under one name, and how many came: as many as signed in, or as were written down, if those are more;
# null where neither is known.
WHOLE = f"""
        {MATCHED},
        sign_in as (
            select community, activity as title, event_on as held_on, count(*) as signed
            from matched where event_on is not null group by community, activity, event_on),
        whole as (
            select event.*, sign_in.signed, greatest(headcount, signed) as event_heads,
                   case when signed is null then known_sessions else sessions end as counted_sessions,
                   sessions = 1 and ended_on = held_on as is_one_session
            from event left join sign_in using (community, title, held_on))
"""

FACT = Fact(
    label="参与",
    row="一行是一次签到；没有签到表的活动一行记其余人次（不知道是谁）",
    records=("activity", "attendance"),
    groups=("strand", "method", "identity"),
    columns={
        "community": "社区",
        "held_on": "日期",
        "title": "活动名称",
        "strand": "板块",
        "method": "服务方法",
        "identity": "身份",
        "person_key": "参与者代码（空＝不知道是谁）",
        "resident_key": "身份写明是居民的参与者代码",
        "is_new": "是否首次参加",
        "heads": "人次",
        "unknown_heads": "没有签到的人次",
        "event_heads": "这场活动的人次",
        "event_people": "这场活动这种身份至少有多少人",
        "cost_yuan": "活动经费（元，只记在活动的一行上）",
        "costed_heads": "有经费记录的活动人次",
        "counted_sessions": "有人次的场次（只记在活动的一行上）",
        "uncounted_sessions": "没有写人次的场次（只记在活动的一行上）",
    },
    sql=f"""
        with {WHOLE},
        named as (
            select community, activity, event_on, identity, count(distinct person_key) as people,
                   count(*) - count(person_key) as masked
            from matched where event_on is not null group by community, activity, event_on, identity)
        select m.community, m.attended_on as held_on, m.activity as title, w.strand, w.method, m.identity, m.person_key,
               case when m.identity = '居民' then m.person_key end as resident_key, m.is_new, 1 as heads,
               case when m.person_key is null then 1 else 0 end as unknown_heads, w.event_heads,
               case when w.is_one_session then n.people + n.masked else greatest(n.people, least(n.masked, 1)) end as event_people,
               null::decimal(18,2) as cost_yuan, case when w.cost_yuan is not null then 1 end as costed_heads,
               null::bigint as counted_sessions, null::bigint as uncounted_sessions, m.source_file, m.sheet, m.row_no
        from matched as m
        join whole as w on w.community = m.community and w.title = m.activity and w.held_on = m.event_on
        join named as n on n.community = m.community and n.activity = m.activity and n.event_on = m.event_on
                       and n.identity is not distinct from m.identity
        union all
        select community, held_on, title, strand, method, null, null, null, null,
               event_heads - coalesce(signed, 0), event_heads - coalesce(signed, 0), event_heads,
               ceil(greatest(coalesce(largest, 0) - coalesce(signed, 0), 0) / (ended_on - held_on + 1)),
               cost_yuan, case when cost_yuan is not null then event_heads - coalesce(signed, 0) end,
               counted_sessions, sessions - counted_sessions, source_file, sheet, row_no
        from whole
    """,
    hints=f"""
        with {WHOLE}
        select 'no_headcount' as code, source_file as file, sheet, min(row_no) as row_no, '参与人次' as "column",
               concat(sum(sessions - counted_sessions), '场没有写人次，也没有签到，不计入参与人次和场均人次。请补填。') as message,
               'activity' as record, community
        from whole where sessions > counted_sessions group by community, source_file, sheet
        union all
        select 'no_activity' as code, source_file as file, sheet, min(row_no) as row_no, '活动名称' as "column",
               concat('“', activity, '”', cast(attended_on as varchar), '有', count(*),
                      '条签到，活动登记里没有这一天的同名活动，没有计入参与人次和人数。请核对名称和日期，或补登活动。') as message,
               'attendance' as record, community
        from matched where event_on is null group by community, source_file, sheet, activity, attended_on
    """,
)
