"""Reads the window that words of time mean, once their form is known; `as_of` is the day the text was written."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from evidence.claims.detection.calendar_words import read_date, resolve, small_number, years_before
from evidence.claims.detection.claim import TimeWindow, WindowKind
from indicators.periods import month_end

LATELY = 31  # days before the day of writing that 日前 reaches back

WindowReader = Callable[[re.Match[str], date | None], TimeWindow]


def between_days(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the window from one day to another: 5月18日至6月3日."""
    first = read_date(match, "1", as_of)
    last = read_date(match, "2", as_of, first.year)
    return TimeWindow(resolve(first, as_of)[0], resolve(last, as_of)[1], "period")


def listed_years(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the stretch that years make together which follow each other; what others are together is left open."""
    years = [int(year) for year in re.findall(r"\d{4}", match[0])]
    if years != list(range(years[0], years[-1] + 1)):
        return TimeWindow(None, None, "open")
    return TimeWindow(date(years[0], 1, 1), date(years[-1], 12, 31), "period")


def between_years(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the window from one year to another: 2021年至2023年."""
    return TimeWindow(date(int(match["from"]), 1, 1), date(int(match["to"]), 12, 31), "period")


def between_months(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the window of some months of a year: 2022年1月至10月."""
    year = int(match["year"]) if match["year"] else as_of.year if as_of else None
    if year is None:
        return TimeWindow(None, None, "period")
    first, last = (small_number(match[name]) or 1 for name in ("from", "to"))
    return TimeWindow(date(year, first, 1), month_end(date(year, last, 1)), "period")


def until(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the window up to a day: 截至2023年8月底."""
    return TimeWindow(None, as_of if match["today"] else resolve(read_date(match, "", as_of), as_of)[1], "as_of")


def since(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the window from a day on: 自2019年以来."""
    return TimeWindow(resolve(read_date(match, "", as_of), as_of)[0], as_of, "since")


def single_date(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the window of a day, month or year by itself."""
    return TimeWindow(*resolve(read_date(match, "", as_of), as_of), "period")


def whole_year(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the window of a whole year (全年), that of the day."""
    return (
        TimeWindow(date(as_of.year, 1, 1), date(as_of.year, 12, 31), "period")
        if as_of
        else TimeWindow(None, None, "open")
    )


def year_to_date(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the window of the year up to the day of writing: 今年以来."""
    return TimeWindow(date(as_of.year, 1, 1) if as_of else None, as_of, "to_date")


def recent_years(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the window of some years up to the day of writing: 近三年."""
    count = small_number(match["n"] or match["m"])
    begin = years_before(as_of, count) + timedelta(days=1) if as_of and count else None
    return TimeWindow(begin, as_of, "recent")


def together(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the window of so many years that the text does not name: 两年共."""
    return TimeWindow(None, None, "open")


def five_year_plan(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the window of a five-year plan: “十四五”期间."""
    first = 1951 + 5 * (small_number(match["nth"]) or 1)  # the fourteenth began in 2021
    return TimeWindow(date(first, 1, 1), date(first + 4, 12, 31), "period")


def last_month(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the window of the month before: 上个月."""
    last_day = as_of.replace(day=1) - timedelta(days=1) if as_of else None
    return TimeWindow(last_day.replace(day=1) if last_day else None, last_day, "period")


def lately(match: re.Match[str], as_of: date | None) -> TimeWindow:
    """Return the weeks before the day of writing, of an event: 日前."""
    return TimeWindow(as_of - timedelta(days=LATELY) if as_of else None, as_of, "event")


def undated(kind: WindowKind) -> WindowReader:
    """Return a reader for words that name a time without days; 累计, 目前 and 成立以来 end on the day of writing."""
    is_until_today = kind in ("cumulative", "current", "since")
    return lambda match, as_of: TimeWindow(None, as_of if is_until_today else None, kind)
