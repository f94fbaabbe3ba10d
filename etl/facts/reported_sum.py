"""汇总数：社区每月每个项目上报的合计数；几份上报说的不一样时，这个月的这个项目没有数，不采用任何一份。"""

from etl.fact import Fact

HALF_A_FEN = 0.005  # sums of floats carry noise
_CORRECTION = "更正|订正|修订|修正|更新|改正|新版|最终版|定稿"

# Each list that differs from the first one of its month, a correction after what it corrects, in one line whatever items differ.
_DISPUTES = f"""
    with listed as (
        select community, month_on, item, source_file, sheet, min(summary.row_no) as row_no, sum(summary.amount) as amount,
               regexp_replace(cast(round(sum(summary.amount), 2) as varchar), '\\.0+$', '') as written
        from summary semi join (select * from reported_sum where amount is null) as disputed using (community, month_on, item)
        group by all),
    named as (
        select *, case when min(source_file) over same < max(source_file) over same then concat(source_file, ' ', sheet) else sheet end as name,
               regexp_extract(name, '{_CORRECTION}') as correction
        from listed window same as (partition by community, month_on, item)),
    beside as (
        select *, first_value(struct_pack(source_file, sheet, row_no, amount, written, correction)) over (
                   partition by community, month_on, item order by correction <> '', source_file, sheet) as first
        from named),
    dispute as (
        select community, source_file, sheet, month_on, correction, count(*) as items, min(row_no) as row_no,
               arg_min(item, row_no) as item, arg_min(written, row_no) as written, arg_min(first, row_no) as first
        from beside where abs(amount - first.amount) >= {HALF_A_FEN} group by all)
    select 'disputed_sum' as code, source_file as file, sheet, row_no, '数值' as "column", written as cell,
           concat(year(month_on), '年', month(month_on), '月的', item, '，这里写', written, '，', first.source_file,
                  case when first.sheet <> '' then concat('“', first.sheet, '”') else '' end, '第', first.row_no, '行写', first.written,
                  case when items > 1 then concat('，另有', items - 1, '项也不一样') else '' end,
                  '：说不清哪个对，几个数都没有采用。请只留对的一份，再导入',
                  case when correction = '' or first.correction <> '' then ''
                       when first.source_file = source_file then concat('；这里写着“', correction, '”，用这里的，请删去工作表“', first.sheet, '”')
                       else concat('；这里写着“', correction, '”，用这里的，请撤回“', first.source_file, '”') end, '。') as message,
           'summary' as record, community
    from dispute
"""

# Rows of one list that are added up, in one line a sheet: a row that corrects another one would count as well.
_ADDED_ROWS = """
    with added as (
        select community, month_on, item, source_file, sheet, min(row_no) as row_no, max(row_no) as last_row, count(*) as row_count,
               regexp_replace(cast(round(sum(amount), 2) as varchar), '\\.0+$', '') as written
        from summary group by all having count(distinct row_no) > 1)
    select 'added_sums' as code, source_file as file, sheet, min(row_no) as row_no, '项目' as "column", arg_min(item, row_no) as cell,
           concat(arg_min(concat(year(month_on), '年', month(month_on), '月的', item, '写了', row_count, '行（第', row_no, '行到第', last_row,
                                 '行），相加算成', written), row_no),
                  case when count(*) > 1 then concat('，另有', count(*) - 1, '处也这样') else '' end,
                  '。本来是几部分的不用改；一行更正另一行的，请只留对的一行，再导入。') as message,
           'summary' as record, community
    from added group by community, source_file, sheet
"""

FACT = Fact(
    label="汇总数",
    row="一行是一个社区一个月一个项目的合计数；同一张表里的几行相加，几份表相同的只算一次",
    records=("summary",),
    columns={
        "community": "社区",
        "month_on": "月份",
        "item": "项目",
        "amount": "数值（折成元、小时或个数）；几份表不一样的，空着",
    },
    sql=f"""
        select community, month_on, item, case when max(amount) - min(amount) < {HALF_A_FEN} then min(amount) end as amount,
               min(source_file) as source_file, arg_min(sheet, source_file) as sheet, arg_min(row_no, source_file) as row_no
        from (select community, month_on, item, source_file, sheet, sum(amount) as amount, min(row_no) as row_no
              from summary group by community, month_on, item, source_file, sheet)
        group by community, month_on, item
    """,
    hints=f"from ({_DISPUTES}) union all by name from ({_ADDED_ROWS})",
)
