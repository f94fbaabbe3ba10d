"""兑换物品收支：上架备的货增加库存，在架时换走的减少，下架或改价、补货时剩下的减去；不限量的没有库存。

兑换登记按名称和日期对上目录当时的一行；没有写数量的算一件，超过库存换走的不减成负数。目录上没有的、当时已经下架的、超过库存的、
积分与目录不符的，列入问题，兑换照计。第一行目录以前的兑换不核对。
"""

from etl.fact import Fact

NOT_LISTED, NO_CATALOGUE = "当时不在目录上", "当时没有兑换目录"  # behind the name of what went without a listing

_TAKEN = """
        taken as (
            select redemption.community, redemption.voucher, redeemed_on, coalesce(pieces, 1) as pieces, redeemed_points,
                   redemption.source_file, redemption.sheet, redemption.row_no, lot.offered_on, lot.price_points, lot.stock, lot.listing,
                   lot.offered_on is not null and redeemed_on < coalesce(lot.until_on, date '9999-12-31') as is_offered,
                   sum(coalesce(pieces, 1)) over (partition by redemption.community, redemption.voucher, lot.offered_on
                       order by redeemed_on, redemption.source_file, redemption.sheet, redemption.row_no) as taken_by_then
            from redemption asof left join offered_voucher as lot
              on redemption.community = lot.community and redemption.voucher = lot.voucher and redeemed_on >= lot.offered_on)
"""

FACT = Fact(
    label="兑换物品收支",
    row="一行是一次上架、一次兑换或一次下架",
    records=("voucher", "redemption"),
    facts=("offered_voucher",),
    groups=("voucher", "listing"),
    columns={
        "community": "社区",
        "moved_on": "日期",
        "voucher": "兑换项目",
        "listing": "对上目录的哪一行（名称、上架日期）",
        "redeemed_pieces": "兑换件数",
        "change_pieces": "库存增减",
    },
    sql=f"""
        with {_TAKEN},
        began as (
            select community, min(offered_on) as began_on from offered_voucher group by community),
        of_lot as (
            select community, voucher, offered_on, sum(pieces) as pieces
            from taken where is_offered group by community, voucher, offered_on)
        select community, offered_on as moved_on, voucher, listing, null::double as redeemed_pieces, stock as change_pieces,
               source_file, sheet, row_no
        from offered_voucher where stock is not null
        union all
        select community, until_on, voucher, listing, null, -greatest(stock - coalesce(pieces, 0), 0), source_file, sheet, row_no
        from offered_voucher left join of_lot using (community, voucher, offered_on)
        where stock is not null and until_on is not null
        union all
        select community, redeemed_on, voucher,
               case when is_offered then listing
                    else concat(coalesce(voucher, '没有写名称的物品'), '（',
                                case when redeemed_on >= began_on then '{NOT_LISTED}' else '{NO_CATALOGUE}' end, '）') end,
               pieces,
               case when is_offered then -greatest(least(pieces, stock - (taken_by_then - pieces)), 0) end,
               source_file, sheet, row_no
        from taken left join began using (community)
    """,
    hints=f"""
        with {_TAKEN},
        doubt as (
            select *, case when offered_on is null then 'voucher_not_listed'
                           when not is_offered then 'voucher_not_offered'
                           when redeemed_points <> price_points * pieces then 'voucher_price' end as code
            from taken
            where redeemed_on >= (select min(offered_on) from offered_voucher as lot where lot.community = taken.community)),
        beyond as (
            select * from taken where is_offered and taken_by_then > stock
            qualify row_number() over (partition by community, voucher, offered_on order by taken_by_then) = 1)
        select code, source_file as file, sheet, min(row_no) as row_no, '兑换项目' as "column", voucher as cell,
               case code
                 when 'voucher_not_listed'
                 then concat('兑换目录上这时没有', coalesce(concat('“', voucher, '”'), '没有写名称的物品'), '，', count(*),
                             '次兑换核对不了。请核对名称，或补登目录。')
                 when 'voucher_not_offered'
                 then concat('“', voucher, '”已经下架，还有', count(*), '次兑换。请核对日期，或补登目录。')
                 else concat('“', voucher, '”目录上每件', arg_min(price_points, row_no), '分，有', count(*), '次扣的不是这么多（如',
                             format('{{:g}}', arg_min(pieces, row_no)), '件扣', arg_min(redeemed_points, row_no),
                             '分）。请核对积分和数量。') end as message,
               'redemption' as record, community
        from doubt where code is not null group by community, source_file, sheet, voucher, code
        union all
        select 'beyond_stock', source_file, sheet, row_no, '兑换项目', voucher,
               concat('“', voucher, '”备货', format('{{:g}}', stock), '件，到这次换走了', format('{{:g}}', taken_by_then),
                      '件，超过了库存。请核对，补货的请在目录上另写一行。'),
               'redemption', community
        from beyond
    """,
)
