"""Stretches of days: a whole window, its months, quarters or years, the same a year earlier, and their labels."""

from calendar import monthrange
from datetime import date, timedelta

from indicators.model import Filters, Grain, Period

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def split(from_on: date, to_on: date, grain: Grain) -> list[Period]:
    """Return the periods of a grain that a window touches, the first and last clipped to it."""
    return [_clipped(start, _after(start, grain), from_on, to_on, grain) for start in _starts(from_on, to_on, grain)]


def window(from_on: date, to_on: date) -> Period:
    """Return a window as one period, named as briefly as its ends allow."""
    return Period(_window_label(from_on, to_on), from_on, to_on)


def until(from_on: date, to_on: date) -> Period:
    """Return a window of which only the last day matters: 截至2023年8月31日."""
    return Period(f"截至{day_label(to_on)}", from_on, to_on)


def a_year_earlier(filters: Filters) -> tuple[date, date]:
    """Return the same window one year before; 29 February becomes the 28th, the end of a month stays the end."""
    to_on = _shifted(filters.to_on)
    if filters.to_on == _month_end(filters.to_on):
        to_on = _month_end(to_on)
    return _shifted(filters.from_on), to_on


def full_years(from_on: date, to_on: date) -> list[Period]:
    """Return the calendar years that lie wholly inside a window."""
    return [period for period in split(from_on, to_on, "year") if is_whole(period)] if from_on <= to_on else []


def is_whole(period: Period) -> bool:
    """Whether a period begins with a month and ends with one, so that it may stand in a series beside others."""
    return "（" not in period.label


def months(from_on: date, to_on: date) -> list[Period]:
    """Return the calendar months a window touches, whole, as coverage knows them."""
    starts = _starts(from_on, to_on, "month")
    return [Period(_label(start, "month"), start, _month_end(start)) for start in starts]


def _starts(from_on: date, to_on: date, grain: Grain) -> list[date]:
    step = _MONTHS[grain]
    start = date(from_on.year, (from_on.month - 1) // step * step + 1, 1)
    starts = []
    while start <= to_on:
        starts.append(start)
        start = _after(start, grain)
    return starts


def _after(start: date, grain: Grain) -> date:
    month = start.month - 1 + _MONTHS[grain]
    return date(start.year + month // 12, month % 12 + 1, 1)


def _clipped(start: date, after: date, from_on: date, to_on: date, grain: Grain) -> Period:
    first, last = max(start, from_on), min(after - timedelta(days=1), to_on)
    whole_last = after - timedelta(days=1)
    if first > start and last < whole_last:
        note = f"（{_short(first)}至{_short(last)}）"
    elif first > start:
        note = f"（{_short(first)}起）"
    elif last < whole_last:
        note = f"（截至{_short(last)}）"
    else:
        note = ""
    return Period(_label(start, grain) + note, first, last)


def _label(start: date, grain: Grain) -> str:
    if grain == "year":
        return f"{start.year}年"
    if grain == "quarter":
        return f"{start.year}年第{(start.month + 2) // 3}季度"
    return f"{start.year}年{start.month}月"


def _window_label(from_on: date, to_on: date) -> str:
    is_months = from_on.day == 1 and to_on == _month_end(to_on)
    if is_months and (from_on.month, to_on.month) == (1, 12):
        return _joined(f"{from_on.year}年", f"{to_on.year}年")
    if is_months:
        return _joined(_label(from_on, "month"), _label(to_on, "month"))
    return _joined(from_on.isoformat(), to_on.isoformat())


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first}至{last}"


def _shifted(day: date) -> date:
    return date(day.year - 1, day.month, min(day.day, monthrange(day.year - 1, day.month)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def day_label(day: date) -> str:
    """Return a day as readers see it: 2023年8月31日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _short(day: date) -> str:
    return f"{day.month}月{day.day}日"
