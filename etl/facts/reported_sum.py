"""汇总数：社区每月每个项目上报的合计数；几份上报说的不一样时，这个月的这个项目不采用。"""

from etl.fact import Fact

HALF_A_FEN = 0.005  # sums of floats carry noise

FACT = Fact(
    label="汇总数",
    row="一行是一个社区一个月一个项目的合计数；同一张表里的几行相加，几份表相同的只算一次",
    records=("summary",),
    columns={
        "community": "社区",
        "month_on": "月份",
        "item": "项目",
        "amount": "数值（折成元、小时或个数）",
    },
    sql=f"""
        select community, month_on, item, min(amount) as amount,
               min(source_file) as source_file, arg_min(sheet, source_file) as sheet, arg_min(row_no, source_file) as row_no
        from (select community, month_on, item, source_file, sheet, sum(amount) as amount, min(row_no) as row_no
              from summary group by community, month_on, item, source_file, sheet)
        group by community, month_on, item having max(amount) - min(amount) < {HALF_A_FEN}
    """,
)
