"""活动归类：一场活动归入的一类一行，同一类只归一次；分类法执行以前的活动不归。

板块一格里写了几个的（老人、志愿服务），各按各的归；依据对不上任何活动的列入问题。
"""

from etl.fact import Fact
from etl.records.taxonomy import METHOD, ORGANISER, PARTNER, STRAND, TITLE

_BELONGS = f"""activity.community = taxonomy.community and activity.held_on >= taxonomy.effective_on
             and (matched_on = '{STRAND}' and position(concat('、', word, '、') in concat('、', strand, '、')) > 0
                  or matched_on = '{METHOD}' and method = word
                  or matched_on = '{TITLE}' and position(word in title) > 0
                  or matched_on = '{ORGANISER}' and position(word in organiser) > 0
                  or matched_on = '{PARTNER}' and position(word in partners) > 0)"""

FACT = Fact(
    label="活动归类",
    row="一行是一场活动归入一类",
    records=("activity", "taxonomy"),
    groups=("term", "scheme"),
    columns={
        "community": "社区",
        "held_on": "活动日期",
        "title": "活动名称",
        "scheme": "分类法",
        "term": "类别",
        "activity_row": "哪一场活动（文件、工作表、行）",
    },
    sql=f"""
        select distinct activity.community, held_on, title, scheme, concat(scheme, '：', term) as term,
               concat(activity.source_file, '|', activity.sheet, '|', activity.row_no) as activity_row,
               activity.source_file, activity.sheet, activity.row_no
        from activity join taxonomy on {_BELONGS}
    """,
    hints=f"""
        select 'empty_term' as code, source_file as file, sheet, row_no, '写法' as "column", word as cell,
               concat('没有一场活动的', matched_on, case when matched_on in ('{STRAND}', '{METHOD}') then '是“' else '里有“' end, word, '”，“', term, '”里没有活动。请核对写法和执行日期。') as message,
               'taxonomy' as record, community
        from taxonomy
        where not exists (select 1 from activity where {_BELONGS})
          and exists (select 1 from activity where activity.community = taxonomy.community)
    """,
)
