"""现行项目指标：同一社区、项目、指标和期间，取设定日期最晚的一行；以前的值留着，改了什么列入问题。

同一天定了两个值的，取先登记的一行，另一行列入问题，请台账员核对。
"""

from etl.fact import Fact

SAME = "community, project, indicator, from_on, to_on"

VERSIONS = f"""
        numbered as (
            select *, row_number() over (partition by {SAME}, set_on order by source_file, sheet, row_no) as nth from target),
        version as (
            select *, lag(value) over same as former_value, lag(set_on) over same as former_set_on
            from numbered where nth = 1 window same as (partition by {SAME} order by set_on))
"""

FACT = Fact(
    label="现行项目指标",
    row="一行是一个指标在一段时间里现在的目标值",
    records=("target",),
    groups=("group_one",),
    columns={
        "community": "社区",
        "project": "项目",
        "indicator": "指标",
        "from_on": "期初",
        "to_on": "期末",
        "group_one": "一级指标",
        "group_two": "二级指标",
        "value": "指标值",
        "unit": "单位",
        "bound": "要求",
        "weight": "分值",
        "document": "依据文件",
        "set_on": "设定日期",
        "former_value": "上次的指标值",
        "former_set_on": "上次的设定日期",
        "reason": "偏差原因",
        "measures": "改进措施",
    },
    sql=f"""
        with {VERSIONS}
        select community, project, indicator, from_on, to_on, group_one, group_two, value, unit, bound, weight, document, set_on,
               former_value, former_set_on, reason, measures, source_file, sheet, row_no
        from version
        qualify row_number() over (partition by {SAME} order by set_on desc) = 1
    """,
    hints=f"""
        with {VERSIONS}
        select 'target_changed' as code, source_file as file, sheet, row_no, '指标值' as "column", format('{{:g}}', value) as cell,
               concat('“', indicator, '”的指标值', format('{{:g}}', former_value), '（', former_set_on, '定）已改为', format('{{:g}}', value),
                      '，从', set_on, '起按新的算。') as message, 'target' as record, community
        from version where former_value <> value
        union all
        select 'target_twice', source_file, sheet, row_no, '指标值', format('{{:g}}', value),
               concat('“', indicator, '”同一天定了两次，按先登记的一行算，这一行没有用。请核对，改了值的写上改的日期。'), 'target', community
        from numbered where nth > 1
    """,
)
