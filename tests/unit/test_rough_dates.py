"""Dates of which only the month was written: the first day in lists of what there is, a refusal with advice for money and goods."""

import datetime

import pytest

from etl import parse
from etl.declarations import record_types
from etl.kinds import BOOKED_DATE, ROUGH_DATE


@pytest.mark.parametrize("text", ["2025年3月", "2025.3", "2025-03", "202503", "25年3月", "二〇二五年三月", "3月"])
def test_a_month_is_its_first_day_where_a_month_will_do(text):
    assert parse.rough_date(text, 2025) == datetime.date(2025, 3, 1)


@pytest.mark.parametrize("text", ["2025年3月8日", "2025.3.8", "45724", "3.8", "3月8日"])
def test_a_day_stays_that_day(text):
    assert parse.rough_date(text, 2025) == datetime.date(2025, 3, 8)


@pytest.mark.parametrize("text", ["2025年", "2025.1", "2025年13月", "第一季度", "2025年3-4月", "春天"])
def test_what_is_neither_a_day_nor_one_month_is_refused(text):
    with pytest.raises(ValueError, match="请"):
        parse.rough_date(text)


def test_a_payment_of_a_month_is_refused_and_told_which_day_to_write():
    with pytest.raises(ValueError, match=r"2025年3月.*写那个月的最后一天.*一个月合计的不能这样写"):
        parse.booked_date("2025年3月")
    with pytest.raises(ValueError, match="日历上不存在"):
        parse.booked_date("2025-02-30")


def test_only_lists_that_prove_no_month_take_a_month_for_what_places_a_row():
    placed = {record.id: record.column(record.placed_on).kind for record in record_types().values()}
    assert {id for id, kind in placed.items() if kind is ROUGH_DATE} <= {
        record.id for record in record_types().values() if record.is_roster or record.is_register
    }
    assert record_types()["fund_use"].column("used_on").kind is BOOKED_DATE
