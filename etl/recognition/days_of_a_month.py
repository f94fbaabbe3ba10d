"""Tells headers that are the days of a month: 1, 2 … 31, as in attendance sheets whose month stands above."""

import re
from collections.abc import Iterable

SHORTEST_MONTH, LONGEST_MONTH = 28, 31
_DAY_WITH_SLASHES = re.compile(
    r"(?:.*/)?((?:20\d\d/)?\d{1,2}/\d{1,2}(?:[日号(（].*|上午|下午|晚上?)?)"
)  # 3/5, 第一节/3/5
_DAYS = tuple(map(str, range(1, LONGEST_MONTH + 1)))


def days_of_a_month(headers: Iterable[str]) -> tuple[str, ...]:
    """Return the words that are days where headers of columns run through a month; a shorter run may number sessions or weeks."""
    last_levels = {header.split("/")[-1] for header in headers}
    return _DAYS if last_levels.issuperset(_DAYS[:SHORTEST_MONTH]) else ()


def last_level(header: str) -> str:
    """Return the lowest level of a header, in which a day may be written with slashes: 3/5 of 第一节/3/5."""
    day = _DAY_WITH_SLASHES.fullmatch(header)
    return day[1] if day else header.split("/")[-1]
