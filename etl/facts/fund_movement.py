"""资金收支：到账的善款和支出放在一张表里，余额就是收减支。转拨是支出，接收组织再花不重复计。"""

from etl.schema import Fact

FACT = Fact(
    label="资金收支",
    row="一行是一笔到账的现金捐赠或一笔支出",
    records=("donation", "fund_use"),
    columns={
        "community": "社区",
        "moved_on": "日期",
        "fund_name": "基金",
        "received_yuan": "到账（元）",
        "spent_yuan": "支出（元）",
        "change_yuan": "收减支（元）",
    },
    groups=("fund_name",),
    sql="""
        select community, donated_on as moved_on, fund_name, amount_yuan as received_yuan, null::decimal(18,2) as spent_yuan,
               amount_yuan as change_yuan, source_file, sheet, row_no
        from donation where gift_form = '现金' and is_received and amount_yuan is not null
        union all
        select community, used_on, fund_name, null, amount_yuan, -amount_yuan, source_file, sheet, row_no from fund_use
    """,
)
