"""On which day people come first since some day, or last until some day, in all places at once: places × days.

First appearances in each month, a tenth of those by day, tell both for a window that begins with a month: on which days people come
first since then, and in which months last until any day. Windows with the same end that begin with months need no more of it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from indicators.cells.appearances import BEFORE_ALL, Appearances

MOST_REMEMBERED = 4  # of 300 communities each takes a few megabytes


@dataclass(frozen=True)
class NumbersByDay:
    """How many people are counted in each place on each of some days: places × days."""

    days: np.ndarray
    numbers: np.ndarray


@dataclass(frozen=True)
class PeopleByDay:
    """Appearances by day or month, and the days on which anybody came; answers have a row for each place in their order."""

    people: Appearances
    days: np.ndarray
    _latest: dict[tuple[str, int], NumbersByDay] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, people: Appearances) -> "PeopleByDay":
        """Return the appearances with their days."""
        is_other_day = np.diff(people.days, prepend=BEFORE_ALL) != 0  # those of a day lie together, and are many
        return cls(people, np.unique(people.days[is_other_day]))

    def first_since(self, since: np.int32) -> NumbersByDay:
        """Return how many people come for the first time since a day, by the day on which they do; of appearances by month since the first day of one."""
        return self._once(("since", int(since)), lambda: self._first_since(since))

    def last_until(self, until: np.int32) -> NumbersByDay:
        """Return how many people come for the last time until a day, by the day on which they do: who come later, or never again.

        Of appearances by month those of each month stand on its first day: only months can be told apart.
        """
        last_until = self._last_by_month if self.people.are_by_month else self._last_until
        return self._once(("until", int(until)), lambda: last_until(until))

    def _once(self, question: tuple[str, int], count: Callable[[], NumbersByDay]) -> NumbersByDay:
        """Return what was asked lately, as by every split of the same window."""
        counted = self._latest.get(question)
        if counted is None:
            counted = count()
            if len(self._latest) >= MOST_REMEMBERED:
                self._latest.clear()
            self._latest[question] = counted
        return counted

    def _first_since(self, since: np.int32) -> NumbersByDay:
        are_new = np.flatnonzero((self.people.days >= since) & (self.people.former < since))
        return NumbersByDay(self.days, self._counted(are_new, self.people.days[are_new]))

    def _last_until(self, until: np.int32) -> NumbersByDay:
        came_before = (self.people.former <= until) & (self.people.former > BEFORE_ALL)
        come_later = np.flatnonzero((self.people.days > until) & came_before)
        last = self._counted(come_later, self.people.former[come_later])
        return NumbersByDay(self.days, last + np.where(self.days <= until, self._last_of_all, 0))

    def _last_by_month(self, until: np.int32) -> NumbersByDay:
        """Whoever comes in a month comes last in it, less those who come again in a later one until the day."""
        months, shape = self._months, (len(self.people.places), len(self._months.days))
        come = np.where(self.people.days <= until, self.people.numbers, 0)
        last = np.bincount(months.cells, come, shape[0] * shape[1])
        last -= np.bincount(months.former_cells, come[months.come_again], shape[0] * shape[1])
        return NumbersByDay(months.days, last.reshape(shape))

    def _counted(self, rows: np.ndarray, days: np.ndarray) -> np.ndarray:
        """Return the sums of rows by their place and by days that are given for them."""
        shape = len(self.people.places), len(self.days)
        if not len(self.days):
            return np.zeros(shape)
        cells = self._place_of_row[rows] * shape[1] + self._column_of_day[days - self.days[0]]
        return np.bincount(cells, self.people.numbers[rows], shape[0] * shape[1]).reshape(shape)

    @cached_property
    def _place_of_row(self) -> np.ndarray:
        """The number of the place of each row: looked up, it takes a tenth of a search."""
        lengths = [rows.stop - rows.start for rows in self.people.places.values()]
        return np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)

    @cached_property
    def _months(self) -> "_MonthCells":
        month_of_row = _first_of_month(self.people.days)
        days = np.unique(month_of_row)
        come_again = np.flatnonzero(self.people.former > BEFORE_ALL)
        of_place = self._place_of_row * np.int64(len(days))
        return _MonthCells(
            days=days,
            cells=of_place + np.searchsorted(days, month_of_row),
            come_again=come_again,
            former_cells=of_place[come_again] + np.searchsorted(days, self.people.former[come_again]),
        )

    @cached_property
    def _column_of_day(self) -> np.ndarray:
        """The column of each day from the first to the last."""
        return np.searchsorted(self.days, np.arange(self.days[0], self.days[-1] + 1))

    @cached_property
    def _last_of_all(self) -> np.ndarray:
        """How many people come on a day and never again."""
        of_places = [self._last_of_place(rows) for rows in self.people.places.values()]
        return np.array(of_places).reshape(len(of_places), len(self.days))

    def _last_of_place(self, rows: slice) -> np.ndarray:
        days, former, numbers = self.people.days[rows], self.people.former[rows], self.people.numbers[rows]
        first, length = self.days[0], int(self.days[-1] - self.days[0]) + 1  # days are counted from the first
        come_again = former > BEFORE_ALL
        sums = np.bincount(days - first, numbers, length)
        sums -= np.bincount(former[come_again] - first, numbers[come_again], length)
        return sums[self.days - first]


@dataclass(frozen=True)
class _MonthCells:
    """The cells of places and months, one behind the other, and in which of them rows of appearances by month lie.

    `days` are the first ones of months, `come_again` the rows of those who came in a month before, `former_cells` where they lie by that one.
    """

    days: np.ndarray
    cells: np.ndarray
    come_again: np.ndarray
    former_cells: np.ndarray


def _first_of_month(days: np.ndarray) -> np.ndarray:
    """Return the first day of the month of each day."""
    first: np.ndarray = days.astype("datetime64[D]").astype("datetime64[M]").astype("datetime64[D]").astype(np.int32)
    return first
