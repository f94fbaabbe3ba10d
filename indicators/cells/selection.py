"""Which days of cells lie in which windows, and what their numbers come to there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, zip_longest

import numpy as np

from indicators.cells.day_cells import DayCells, DayNumbers
from indicators.cells.source import CellPlace, day_number
from indicators.model import Period, TimeSpan


@dataclass(frozen=True)
class Windows:
    """The first and last days of periods, as numbers."""

    first: np.ndarray
    last: np.ndarray

    @classmethod
    def of(cls, periods: Sequence[Period]) -> "Windows":
        """Return the windows of periods."""
        ends = [(day_number(period.from_on), day_number(period.to_on)) for period in periods]
        first, last = np.array(ends, dtype=np.int32).reshape(-1, 2).T
        return cls(first, last)

    @cached_property
    def lie_in_months(self) -> np.ndarray:
        """Which windows begin with a month and do not reach beyond it."""
        first, last = (days.astype("datetime64[D]") for days in (self.first, self.last))
        months = first.astype("datetime64[M]")
        lie_in_months: np.ndarray = (months.astype("datetime64[D]") == first) & (last.astype("datetime64[M]") == months)
        return lie_in_months

    def within(self, other: "Windows") -> "Windows":
        """Return the part of each window that lies in another one, which may be empty: its last day is then before its first."""
        return Windows(np.maximum(self.first, other.first), np.minimum(self.last, other.last))


@dataclass(frozen=True)
class Stretch:
    """The days from one place of the order to another, for each window (or place and window); those of windows left out are taken off."""

    begins: np.ndarray
    ends: np.ndarray
    left_out: tuple["Stretch", ...] = ()
    divisor: int = 1

    def sum(self, numbers: DayNumbers) -> np.ndarray:
        """Return the sum of numbers a day for each window."""
        sums = numbers.totals[np.maximum(self.ends, self.begins)] - numbers.totals[self.begins]
        for stretch in self.left_out:
            sums = sums - stretch.sum(numbers)
        return sums

    count = sum

    def positions(self, window: int) -> np.ndarray:
        """Return the places of the order that lie in one of the windows."""
        positions = np.arange(self.begins[window], self.ends[window])
        for stretch in self.left_out:
            is_out = (positions >= stretch.begins[window]) & (positions < stretch.ends[window])
            positions = positions[~is_out]
        return positions

    def greatest(self, numbers: DayNumbers) -> np.ndarray:
        """Return the greatest number of each window, nan where there is none."""
        bounds = zip(self.begins.ravel().tolist(), self.ends.ravel().tolist(), strict=True)
        parts = [numbers.values[begin:end] for begin, end in bounds]
        greatest = [np.nan if np.all(np.isnan(part)) else np.nanmax(part) for part in parts]
        return np.array(greatest, np.float64).reshape(self.begins.shape)


@dataclass(frozen=True)
class InForce:
    """How often the rows of places count in each window: 1 where they are in force, and of the mean of two days once a day."""

    rows: np.ndarray  # the rows of cells of all places, place by place
    begins: Sequence[int]  # where those of each place begin among them
    times: Sequence[np.ndarray]  # of each window, by row
    divisor: int  # of sums: 2 where the mean of the first and the last day is asked for

    def sum(self, numbers: DayNumbers) -> np.ndarray:
        """Return the sum of numbers a row for each place and window, times the divisor."""
        return self._added_up(numbers, self.times)

    def count(self, numbers: DayNumbers) -> np.ndarray:
        """Return the sum of counts a row for each place and window: whoever is there on both days counts once."""
        return self._added_up(numbers, [times > 0 for times in self.times])

    def _added_up(self, numbers: DayNumbers, times: Sequence[np.ndarray]) -> np.ndarray:
        values = numbers.values[self.rows]
        return np.array([np.add.reduceat(values * of_window, self.begins) for of_window in times]).T


Selection = Stretch | InForce


def stacked(places: Sequence[Stretch]) -> Stretch:
    """Return stretches of several places as one with a row for each; a place of which less is left out than of others leaves out nothing more."""
    none = np.zeros_like(places[0].begins)
    nowhere = Stretch(none, none)
    left_out = zip_longest(*(place.left_out for place in places), fillvalue=nowhere)
    begins, ends = (np.array([getattr(place, name) for place in places]) for name in ("begins", "ends"))
    return Stretch(begins, ends, tuple(map(stacked, left_out)))


def stretch(
    all_days: np.ndarray, rows: slice, span: TimeSpan, windows: Windows, left_out: Sequence[Windows] = ()
) -> Stretch:
    """Return the days of a place inside windows (period), or up to their last day (to_date), without those that are left out."""
    days = all_days[rows]
    begins = np.searchsorted(days, windows.first, "left") if span == "period" else np.zeros_like(windows.first)
    begins, ends = rows.start + begins, rows.start + np.searchsorted(days, windows.last, "right")
    return Stretch(begins, ends, tuple(stretch(all_days, rows, span, windows.within(other)) for other in left_out))


def stretches(cells: DayCells, places: Sequence[CellPlace], span: TimeSpan, windows: Windows) -> Stretch:
    """Return the days of several places inside windows, or up to their last day, a row for each place: of all at once."""
    ends = cells.place_days.ends(places, windows.last)
    if span == "period":
        return Stretch(cells.place_days.begins(places, windows.first), ends)
    begins = np.array([cells.places[place].start for place in places])[:, None]
    return Stretch(np.broadcast_to(begins, ends.shape), ends)


def in_force(cells: DayCells, places: Sequence[CellPlace], span: TimeSpan, windows: Windows) -> InForce:
    """Return which rows of places are in force on the last day of windows (state), on any day (any_day), or on both ends."""
    of_places = [cells.places[place] for place in places]
    rows = np.concatenate([np.arange(each.start, each.stop) for each in of_places])
    begins = [0, *accumulate(each.stop - each.start for each in of_places)][:-1]
    on, until = cells.days[rows], cells.ends[rows]
    ends = zip(windows.first.tolist(), windows.last.tolist(), strict=True)
    times = [_times(on, until, span, first, last) for first, last in ends]
    return InForce(rows, begins, times, 2 if span == "both_ends" else 1)


def _times(on: np.ndarray, until: np.ndarray, span: TimeSpan, first: int, last: int) -> np.ndarray:
    """Return how often rows that are in force from a day until another one count in a window."""
    if span == "any_day":
        return ((on <= last) & (until >= first)).astype(np.int64)
    on_last = ((on <= last) & (until > last)).astype(np.int64)
    return on_last if span == "state" else on_last + ((on <= first) & (until > first))
