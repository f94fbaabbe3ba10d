"""The sample's catalogues of what points buy: every good line loaded, and redemptions that do not fit are told, none lost."""

from datetime import date

from indicators.engine import figures
from indicators.model import Filters
from sample.stories.points import redemptions
from sample.stories.vouchers import FENGER, YANGMING
from warehouse.build import Build


def test_every_good_line_is_loaded_and_four_are_refused(build: Build):
    loaded = build.rows("select count(*) from voucher")
    refused = build.rows("select cell from problem where record = 'voucher' and severity = '拒收' order by row_no")
    assert loaded == [(len(YANGMING) + len(FENGER),)]
    assert [cell for (cell,) in refused] == ["2024-12-31", "0分", "干洗券、2025-01-01", "若干"]


def test_redemptions_beyond_the_stock_and_at_another_price_are_told(build: Build):
    told = build.rows("select code, cell, community from problem where code like 'voucher%' or code = 'beyond_stock'")
    assert sorted(told) == [
        ("beyond_stock", "干洗券", "阳明山庄社区（演示）"),
        ("voucher_price", "洗衣液", "凤二村（演示）"),
    ]


def test_what_is_left_is_the_stock_of_the_year_less_what_went_in_it(build: Build):
    window = Filters(("阳明山庄社区（演示）",), date(2025, 1, 1), date(2025, 12, 31))
    stock = sum(offer.stock or 0 for offer in YANGMING if offer.offered_on.year == 2025)
    taken = sum(redemption.redeemed_on.year == 2025 for redemption in redemptions())
    left, redeemed, kinds = figures(build, ["vouchers_left", "vouchers_redeemed", "vouchers_on_offer"], window)
    assert (left.value, redeemed.value, kinds.value) == (stock - taken, taken, 5)


def test_a_listing_counts_what_went_on_its_own_days(build: Build):
    """Detergent, counted by hand in the ledger of 凤二村: listed anew at another price on 1 July 2026."""
    window = Filters(("凤二村（演示）",), date(2021, 1, 1), date(2026, 10, 31))
    counted = {figure.category: figure.value for figure in figures(build, ["vouchers_redeemed"], window, ("listing",))}
    assert {name: count for name, count in counted.items() if name and name.startswith("洗衣液")} == {
        "洗衣液（当时没有兑换目录）": 10,
        "洗衣液（2025-01-01上架）": 17,
        "洗衣液（2026-01-01上架）": 12,
        "洗衣液（2026-07-01上架）": 14,
    }
