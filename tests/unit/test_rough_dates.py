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


@pytest.mark.parametrize("read", [parse.rough_date, parse.booked_date])
def test_six_digits_that_may_be_a_day_are_asked_about(read):
    with pytest.raises(ValueError, match="“201103”可能是一天，也可能是一个月，请写成2020-11-03或2011-03。"):
        read("201103")
    with pytest.raises(ValueError, match="“250305”的年份不是四位数，是2025-03-05的请照这样写。"):
        read("250305")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2025.1", "可能是1月，也可能是10月"),  # a number cell that meant 2025.10: the last of January would be stored
        ("2025.13", "没有这个月"),
        ("3月", "写那个月的最后一天，这个月还没有过完的写今天"),
    ],
)
def test_which_month_a_payment_is_of_is_asked_before_its_day(text, sentence):
    with pytest.raises(ValueError, match=sentence):
        parse.booked_date(text)


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
