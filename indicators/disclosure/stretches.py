"""Cuts the days of a count into stretches that hold nobody or at least k people.

Cuts are tried in a fixed order, the ends of years first and single days last, and do not depend on what was asked before. Two
windows that begin and end on cuts differ by whole stretches, so that no subtraction tells of fewer than k people. What was closed is
cut only on days at whose end nobody or at least k stand open, so that what was opened less what was closed tells of no fewer either.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import numpy as np

from indicators.cells.source import day_number
from indicators.daily_counts import DayCounts
from indicators.disclosure.limits import is_few
from indicators.periods import DAY, first_of, months

MONTHS_SHOWN_FIRST = 12  # the window that pages open with ends on the last month


class Stretches:
    """The days of one count, cut where both the stretch before and the one behind hold nobody or at least k people."""

    def __init__(
        self,
        counts: DayCounts,
        usual_ends: Sequence[date],
        k: int,
        opened: DayCounts | None = None,
        settled: Sequence[date] = (),
    ) -> None:
        """Cut the days of some counts, whatever lies between on `settled` ones; where those of what was `opened` are given, the counts
        are of what was closed of it.
        """
        self._k = k
        self._days, self._totals = _running_totals(counts)
        self._opened = _running_totals(opened) if opened else None
        self._settled = {*map(self._place, settled)}
        self._cuts = sorted({0, len(self._days), *self._settled})  # numbers of days that lie before a cut
        ends = tuple(usual_ends)
        if self._opened:
            ends = tuple(day for day in ends if not self.leaves_few_open(day))
        for place in dict.fromkeys(np.searchsorted(counts.days, _numbers(ends), "right").tolist()):
            self._try_cut(place)

    def leaves_few_open(self, day: date) -> bool:
        """Return whether few stand open at the end of a day: who knows what was opened until then must not know what was closed."""
        if self._opened is None:
            return False
        days, totals = self._opened
        opened = totals[bisect_right(days, day_number(day))]
        return is_few(opened - self._totals[self._place(day)], self._k)

    def may_end_with(self, day: date) -> bool:
        """Return whether a window may end with a day, or begin the day after."""
        if self.leaves_few_open(day):
            return False
        place = self._place(day)
        behind = bisect_left(self._cuts, place)
        if self._cuts[behind] == place:
            return place in self._settled or not self._ends_beside_few(behind)
        return place in self._days_cut(self._cuts[behind - 1], self._cuts[behind])

    def hold_nothing(self, ends: Sequence[date]) -> bool:
        """Return whether nobody was counted after the first of two days and up to the second: to say so tells of no other window."""
        is_nobody = self._place(ends[0]) == self._place(ends[-1])
        return is_nobody and not any(map(self.leaves_few_open, ends))

    def _ends_beside_few(self, cut: int) -> bool:
        """Return whether few lie between the first or last day of all and a settled cut: a year shown less all before its end."""
        beside = {0: 1, len(self._cuts) - 1: len(self._cuts) - 2}.get(cut)
        if beside is None or self._cuts[beside] not in self._settled:
            return False
        return is_few(self._totals[self._cuts[beside]] - self._totals[self._cuts[cut]], self._k)

    def _place(self, day: date) -> int:
        return bisect_right(self._days, day_number(day))

    def _try_cut(self, place: int) -> None:
        behind = bisect_left(self._cuts, place)
        if self._cuts[behind] != place and self._is_cut(self._cuts[behind - 1], place, self._cuts[behind]):
            insort(self._cuts, place)

    def _days_cut(self, first: int, last: int) -> set[int]:
        """Return the cuts between two usual ends, tried day by day from the first."""
        cuts = [first]
        for place in range(first + 1, last):
            if self._is_cut(cuts[-1], place, last):
                cuts.append(place)
        return set(cuts)

    def _is_cut(self, first: int, place: int, last: int) -> bool:
        before, behind = (self._totals[end] - self._totals[begin] for begin, end in ((first, place), (place, last)))
        return not is_few(before, self._k) and not is_few(behind, self._k)


@lru_cache(maxsize=64)
def _numbers(days: tuple[date, ...]) -> np.ndarray:
    return np.array([day_number(day) for day in days], np.int32)


def _running_totals(counts: DayCounts) -> tuple[list[int], list[float]]:
    """Return the days of some counts, and how many were counted before the first of them and up to each."""
    return counts.days.tolist(), [0.0, *counts.numbers.cumsum().tolist()]


@lru_cache(maxsize=8)
def usual_ends(first: date, last: date) -> tuple[date, ...]:
    """Return the days with which windows usually end, in the order in which cuts are tried there."""
    month_ends = [month.to_on for month in months(first, last)]
    years = [day for day in month_ends if day.month == 12]
    quarters = [day for day in month_ends if day.month % 3 == 0]
    twelve_months_before = first_of(last, "month", MONTHS_SHOWN_FIRST - 1) - DAY
    return tuple(dict.fromkeys((*years, twelve_months_before, *quarters, *month_ends)))
