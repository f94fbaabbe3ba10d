"""参与：签到逐人计，签到表没有覆盖的人次按活动登记的人次补足，所以人次不会算两遍。

签到对应社区同名、日期在活动起止之间的活动，开展几天的算一场；对不上任何活动的签到不计，并列入问题。同一天同名、板块或方法不同的几场，
各按各的登记人次；签到分不出是哪一场的，只算在合计里，已经按登记人次算过的用一行负数扣去，合计不会算两遍。
"""

from etl.fact import Fact

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
    sql="""
        with named as (
            select event_no, identity, count(distinct person_key) as people, count(*) - count(person_key) as masked
            from matched_sign_in where event_no is not null group by event_no, identity),
        of_kind as (
            select community, title, held_on, strand, method, cast(sum(headcount) as bigint) as heads, max(headcount) as largest, count(*) as sessions,
                   count(headcount) as counted_sessions, sum(cost_yuan) as cost_yuan, arg_min(source_file, (row_no, source_file, sheet)) as source_file,
                   arg_min(sheet, (row_no, source_file, sheet)) as sheet, min(row_no) as row_no
            from activity group by community, title, held_on, strand, method)
        select m.community, m.attended_on as held_on, m.activity as title, w.strand, w.method, m.identity, m.person_key,
               case when m.identity = '居民' then m.person_key end as resident_key, m.is_new, 1 as heads,
               case when m.person_key is null then 1 else 0 end as unknown_heads, w.event_heads,
               case when w.is_one_session then n.people + n.masked else greatest(n.people, least(n.masked, 1)) end as event_people,
               null::decimal(18,2) as cost_yuan, case when w.cost_yuan is not null then 1 end as costed_heads,
               null::bigint as counted_sessions, null::bigint as uncounted_sessions, m.source_file, m.sheet, m.row_no
        from matched_sign_in as m
        join whole_event as w on w.event_no = m.event_no
        join named as n on n.event_no = m.event_no and n.identity is not distinct from m.identity
        union all
        select community, held_on, title, strand, method, null, null, null, null,
               event_heads - coalesce(signed, 0), event_heads - coalesce(signed, 0), event_heads,
               ceil(greatest(coalesce(largest, 0) - coalesce(signed, 0), 0) / (ended_on - held_on + 1)),
               cost_yuan, case when cost_yuan is not null then event_heads - coalesce(signed, 0) end,
               counted_sessions, sessions - counted_sessions, source_file, sheet, row_no
        from whole_event where kinds = 1
        union all
        select community, held_on, title, of_kind.strand, of_kind.method, null, null, null, null, of_kind.heads, of_kind.heads, event_heads,
               ceil(greatest(coalesce(of_kind.largest, 0) - coalesce(signed, 0), 0) / (ended_on - held_on + 1)),
               of_kind.cost_yuan, case when whole_event.cost_yuan is not null then of_kind.heads end,
               of_kind.counted_sessions, of_kind.sessions - of_kind.counted_sessions, of_kind.source_file, of_kind.sheet, of_kind.row_no
        from whole_event join of_kind using (community, title, held_on) where kinds > 1
        union all
        select community, held_on, title, strand, method, null, null, null, null,
               event_heads - signed - coalesce(headcount, 0), event_heads - signed - coalesce(headcount, 0), event_heads, 0,
               null, case when cost_yuan is not null then event_heads - signed - coalesce(headcount, 0) end,
               sessions - known_sessions, known_sessions - sessions, source_file, sheet, row_no
        from whole_event where kinds > 1 and signed is not null
    """,
    hints="""
        select 'no_headcount' as code, source_file as file, sheet, min(row_no) as row_no, '参与人次' as "column",
               concat(sum(sessions - counted_sessions), '场没有写人次，也没有签到，不计入参与人次和场均人次。请补填。') as message,
               'activity' as record, community
        from whole_event where sessions > counted_sessions group by community, source_file, sheet
        union all
        select 'no_activity' as code, source_file as file, sheet, min(row_no) as row_no, '活动名称' as "column",
               concat('“', activity, '”', cast(attended_on as varchar), '有', count(*),
                      '条签到，活动登记里没有这一天的同名活动，没有计入参与人次和人数。请核对名称和日期，或补登活动。') as message,
               'attendance' as record, community
        from matched_sign_in where event_no is null group by community, source_file, sheet, activity, attended_on
        union all
        select 'unclear_session' as code, sign_in.source_file as file, sign_in.sheet, min(sign_in.row_no) as row_no, '活动名称' as "column",
               concat('“', activity, '”', cast(attended_on as varchar), '的', count(*), '条签到，那天同名的活动有', any_value(sessions),
                      '场，板块或服务方法不同，分不出是哪一场的：合计照算，按板块、方法分的人次按活动登记，人数只能给出范围。请在活动名称里写明是哪一场。') as message,
               'attendance' as record, sign_in.community
        from matched_sign_in as sign_in join whole_event using (event_no) where kinds > 1
        group by sign_in.community, sign_in.source_file, sign_in.sheet, activity, attended_on
    """,
)
