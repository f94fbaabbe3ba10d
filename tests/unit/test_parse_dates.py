"""Days as clerks write them: read as one day, or refused with the reason."""

import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import parse

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2035, 12, 31))
NUMERALS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """A number below 32 as it is spoken."""
    tens, ones = divmod(number, 10)
    return ("", "十", "二十", "三十")[tens] + (NUMERALS[ones] if ones else "")


FORMATS = {
    "ISO": lambda day: day.isoformat(),
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
    "dots": lambda day: f"{day.year}.{day.month:02}.{day.day:02}",
    "characters": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "spaced characters": lambda day: f" {day.year} 年 {day.month} 月 {day.day} 号\u3000",
    "eight digits": lambda day: f"{day:%Y%m%d}",
    "date and time": lambda day: f"{day.year}/{day.month}/{day.day} 1:05:09",
    "ISO with T": lambda day: f"{day.isoformat()}T23:59:59.000",
    "afternoon": lambda day: f"{day.year}年{day.month}月{day.day}日下午3点半",
    "from to": lambda day: f"{day.isoformat()} 14:30-16:30",
    "weekday": lambda day: f"{day.isoformat()}（周{'一二三四五六日'[day.weekday()]}）",
    "English": lambda day: f"{calendar.month_name[day.month]} {day.day}, {day.year}",
    "English short": lambda day: f"{day.day:02}-{calendar.month_abbr[day.month]}-{day.year}",
    "full width": lambda day: day.isoformat().translate(str.maketrans("0123456789-", "０１２３４５６７８９－")),
    "republic": lambda day: f"民國{day.year - 1911}年{day.month}月{day.day}日",
    "numerals": lambda day: (
        "".join(NUMERALS[int(digit)] for digit in str(day.year)) + f"年{chinese(day.month)}月{chinese(day.day)}日"
    ),
    "serial": lambda day: str((day - datetime.date(1899, 12, 30)).days),
    "serial with time": lambda day: f"{(day - datetime.date(1899, 12, 30)).days}.4763888889",
}


@pytest.mark.parametrize("written", FORMATS.values(), ids=FORMATS)
@given(day=DAYS)
def test_a_day_is_read_back_however_it_is_written(written, day):
    assert parse.date(written(day)) == day


@given(day=DAYS)
def test_a_day_without_a_year_takes_the_year_known_from_elsewhere(day):
    assert parse.date(f"{day.month}月{day.day}日", day.year) == day
    assert parse.date(f"{day.month}/{day.day}", day.year) == day
    with pytest.raises(ValueError, match="缺少年份"):
        parse.date(f"{day.month}月{day.day}日")


@given(day=DAYS)
def test_a_day_with_the_year_last_is_read_only_if_it_has_one_reading(day):
    text = f"{day.day:02}/{day.month:02}/{day.year}"
    if day.day > 12 or day.day == day.month:
        assert parse.date(text) == day
    else:
        with pytest.raises(ValueError, match=r"可能是\d+月\d+日或\d+月\d+日"):
            parse.date(text)


def test_years_of_three_digits_are_of_the_republic_and_of_two_those_of_a_known_year():
    assert str(parse.date("113年4月2日")) == "2024-04-02"
    assert str(parse.date("24.3.16", 2024)) == "2024-03-16"
    with pytest.raises(ValueError, match="不是四位数"):
        parse.date("24.3.16", 2023)


@given(day=DAYS)
def test_a_decimal_that_may_have_lost_its_zero_is_never_taken_for_another_day(day):
    shown = str(float(f"{day.month}.{day.day}"))  # what a number cell keeps of 6.10
    try:
        assert parse.date(shown, day.year) == day
    except ValueError as refusal:
        assert "可能是" in str(refusal) and f"{day.month}月{day.day}日" in str(refusal)


def test_the_sentence_for_a_lost_zero_names_both_days():
    with pytest.raises(ValueError) as refusal:
        parse.date("6.3", 2025)
    assert str(refusal.value) == "日期“6.3”可能是6月3日或6月30日，请写成2025-06-03这样的日期。"


def test_there_is_no_thirtieth_of_february_so_its_third_is_certain():
    assert parse.date("2.3", 2025) == datetime.date(2025, 2, 3)


@pytest.mark.parametrize(
    "text", ["1:00PM 6-15-2017", "13:00 2017-06-15", "13:00:05 2017年6月15日", "1:00 PM June 15, 2017"]
)
def test_a_time_may_stand_before_its_day(text: str):
    assert parse.date(text) == datetime.date(2017, 6, 15)


REFUSED = {
    "2023-02-30": "日历上不存在",
    "2024-13-01": "日历上不存在",
    "1899-01-01": "年份不在1990年到2035年之间",
    "2050-01-01": "年份不在",
    "60000": "年份不在",
    "2023.8": "没有日",
    "2023年8月": "没有日",
    "202308": "没有日",
    "8月": "没有日",
    "2023年": "没有月日",
    "07:06:18": "没有日期",
    "14:00PM": "没有日期",
    "24.1.26": "不是四位数",
    "112.3.5": "不是四位数，像民国纪年（加1911是公元年）",
    "114/3/1": "像民国纪年",
    "8月1日-3日": "一段日期",
    "1月22日—1月28日": "一段日期",
    "2024.1.1-2024.1.3": "一段日期",
    "2024年1月1日至5日": "一段日期",
    "2024年1月29日、30日": "不止一个日期",
    "2024-01-24T16:00:00.000Z": "时区",
    "19999": "看不出",
    "60001": "看不出",
    "每周三": "看不出",
    "May 2024": "看不出",
    "Foo 12, 2024": "看不出",
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_what_is_no_single_day_is_refused_with_its_reason(text, reason):
    with pytest.raises(ValueError, match=reason):
        parse.date(text)
