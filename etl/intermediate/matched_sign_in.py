"""Every sign-in with the first day of the event it belongs to, null where there is none of that name on that day."""

from etl.fact import IntermediateTable

TABLE = IntermediateTable(
    tables=("event",),
    sql="""
        select attendance.community, activity, attended_on, identity, person_key, is_new, attendance.source_file, attendance.sheet,
               attendance.row_no, case when attended_on <= event.ended_on then event.held_on end as event_on
        from attendance asof left join event
          on attendance.community = event.community and attendance.activity = event.title
         and attendance.attended_on >= event.held_on
    """,
)
