"""Stretches of days and their labels: a whole window, its months, quarters or years, the same window a year earlier.

Steps of months are relativedelta's: a day that the other month lacks becomes its last (29 February a year earlier: the 28th).
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from documents.day_text import day_text, short_day_text
from indicators.model import Filters, Grain, Period

MONTHS_IN: dict[Grain, int] = {"month": 1, "quarter": 3, "year": 12}
DAY = timedelta(days=1)


def split(from_on: date, to_on: date, grain: Grain) -> list[Period]:
    """Return the periods of a grain that a window touches, the first and last clipped to it; none for an empty window."""
    return list(_split(from_on, to_on, grain))


def window(from_on: date, to_on: date) -> Period:
    """Return a window as one period, named as briefly as its ends allow."""
    return Period(_window_label(from_on, to_on), from_on, to_on)


def until(from_on: date, to_on: date) -> Period:
    """Return a window of which only the last day matters: 截至2023年8月31日."""
    return Period(f"截至{day_text(to_on)}", from_on, to_on)


def a_year_earlier(filters: Filters) -> tuple[date, date]:
    """Return the same window one year before; 29 February becomes the 28th, the end of a month stays the end."""
    return years_earlier(filters, 1)


def years_earlier(filters: Filters, years: int) -> tuple[date, date]:
    """Return the same window some years before, its ends as in `a_year_earlier`."""
    before = relativedelta(years=years)
    to_on = filters.to_on - before
    return filters.from_on - before, month_end(to_on) if filters.to_on == month_end(filters.to_on) else to_on


def is_whole(period: Period) -> bool:
    """Whether a period begins with a month and ends with one, so that it may stand in a series beside others."""
    return "（" not in period.label


def is_year(period: Period, last_day: date) -> bool:
    """Whether a period is one calendar year, whole or until the last day of all records."""
    first, next_first = first_of(period.from_on, "year"), first_of(period.from_on, "year", -1)
    return period.from_on == first and period.to_on in (next_first - DAY, last_day) and period.to_on < next_first


def is_part_of_month(period: Period) -> bool:
    """Whether a period is some days of one month, so that the communities asked are no community-months."""
    first, last = period.from_on.replace(day=1), month_end(period.from_on)
    return period.to_on <= last and (period.from_on, period.to_on) != (first, last)


def months(from_on: date, to_on: date) -> list[Period]:
    """Return the calendar months a window touches, whole, as coverage knows them; none for an empty window."""
    return list(_months(from_on, to_on))


@lru_cache(maxsize=4096)  # asked thousands of times a page, of few days
def first_of(day: date, grain: Grain, periods_back: int = 0) -> date:
    """Return the first day of the month, quarter or year that a day lies in, or of one that many periods before."""
    year, month = divmod((_number(day, grain) - periods_back) * MONTHS_IN[grain], MONTHS_IN["year"])
    return date(year, month + 1, 1)


def _number(day: date, grain: Grain) -> int:
    """Return the number of the month, quarter or year that a day lies in, counted from the beginning of the calendar."""
    return (day.year * MONTHS_IN["year"] + day.month - 1) // MONTHS_IN[grain]


@lru_cache(maxsize=4096)  # asked thousands of times a page, of few days
def month_end(day: date) -> date:
    """Return the last day of the month that a day lies in."""
    return day + relativedelta(day=31)  # an absolute day beyond the end means the end


def whole_periods(from_on: date, to_on: date, grain: Grain) -> tuple[date, date]:
    """Return the first and the last day of all periods of a grain that a window touches."""
    return first_of(from_on, grain), first_of(to_on, grain, -1) - DAY


def whole_months(from_on: date, to_on: date) -> tuple[date, date]:
    """Return the first and the last day of the whole months in a window, or of the window where it holds none."""
    whole = [month for month in months(from_on, to_on) if from_on <= month.from_on and month.to_on <= to_on]
    return (whole[0].from_on, whole[-1].to_on) if whole else (from_on, to_on)


def are_consecutive(calendar_months: Sequence[Period]) -> bool:
    """Whether calendar months, in the order of time, follow each other without a gap."""
    return not calendar_months or list(calendar_months) == months(calendar_months[0].from_on, calendar_months[-1].to_on)


@lru_cache(maxsize=1024)  # every question of a page splits one of few windows
def _split(from_on: date, to_on: date, grain: Grain) -> tuple[Period, ...]:
    return tuple(_clipped(start, from_on, to_on, grain) for start in _starts(from_on, to_on, grain))


@lru_cache(maxsize=1024)  # every figure of a table looks for missing months in one of few windows
def _months(from_on: date, to_on: date) -> tuple[Period, ...]:
    return tuple(_whole(start, "month") for start in _starts(from_on, to_on, "month"))


def _starts(from_on: date, to_on: date, grain: Grain) -> list[date]:
    if from_on > to_on:
        return []
    count = _number(to_on, grain) - _number(from_on, grain) + 1
    return [first_of(from_on, grain, -number) for number in range(count)]


@lru_cache(maxsize=4096)  # windows share their periods
def _whole(start: date, grain: Grain) -> Period:
    return Period(_label(start, grain), start, first_of(start, grain, -1) - DAY)


def _clipped(start: date, from_on: date, to_on: date, grain: Grain) -> Period:
    whole = _whole(start, grain)
    if from_on <= start and whole.to_on <= to_on:
        return whole
    end = whole.to_on
    first, last = max(start, from_on), min(end, to_on)
    if first > start and last < end:
        note = f"（{short_day_text(first)}至{short_day_text(last)}）"
    elif first > start:
        note = f"（{short_day_text(first)}起）"
    else:
        note = f"（截至{short_day_text(last)}）"
    return Period(whole.label + note, first, last)


def _label(start: date, grain: Grain) -> str:
    if grain == "year":
        return f"{start.year}年"
    if grain == "quarter":
        return f"{start.year}年第{(start.month + 2) // 3}季度"
    return f"{start.year}年{start.month}月"


def _window_label(from_on: date, to_on: date) -> str:
    """Return 2022年, 2021年至2022年, 2022年1月至6月, 2022年11月至2023年1月, 2023年1月1日至9月8日 or 2021年5月20日."""
    is_months = from_on.day == 1 and to_on == month_end(to_on)
    if is_months and (from_on.month, to_on.month) == (1, 12):
        first, last = f"{from_on.year}年", f"{to_on.year}年"
    elif is_months:
        first, last = _label(from_on, "month"), _label(to_on, "month")
    else:
        first, last = day_text(from_on), day_text(to_on)
    return first if first == last else f"{first}至{last.removeprefix(f'{from_on.year}年')}"


def quarter_label(day: date) -> str:
    """Return the quarter that a day lies in, as readers see it: 2023年第3季度."""
    return _label(first_of(day, "quarter"), "quarter")
