"""Reads a stretch of days as its first and its last day."""

import datetime
import re

from etl.parse.column_style import DateOrder
from etl.parse.dates import date
from etl.parse.republic import NAME
from etl.parse.texts import content, squeezed, tidy

# Between the two ends, with white space around a hyphen that could otherwise stand inside one of them.
_BETWEEN = re.compile(r"\s*[~〜～∼至到]+\s*|\s+[-–—]+\s+|(?<=[日号])[-–—]+")
_YEAR = rf"(?:{NAME}[0-9]{{2,3}}|[0-9]{{4}})"
# 2024/2/20-21, 2024.3.5-7日, 3月5-7日: the second day of a month named once
_DAYS_OF_MONTH = re.compile(
    rf"((?:{_YEAR}[-./年][0-9]{{1,2}}[-./月]|[0-9]{{1,2}}月)[0-9]{{1,2}})[日号]?[-–—]([0-9]{{1,2}})[日号]?"
)
# 2024/3/5-2024/3/7, 3.5-3.7: two days of the same shape
_DAY = rf"({_YEAR}[-./年][0-9]{{1,2}}[-./月][0-9]{{1,2}}[日号]?|[0-9]{{1,2}}[./月][0-9]{{1,2}}[日号]?)"
_TWO_DAYS = re.compile(rf"{_DAY}[-–—]+{_DAY}")
_DAY_ALONE = re.compile(r"[0-9]{1,2}[日号]?")  # 3 in 3-5日, 30日 in 4月29日至30日
_MONTH_OF = re.compile(
    r"(.*?[0-9]{1,2}(?:月|[-./](?=[0-9]{1,2}$)))"
)  # 2025年4月 of 2025年4月29日, 2025.04. of 2025.04.29
_YEAR_OF = re.compile(r"(?:令和|平成|民国|民國)?(?:[0-9]{2,4}|元)年|[0-9]{4}[-./]")
_CLOCK_ALONE = re.compile(r"(?:上午|下午|晚上?|中午)?[0-9]{1,2}[:时点][0-9]{0,2}分?")

Span = tuple[datetime.date, datetime.date | None]


def date_span(
    text: str, year: int | None = None, order: DateOrder | None = None, month: int | None = None
) -> Span | None:
    """Return (first day, last day) of 2025.03.14(五) ~ 2025.07.30(三) or 6月3日～6月5日; a single day has no last one.

    What the second end leaves out is that of the first: 4月29日至30日. A span that ends before it begins is refused.
    """
    if content(text) is None:
        return None
    days = _DAYS_OF_MONTH.fullmatch(squeezed(text)) or _TWO_DAYS.fullmatch(squeezed(text))
    ends = [*days.groups()] if days else _BETWEEN.split(tidy(text))
    is_one_day = len(ends) == 2 and _CLOCK_ALONE.fullmatch(squeezed(ends[1]))
    if len(ends) != 2 or is_one_day:
        day = date(ends[0] if is_one_day else text, year, order, month)
        return None if day is None else (day, None)
    opening = ends[0] if not _DAY_ALONE.fullmatch(ends[0]) or ends[0][-1] in "日号" else f"{ends[0]}日"
    first = date(opening, year, order, month)
    if first is None:
        return None
    last = date(_completed(ends[1], ends[0]), year or first.year, order, month or first.month)
    if last is None or last < first:
        raise ValueError(f"日期“{tidy(text)}”看不出从哪天到哪天，请把开始日期单独写一列。")
    return first, (last if last != first else None)


def _completed(end: str, opening: str) -> str:
    """Return the second end of a span with the month and the year that only the first one has."""
    if _DAY_ALONE.fullmatch(squeezed(end)) and (match := _MONTH_OF.match(squeezed(opening))):
        return match[1] + squeezed(end)
    year = _YEAR_OF.match(squeezed(opening))
    return f"{year[0]}{squeezed(end)}" if year and re.match(r"[0-9]{1,2}月", squeezed(end)) else end
