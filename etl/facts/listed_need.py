"""在用的需求：需求清单上的一项需求，从这一版用到下一版的前一天。"""

from etl.fact import Fact
from etl.lists_in_force import rows_in_force

FACT = Fact(
    label="在用的需求清单",
    row="一行是一版清单上的一项需求",
    records=("need",),
    groups=("category", "recipient_group", "urgency", "source"),
    columns={
        "community": "社区",
        "version_on": "清单版本",
        "title": "需求名称",
        "category": "需求类别",
        "recipient_group": "需求人群",
        "urgency": "紧急程度",
        "source": "需求来源",
        "resource": "匹配资源",
        "project": "对接项目",
        "matched_with": "匹配到的资源或项目",
        "until_on": "下一版从哪天起",
        "last_on": "这一版用到哪天",
    },
    sql=rows_in_force("need"),
    hints="""
        select 'unlisted_resource' as code, source_file as file, sheet, row_no, '匹配资源' as "column", resource as cell,
               concat('同一版资源清单里没有“', resource, '”，请核对写法，或补进资源清单。') as message, 'need' as record, community
        from need
        where resource is not null
          and exists (select 1 from resource as listed
                      where listed.community = need.community and listed.version_on = need.version_on)
          and not exists (select 1 from resource as listed
                          where listed.community = need.community and listed.version_on = need.version_on
                            and need.resource in (listed.title, listed.provider_name))
    """,
)
