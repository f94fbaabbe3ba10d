"""Every event and how many came: as many as signed in, or as were written down, if those are more; null where neither is known."""

from etl.fact import IntermediateTable

TABLE = IntermediateTable(
    tables=("event", "matched_sign_in"),
    sql="""
        with sign_in as (
            select event_no, count(*) as signed from matched_sign_in where event_no is not null group by event_no)
        select event.*, sign_in.signed, greatest(headcount, signed) as event_heads,
               case when signed is null then known_sessions else sessions end as counted_sessions,
               sessions = 1 and ended_on = held_on as is_one_session
        from event left join sign_in using (event_no)
    """,
)
