"""Months as clerks write them: read as their first day, or refused with the reason."""

import datetime

import pytest

from etl import parse

MARCH = datetime.date(2024, 3, 1)


@pytest.mark.parametrize(
    "text",
    ["2024年3月", "2024年03月份", "2024-03", "2024.3", "2024/3", "202403", "２０２４年３月", "24年3月", "二〇二四年三月",
     "2024年/3月", "2024-03-01 00:00:00", "2024-03-31", "45352", "2024年3月5日", "Mar 5, 2024"],
)  # fmt: skip
def test_a_month_is_its_first_day(text):
    assert parse.month(text) == MARCH


@pytest.mark.parametrize("text", ["3月", "3月份", "三月", "03月"])
def test_a_month_without_a_year_takes_the_year_stated_elsewhere(text):
    assert parse.month(text, 2024) == MARCH
    with pytest.raises(ValueError, match=r"缺少年份.*年份=2024"):
        parse.month(text)


def test_a_day_with_two_readings_takes_the_order_that_is_settled():
    assert parse.month("05/03/2024", order="day-month") == MARCH
    with pytest.raises(ValueError, match="看不出是哪个月"):
        parse.month("05/03/2024")


@pytest.mark.parametrize(
    ("text", "why"),
    {
        "2024.1": "可能是1月，也可能是10月",
        "2024年13月": "没有这个月",
        "1980年3月": "年份不在1990年到2035年之间",
        "2024年": "只有年份，没有月份",
        "2024年1-3月": "是几个月，不是一个月",
        "第一季度": "是几个月，不是一个月",
        "2024年上半年": "是几个月，不是一个月",
        "春天": "看不出是哪个月，请写成2024年3月",
    }.items(),
)
def test_what_is_no_single_month_is_refused_with_the_reason(text, why):
    with pytest.raises(ValueError, match=why):
        parse.month(text, 2024)


def test_an_empty_cell_is_no_month():
    assert parse.month(" / ") is None
