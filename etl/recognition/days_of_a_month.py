"""Tells headers that are the days of a month: 1, 2 … 31, as in attendance sheets whose month stands above."""

from collections.abc import Iterable

SHORTEST_MONTH, LONGEST_MONTH = 28, 31
_DAYS = tuple(map(str, range(1, LONGEST_MONTH + 1)))


def days_of_a_month(headers: Iterable[str]) -> tuple[str, ...]:
    """Return the words that are days where headers of columns run through a month; a shorter run may number sessions or weeks."""
    last_levels = {header.split("/")[-1] for header in headers}
    return _DAYS if last_levels.issuperset(_DAYS[:SHORTEST_MONTH]) else ()
