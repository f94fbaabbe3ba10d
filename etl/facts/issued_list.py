"""清单版本：一个社区的一种清单（需求、资源、项目）的一版，有多少条，比上一版多了、少了哪些条数；按名称认是不是同一条。"""

from etl.fact import Fact

LISTS = {"需求清单": "need", "资源清单": "resource", "项目清单": "project"}  # label → record type
_ENTRIES = " union all ".join(
    f"select '{label}' as kind, community, version_on, title, source_file, sheet, row_no from {table}"
    for label, table in LISTS.items()
)

FACT = Fact(
    label="清单版本",
    row="一行是一种清单的一版",
    records=tuple(LISTS.values()),
    groups=("kind",),
    columns={
        "community": "社区",
        "kind": "清单",
        "version_on": "清单版本",
        "entries": "条数",
        "added": "比上一版新增",
        "dropped": "比上一版减少",
    },
    sql=f"""
        with entry as ({_ENTRIES}),
        version as (
            select kind, community, version_on, count(distinct title) as entries,
                   min(struct_pack(source_file, sheet, row_no)) as place
            from entry group by kind, community, version_on),
        in_order as (
            select *, lag(version_on) over former as former_on, lag(entries) over former as former_entries
            from version window former as (partition by kind, community order by version_on)),
        listed as (select distinct kind, community, version_on, title from entry),
        kept as (
            select kind, community, in_order.version_on, count(*) as kept_entries
            from in_order join listed using (kind, community, version_on) join listed as former using (kind, community, title)
            where former.version_on = in_order.former_on group by all)
        select community, kind, version_on, entries, entries - coalesce(kept_entries, 0) as added,
               former_entries - coalesce(kept_entries, 0) as dropped, unnest(place)
        from (select *, case when former_on is null then entries else kept_entries end as kept_entries
              from in_order left join kept using (kind, community, version_on))
    """,
)
