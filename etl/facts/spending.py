"""支出：一行一笔支出；转给名册上的社区的注明是哪个社区，由那个社区花出去时才算支出。"""

from etl.fact import Fact
from etl.facts.cash_receipt import TREASURIES, stem

FACT = Fact(
    label="支出",
    row="一行是一笔支出（或转拨）",
    records=("fund_use",),
    groups=("project", "purpose", "recipient_group", "fund_name"),
    columns={
        "community": "社区",
        "used_on": "支出日期",
        "project": "项目",
        "purpose": "用途",
        "recipient_group": "受益人群",
        "fund_name": "基金（未注明的归入社区善款）",
        "amount_yuan": "支出金额",
        "passed_on_to": "转拨给",
        "partner": "转出到哪个社区",
    },
    sql=f"""
        with {TREASURIES}
        select community, used_on, project, purpose, recipient_group, fund_name, amount_yuan, passed_on_to,
               treasury.partner, source_file, sheet, row_no
        from fund_use left join treasury on name_stem = {stem("passed_on_to")}
    """,
)
