"""出队：一支服务队同一天的志愿服务算一次出队，时间相加；没有写服务队的，一人一次服务算一次。

一队人一起去一次，不是十几次各自独立的服务：升降和高低按出队检验，时间合计不变。
"""

from etl.fact import Fact

FACT = Fact(
    label="出队",
    row="一行是一支服务队一天的志愿服务；没有写服务队的，一人一次服务一行",
    records=("volunteer_service",),
    facts=("counted_service",),
    groups=("team",),
    columns={"community": "社区", "served_on": "服务日期", "team": "服务队", "outing_hours": "计入的小时合计"},
    sql="""
        with outing as (
            select community, served_on, team, sum(counted_hours) as outing_hours,
                   min(struct_pack(source_file, sheet, row_no)) as first_row
            from counted_service where team is not null group by community, served_on, team)
        select community, served_on, team, outing_hours,
               first_row.source_file, first_row.sheet, first_row.row_no
        from outing
        union all
        select community, served_on, team, counted_hours, source_file, sheet, row_no
        from counted_service where team is null
    """,
)
