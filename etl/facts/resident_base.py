"""居民基数：每个社区的常住人口和户数在哪段时间有效，是“每千名居民”的分母。"""

from etl.fact import Fact

FACT = Fact(
    label="居民基数",
    row="一行是一个社区的一次名册登记及其有效期",
    records=("community",),
    columns={
        "community": "社区",
        "residents_count": "常住人口",
        "households_count": "户数",
        "area_km2": "面积（平方公里）",
        "as_of_on": "统计日期",
        "valid_from": "从这天起使用",
        "valid_to": "到这天为止（不含）",
    },
    sql="""
        select community, residents_count, households_count, area_km2, as_of_on,
               case when row_number() over (partition by community order by as_of_on) = 1
                    then date '1990-01-01' else as_of_on end as valid_from,
               lead(as_of_on) over (partition by community order by as_of_on) as valid_to,
               source_file, sheet, row_no
        from community
    """,
)
