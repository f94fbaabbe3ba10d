"""星级志愿者：一人一年一行，记在这一年的积分达到当时星级评定门槛的那一天；兑换不影响。"""

from etl.fact import Fact

FACT = Fact(
    label="星级志愿者",
    row="一行是一个人在一年里达到星级评定门槛",
    records=("points_rule", "volunteer_service", "donation"),
    facts=("points_movement",),
    columns={"community": "社区", "reached_on": "达到门槛的日期", "person_key": "志愿者代码"},
    sql="""
        with running as (
            select *, sum(earned_points) over (
                partition by community, person_key, year(moved_on) order by moved_on, source_file, sheet, row_no) as so_far
            from points_movement where earned_points is not null)
        select community, min(moved_on) as reached_on, person_key, arg_min(source_file, (moved_on, source_file, sheet, row_no)) as source_file,
               arg_min(sheet, (moved_on, source_file, sheet, row_no)) as sheet, arg_min(row_no, (moved_on, source_file, sheet, row_no)) as row_no
        from running where so_far >= star_points group by community, person_key, year(moved_on)
    """,
)
