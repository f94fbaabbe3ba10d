"""可兑换物品：兑换目录上的一行，从上架那天用到下架那天，或同一物品下一行的前一天。"""

from etl.fact import Fact

FACT = Fact(
    label="可兑换物品",
    row="一行是兑换目录上的一种物品，从上架到下架或改价、补货",
    records=("voucher",),
    groups=("voucher",),
    columns={
        "community": "社区",
        "voucher": "可兑换物品",
        "price_points": "每件积分",
        "stock": "备货数量（空＝不限量）",
        "stock_unit": "单位",
        "offered_on": "上架日期",
        "until_on": "从哪天起不再有效",
        "listing": "目录上的哪一行（名称、上架日期）",
    },
    sql="""
        select community, voucher, price_points, stock, stock_unit, offered_on,
               least(offered_to + 1, lead(offered_on) over (partition by community, voucher order by offered_on)) as until_on,
               concat(voucher, '（', offered_on, '上架）') as listing, source_file, sheet, row_no
        from voucher
    """,
)
