"""支出与决议：一行一笔支出，支出以前有没有管理委员会通过的决议；决议台账开始以前的支出不看。

支出写了决议编号的看那一项决议，没有写的看同一项目（写了基金的，同一基金）的决议；按项目看的，累计支出超出决议累计金额的部分注明超出，
没有写金额的决议不限金额。超出的，到下一次决议为止只提示第一笔。转给名册上的社区的不看，由那个社区花出去时才看。
"""

from etl.fact import Fact

DECIDED, LATER, BEYOND, NONE = "有决议", "决议在后", "超出决议金额", "没有决议"

# Every payment with what the decisions say of it: by its number where it names one, else by its project.
_ANSWERS = f"""
        passed as (
            select * from fund_decision where is_passed and is_of_committee),
        payment as (
            select spending.*, fund_use.decision_no, fund_use.voucher_no
            from spending join fund_use using (community, source_file, sheet, row_no)
            join (select community, min(decided_on) as began_on from fund_decision group by community) as ledger
              on ledger.community = spending.community and spending.used_on >= ledger.began_on
            where spending.partner is null),
        answered as (
            select payment.community, payment.source_file, payment.sheet, payment.row_no,
                   min(passed.decided_on) as first_decided_on,
                   max(case when passed.decided_on <= payment.used_on then passed.decided_on end) as decided_on,
                   sum(case when passed.decided_on <= payment.used_on then passed.amount_yuan end) as decided_yuan,
                   sum(case when passed.decided_on <= payment.used_on and passed.amount_yuan is null then 1 else 0 end) as open_count
            from payment join passed
              on passed.community = payment.community
             and (payment.decision_no = passed.decision_no
                  or payment.decision_no is null and passed.project = payment.project
                     and coalesce(passed.fund, payment.fund_name) = payment.fund_name)
            group by payment.community, payment.source_file, payment.sheet, payment.row_no),
        running as (
            select payment.*, first_decided_on, decided_on, decided_yuan, open_count,
                   sum(payment.amount_yuan) over (
                       partition by payment.community, payment.project, payment.fund_name, decided_on is null
                       order by payment.used_on, payment.source_file, payment.sheet, payment.row_no
                       rows between unbounded preceding and current row) as spent_yuan
            from payment left join answered using (community, source_file, sheet, row_no)),
        judged as (
            select *, case when decided_on is null and first_decided_on is not null then '{LATER}'
                           when decided_on is null then '{NONE}'
                           when decision_no is null and open_count = 0 and spent_yuan > decided_yuan then '{BEYOND}'
                           else '{DECIDED}' end as standing
            from running)
"""

FACT = Fact(
    label="支出与决议",
    row="一行是一笔支出（或转拨）",
    records=("fund_use", "fund_decision"),
    facts=("spending",),
    groups=("standing", "project", "fund_name"),
    columns={
        "community": "社区",
        "used_on": "支出日期",
        "project": "项目",
        "fund_name": "基金（未注明的归入社区善款）",
        "amount_yuan": "支出金额",
        "decided_on": "决议日期",
        "standing": "与决议对照",
    },
    sql=f"""
        with {_ANSWERS}
        select community, used_on, project, fund_name, amount_yuan, decided_on, standing, source_file, sheet, row_no
        from judged
    """,
    hints=f"""
        with {_ANSWERS},
        numbered as (
            select *, row_number() over (
                       partition by community, project, fund_name, decided_on, standing order by used_on, source_file, sheet, row_no) as nth
            from judged)
        select case standing when '{LATER}' then 'decided_later' when '{BEYOND}' then 'beyond_decision' else 'undecided' end as code,
               source_file as file, sheet, row_no, '支出金额' as "column", cast(amount_yuan as varchar) as cell,
               case standing when '{LATER}' then concat('这笔支出在', used_on, '，决议在', first_decided_on, '，是先付后议。请核对两个日期。')
                             when '{BEYOND}' then concat('“', project, '”到这一笔共支出', spent_yuan, '元，决议只定了', decided_yuan, '元。请核对，或补作决议。')
                             else '这笔支出以前没有管理委员会通过的决议。请核对项目和决议编号，或补作决议。' end as message,
               'fund_use' as record, community
        from numbered where standing <> '{DECIDED}' and amount_yuan > 0 and (standing <> '{BEYOND}' or nth = 1)
    """,
)
