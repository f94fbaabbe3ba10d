"""Activities of one name that begin on one day in a community: several sessions of a day are one event, which has a number to be joined by.

The strand and the method are those of all its sessions, null where they differ: which of them somebody signed in at is not known.
"""

from etl.fact import IntermediateTable

PLACE = "(row_no, source_file, sheet)"  # of rows in an order without ties, so that the same rows give the same bytes

TABLE = IntermediateTable(
    sql=f"""
        select row_number() over (order by community, title, held_on) as event_no, community, title, held_on, max(coalesce(ended_on, held_on)) as ended_on,
               case when count(distinct coalesce(strand, '')) = 1 then min(strand) end as strand,
               case when count(distinct coalesce(method, '')) = 1 then min(method) end as method,
               count(distinct (coalesce(strand, ''), coalesce(method, ''))) as kinds, cast(sum(headcount) as bigint) as headcount, max(headcount) as largest,
               count(*) as sessions, count(headcount) as known_sessions, sum(cost_yuan) as cost_yuan,
               arg_min(source_file, {PLACE}) as source_file, arg_min(sheet, {PLACE}) as sheet, min(row_no) as row_no
        from activity group by community, title, held_on
    """
)
