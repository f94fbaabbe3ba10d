"""志愿者：一人一行，从哪天起是志愿者；姓名打了星号、不知道是谁的服务各占一行。"""

from etl.fact import Fact

FACT = Fact(
    label="志愿者",
    row="一行是一名志愿者；不知道是谁的服务一次一行",
    records=("volunteer_service",),
    columns={
        "community": "社区",
        "person_key": "志愿者代码（空＝不知道是谁）",
        "joined_on": "成为志愿者的日期",
    },
    sql="""
        select community, person_key, unnest(earliest) from (
            select community, person_key, min(struct_pack(joined_on, source_file, sheet, row_no)) as earliest
            from volunteer_service where person_key is not null group by community, person_key)
        union all
        select community, null, joined_on, source_file, sheet, row_no from volunteer_service where person_key is null
    """,
)
