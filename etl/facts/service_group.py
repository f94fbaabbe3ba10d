"""小组：开办一个小组一行，记在第1节那一天。小组是一组人连着开几节，节数另计，不相加。

名称写明第几节的，第1节是一个小组；没有写第几节的，同一社区同一年同一名称的算一个小组，记在第一次。第1节在别的台账里的不重复计。
"""

from etl.fact import Fact

NUMBER = "[0-9一二三四五六七八九十]+"
# 暖邻老人小组|第3节, 亲子小组|（三）.
SESSION = rf"第\s*{NUMBER}\s*[节次期讲课]|[（(]{NUMBER}[）)]"
FIRST = r"第\s*[1一]\s*[节次期讲课]|[（(][1一][）)]"

FACT = Fact(
    label="小组",
    row="一行是开办一个小组",
    records=("activity",),
    groups=("strand", "organiser"),
    columns={
        "community": "社区",
        "started_on": "第1节的日期",
        "title": "活动名称",
        "strand": "板块",
        "organiser": "主办单位",
    },
    sql=f"""
        with session as (
            select community, held_on, title, strand, organiser, source_file, sheet, row_no,
                   regexp_matches(title, '{SESSION}') as is_numbered, regexp_matches(title, '{FIRST}') as is_first,
                   row_number() over (
                       partition by community, title, year(held_on) order by held_on, source_file, sheet, row_no) as nth
            from activity where method = '小组')
        select community, held_on as started_on, title, strand, organiser, source_file, sheet, row_no
        from session where is_first or (not is_numbered and nth = 1)
    """,
)
