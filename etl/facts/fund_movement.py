"""资金收支：到账的善款和支出放在一张表里，余额就是收减支。社区之间转的钱，转出方减、转入方加，合起来正好抵消。"""

from etl.fact import Fact
from etl.facts.cash_receipt import TREASURIES, stem

FACT = Fact(
    label="资金收支",
    row="一行是一笔到账的现金、一笔支出或一笔社区之间的转账",
    records=("donation", "fund_use"),
    columns={
        "community": "社区",
        "moved_on": "日期",
        "fund_name": "基金",
        "received_yuan": "到账（元）",
        "spent_yuan": "支出（元）",
        "available_yuan": "到账加转入减转出（元）",
        "change_yuan": "收减支（元）",
    },
    groups=("fund_name",),
    sql=f"""
        with {TREASURIES}
        select community, donated_on as moved_on, fund_name,
               case when partner is null then amount_yuan end as received_yuan, null::decimal(18,2) as spent_yuan,
               amount_yuan as available_yuan, amount_yuan as change_yuan, source_file, sheet, row_no
        from donation left join treasury on name_stem = {stem("donor_name")}
        where gift_form = '现金' and is_received and amount_yuan is not null
        union all
        select community, used_on, fund_name, null, case when partner is null then amount_yuan end,
               case when partner is not null then -amount_yuan end, -amount_yuan, source_file, sheet, row_no
        from fund_use left join treasury on name_stem = {stem("passed_on_to")}
    """,
)
