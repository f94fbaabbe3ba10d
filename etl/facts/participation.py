"""参与：签到逐人计，签到表没有覆盖的人次按活动登记的人次补足，所以人次不会算两遍。"""

from etl.schema import Fact

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
        "is_new": "是否首次参加",
        "heads": "人次",
        "unknown_heads": "没有签到的人次",
        "event_heads": "这场活动的人次",
        "cost_yuan": "活动经费（元，只记在活动的一行上）",
        "costed_heads": "有经费记录的活动人次",
    },
    sql="""
        with event as (
            select community, title, held_on, any_value(strand) as strand, any_value(method) as method,
                   sum(headcount) as headcount, sum(cost_yuan) as cost_yuan,
                   arg_min(source_file, row_no) as source_file, arg_min(sheet, row_no) as sheet, min(row_no) as row_no
            from activity group by community, title, held_on),
        sign_in as (
            select community, activity as title, attended_on as held_on, count(*) as signed
            from attendance group by community, activity, attended_on),
        whole as (
            select *, greatest(coalesce(headcount, 0), coalesce(signed, 0)) as event_heads
            from event full join sign_in using (community, title, held_on))
        select a.community, a.attended_on as held_on, a.activity as title, w.strand, w.method, a.identity, a.person_key,
               a.is_new, 1 as heads, case when a.person_key is null then 1 else 0 end as unknown_heads,
               w.event_heads, null::decimal(18,2) as cost_yuan,
               case when w.cost_yuan is not null then 1 end as costed_heads,
               a.source_file, a.sheet, a.row_no
        from attendance as a
        join whole as w on w.community = a.community and w.title = a.activity and w.held_on = a.attended_on
        union all
        select community, held_on, title, strand, method, null, null, null,
               event_heads - coalesce(signed, 0), event_heads - coalesce(signed, 0), event_heads, cost_yuan,
               case when cost_yuan is not null then event_heads - coalesce(signed, 0) end,
               source_file, sheet, row_no
        from whole where source_file is not null
    """,
)
