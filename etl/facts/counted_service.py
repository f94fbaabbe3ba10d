"""计入的志愿服务：同一人同一天的时间合计最多计24小时，超出的不计，并列入问题。"""

from etl.fact import Fact
from etl.records.volunteer_service import HOURS_OF_A_DAY

FACT = Fact(
    label="计入的志愿服务",
    row="一行是一名志愿者的一次服务",
    records=("volunteer_service",),
    groups=("team",),
    columns={
        "community": "社区",
        "served_on": "服务日期",
        "team": "服务队",
        "person_key": "志愿者代码（空＝不知道是谁）",
        "counted_hours": "计入的小时（同一人同一天最多24）",
    },
    sql=f"""
        select community, served_on, team, person_key, service_hours as counted_hours, source_file, sheet, row_no
        from volunteer_service anti join long_day using (community, person_key, served_on)
        union all
        select community, served_on, team, person_key,
               greatest(0, least(service_hours, {HOURS_OF_A_DAY} - (until_then - service_hours))),
               source_file, sheet, row_no
        from (select *, sum(service_hours) over (partition by community, person_key, served_on
                                                 order by source_file, sheet, row_no) as until_then
              from volunteer_service semi join long_day using (community, person_key, served_on))
    """,
    hints=f"""
        select 'long_day' as code, source_file as file, sheet, row_no, '服务时长' as "column",
               concat('同一人', cast(served_on as varchar), '的服务合计', format('{{:g}}', day_hours),
                      '小时，超过{HOURS_OF_A_DAY}小时，只计{HOURS_OF_A_DAY}小时。请核对各行的时长。') as message,
               'volunteer_service' as record, community
        from (select *, row_number() over (partition by community, person_key, served_on
                                           order by source_file, sheet, row_no desc) as nth
              from volunteer_service join long_day using (community, person_key, served_on))
        where nth = 1
    """,
)
