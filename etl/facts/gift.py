"""捐赠份：到账的现金和物资，一行一份；冲正的和被冲正的、金额为0的都不是一份。

冲正是同一社区、同一捐赠人、同一形式、同一基金、金额正好相反的一行，一行抵一行，按日期先后配对。冲正的金额与哪一份都不相同的，
从这位捐赠人的合计里扣：有名的捐赠人收支相抵后没有余下的，这些份都不算。
"""

from etl.fact import Fact

FACT = Fact(
    label="捐赠份",
    row="一行是一份没有被冲正的现金或物资捐赠",
    records=("donation",),
    groups=("donor_type", "gift_form", "channel", "fund_name", "purpose"),
    columns={
        "community": "社区",
        "donated_on": "捐赠日期",
        "donor_key": "捐赠人代码（空＝不知道是谁）",
        "donor_type": "捐赠方",
        "gift_form": "款物类别",
        "channel": "渠道",
        "fund_name": "基金（未注明的归入社区善款）",
        "purpose": "限定用途",
        "amount_yuan": "金额",
        "goods": "物资名称",
        "quantity": "数量",
        "quantity_unit": "单位",
    },
    sql="""
        with received as (
            select *, row_number() over (partition by community, donor_key, gift_form, fund_name, amount_yuan
                                         order by donated_on, source_file, sheet, row_no) as nth,
                   sum(amount_yuan) over (partition by community, donor_key, gift_form, fund_name) as net
            from donation where is_received and gift_form in ('现金', '物资'))
        select community, donated_on, donor_key, donor_type, gift_form, channel, fund_name, purpose, amount_yuan,
               goods, quantity, quantity_unit,
               source_file, sheet, row_no
        from received as gift
        where (amount_yuan > 0 or (quantity > 0 and coalesce(amount_yuan, 0) = 0 and gift_form = '物资'))
          and (donor_key is null or coalesce(amount_yuan, 0) = 0 or net > 0)
          and not exists (
              select 1 from received as reversal
              where reversal.community = gift.community and reversal.donor_key is not distinct from gift.donor_key
                and reversal.gift_form = gift.gift_form and reversal.fund_name = gift.fund_name
                and reversal.amount_yuan = -gift.amount_yuan and reversal.nth = gift.nth)
    """,
)
