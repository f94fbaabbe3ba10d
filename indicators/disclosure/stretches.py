"""Cuts the days of counts into stretches that hold nobody or at least k people, of all places at once: a row each.

Cuts are tried in a fixed order, the ends of years first and single days last, and do not depend on what was asked before. Two
windows that begin and end on cuts differ by whole stretches, so that no subtraction tells of fewer than k people. What was closed is
cut only on days at whose end nobody or at least k stand open, so that what was opened less what was closed tells of no fewer either.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import numpy as np

from indicators.daily_counts import CountsByDay
from indicators.disclosure.limits import are_few, is_few
from indicators.periods import DAY, first_of, months

MONTHS_SHOWN_FIRST = 12  # the window that pages open with ends on the last month


class Stretches:
    """The days of a count in several places, cut where both the stretch before and the one behind hold nobody or at least k people.

    Days without anybody lie in one stretch with the day before, so a cut is told by its step: how many days with people lie before it.
    """

    def __init__(
        self,
        counts: CountsByDay,
        usual_ends: Sequence[date],
        k: int,
        opened: CountsByDay | None = None,
        settled: Sequence[date] = (),
    ) -> None:
        """Cut the days of some counts, whatever lies between on `settled` ones; where those of what was `opened` are given, of the same
        places, the counts are of what was closed of it.
        """
        self._k, self._counts, self._opened = k, counts, opened
        ends = counts.columns(usual_ends)
        fixed = counts.columns(settled)
        self._slots, slot_of = np.unique(np.concatenate(([0, len(counts.days)], fixed, ends)), return_inverse=True)
        steps, totals = counts.steps[:, self._slots], counts.totals[:, self._slots]
        self._settled = steps[:, slot_of[2 : 2 + len(fixed)]]
        is_cut = (steps == 0) | (steps == steps[:, -1:])
        for column in self._settled.T:
            is_cut |= steps == column[:, None]
        tried = slot_of[2 + len(fixed) :]
        leave_few = self.leave_few_open(usual_ends)
        # A step is tried once, on the first usual end there; those on which few stand open are none.
        may_be_cut = _are_first(np.where(leave_few, -1 - np.arange(len(tried)), steps[:, tried])) & ~leave_few
        self._cuts = _Cuts(steps, totals, is_cut, k)
        for number, slot in enumerate(tried.tolist()):
            self._cuts.try_cut(slot, may_be_cut[:, number])
        self._days_cut: dict[tuple[int, int, int], frozenset[int]] = {}

    def may_end_with(self, days: Sequence[date]) -> np.ndarray:
        """Return whether windows may end with each of some days, or begin the day after: places × days."""
        columns, slots = self._counts.columns(days), self._slots
        places = np.minimum(np.searchsorted(slots, columns), len(slots) - 1)
        are_told = self._cuts.is_cut[:, places] & (slots[places] == columns)
        if self._settled.size:  # beside which few may lie at the first and the last day of all
            steps = self._cuts.steps[:, places]
            are_told &= (steps != 0) & (steps != self._counts.steps[:, -1:])
        for number in np.flatnonzero(~are_told.all(axis=0)).tolist():
            are_told[:, number] |= self._are_cuts(int(columns[number]))
        may_end: np.ndarray = are_told & ~self.leave_few_open(days)
        return may_end

    def hold_nothing(self, first: date, last: date) -> np.ndarray:
        """Return in which places nobody was counted after the first of two days and up to the second: to say so tells of no other window."""
        before, until = self._counts.steps[:, self._counts.columns([first, last])].T
        is_nobody: np.ndarray = (before == until) & ~self.leave_few_open([first, last]).any(axis=1)
        return is_nobody

    def leave_few_open(self, days: Sequence[date]) -> np.ndarray:
        """Return whether few stand open at the end of days: who knows what was opened until then must not know what was closed."""
        closed = self._counts.totals[:, self._counts.columns(days)]
        if self._opened is None:
            return np.zeros(closed.shape, bool)
        return are_few(self._opened.totals[:, self._opened.columns(days)] - closed, self._k)

    def _are_cuts(self, column: int) -> np.ndarray:
        """Return in which places a window may end before a column of days."""
        steps, last = self._counts.steps[:, column], self._counts.steps[:, -1]
        before, behind = self._cuts.around(steps)
        is_settled = (self._settled == steps[:, None]).any(axis=1)
        is_end = (steps == 0) | (steps == last)
        are_cuts = is_settled | self._cuts.holds(steps)
        beside = np.where(steps == 0, behind, before)
        is_beside_few = are_few(self._cuts.total(beside) - self._counts.totals[:, column], self._k)
        is_beside_settled = (self._settled == self._cuts.step(beside)[:, None]).any(axis=1)
        are_cuts &= is_settled | ~(is_end & is_beside_few & is_beside_settled)
        for place in np.flatnonzero(~are_cuts & ~is_end).tolist():
            are_cuts[place] = int(steps[place]) in self._cut_by_days(place, int(before[place]), int(behind[place]))
        return are_cuts

    def _cut_by_days(self, place: int, before: int, behind: int) -> frozenset[int]:
        """Return the cuts between two usual ends, tried day by day from the first."""
        key = place, before, behind
        if key not in self._days_cut:
            (first, begin), (last, end) = (
                (int(self._cuts.steps[place, s]), self._cuts.totals[place, s]) for s in key[1:]
            )
            cuts = []
            for step, total in zip(range(first + 1, last), self._totals_by_step(place, first, last), strict=True):
                if not is_few(total - begin, self._k) and not is_few(end - total, self._k):
                    cuts.append(step)
                    begin = total
            self._days_cut[key] = frozenset(cuts)
        return self._days_cut[key]

    def _totals_by_step(self, place: int, first: int, last: int) -> list[float]:
        """Return the totals of a place at the steps between two others."""
        steps = self._counts.steps[place]
        columns = np.searchsorted(steps, np.arange(first + 1, last), "left")
        totals: list[float] = self._counts.totals[place, columns].tolist()
        return totals


@dataclass
class _Cuts:
    """Which of some columns of days, in the order of time, are cuts, by place; `former` and `next` are the cuts around each."""

    steps: np.ndarray
    totals: np.ndarray
    is_cut: np.ndarray
    k: int
    former: np.ndarray = field(init=False)
    next: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self._rows, slots = np.arange(len(self.steps)), np.arange(self.steps.shape[1])
        self.former = np.maximum.accumulate(np.where(self.is_cut, slots, 0), axis=1)
        following = np.where(self.is_cut, slots, slots[-1])[:, ::-1]
        self.next = np.minimum.accumulate(following, axis=1)[:, ::-1].copy()

    def try_cut(self, slot: int, may_be_cut: np.ndarray) -> None:
        """Cut at a column where both stretches beside it hold nobody or at least k people."""
        may_be_cut = may_be_cut & ~self.is_cut[:, slot]
        if not may_be_cut.any():
            return
        total = self.totals[:, slot]
        before, behind = total - self.total(self.former[:, slot]), self.total(self.next[:, slot]) - total
        is_new = may_be_cut & ~are_few(before, self.k) & ~are_few(behind, self.k)
        if is_new.any():
            self.is_cut |= is_new[:, None] & (self.steps == self.steps[:, slot, None])
            of_new = is_new[:, None]
            np.maximum(self.former[:, slot:], slot, out=self.former[:, slot:], where=of_new)
            np.minimum(self.next[:, : slot + 1], slot, out=self.next[:, : slot + 1], where=of_new)

    def around(self, steps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the last cut of each place before a step, and the first behind it."""
        slots = np.arange(self.steps.shape[1])
        before = np.where(self.is_cut & (self.steps < steps[:, None]), slots, 0).max(axis=1)
        behind = np.where(self.is_cut & (self.steps > steps[:, None]), slots, slots[-1]).min(axis=1)
        return before, behind

    def holds(self, steps: np.ndarray) -> np.ndarray:
        """Return in which places a step is a cut."""
        are_cuts: np.ndarray = (self.is_cut & (self.steps == steps[:, None])).any(axis=1)
        return are_cuts

    def total(self, slots: np.ndarray) -> np.ndarray:
        """Return how many were counted before a column of each place."""
        totals: np.ndarray = self.totals[self._rows, slots]
        return totals

    def step(self, slots: np.ndarray) -> np.ndarray:
        """Return the step of a column of each place."""
        steps: np.ndarray = self.steps[self._rows, slots]
        return steps


def _are_first(steps: np.ndarray) -> np.ndarray:
    """Return which columns of each row are the first ones with their number."""
    order = np.argsort(steps, axis=1, kind="stable")
    in_order = np.take_along_axis(steps, order, axis=1)
    is_first = np.ones(steps.shape, bool)
    is_first[:, 1:] = in_order[:, 1:] != in_order[:, :-1]
    are_first = np.empty_like(is_first)
    np.put_along_axis(are_first, order, is_first, axis=1)
    return are_first


@lru_cache(maxsize=8)
def usual_ends(first: date, last: date) -> tuple[date, ...]:
    """Return the days with which windows usually end, in the order in which cuts are tried there."""
    month_ends = [month.to_on for month in months(first, last)]
    years = [day for day in month_ends if day.month == 12]
    quarters = [day for day in month_ends if day.month % 3 == 0]
    twelve_months_before = first_of(last, "month", MONTHS_SHOWN_FIRST - 1) - DAY
    return tuple(dict.fromkeys((*years, twelve_months_before, *quarters, *month_ends)))
