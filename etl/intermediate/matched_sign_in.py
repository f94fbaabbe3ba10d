"""Every sign-in with the number of the event it belongs to, null where there is none of that name on that day."""

from etl.fact import IntermediateTable

TABLE = IntermediateTable(
    tables=("event",),
    sql="""
        with activity_day as (select distinct community, activity, attended_on from attendance),
        matched as (
            select activity_day.*, case when attended_on <= event.ended_on then event.event_no end as event_no
            from activity_day asof left join event
              on activity_day.community = event.community and activity_day.activity = event.title
             and activity_day.attended_on >= event.held_on)
        select attendance.community, activity, attended_on, identity, person_key, is_new, source_file, sheet, row_no, event_no
        from attendance left join matched using (community, activity, attended_on)
    """,
)
