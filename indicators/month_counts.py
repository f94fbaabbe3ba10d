"""Counts the months of communities in any windows at once: a row for each community, a column for each window."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Self

import numpy as np

from indicators.model import Period
from indicators.periods import MONTHS_IN

MOST_CHOICES = 8  # of communities, of which the rows are remembered


@dataclass(frozen=True)
class MonthCounts:
    """How many months of a community lie before each month, by the row of the community; the last row is that of all others, who have none."""

    rows: Mapping[str, int]
    first: int  # number of the first month
    before: np.ndarray

    @classmethod
    def of(cls, months: Mapping[str, Collection[date]]) -> Self:
        """Return the counts of the months of some communities, given by their first days."""
        numbers = [np.array([month_number(month) for month in of_community]) for of_community in months.values()]
        held = [of_community for of_community in numbers if of_community.size]
        first, last = (min(map(np.min, held)), max(map(np.max, held))) if held else (0, 0)
        before = np.zeros((len(months) + 1, int(last - first) + 2), np.int64)
        for row, of_community in enumerate(numbers):
            before[row, of_community.astype(np.int64) - first + 1] = 1
        return cls(dict(zip(months, range(len(months)), strict=True)), int(first), before.cumsum(axis=1))

    def within(self, communities: Sequence[str], first: np.ndarray, last: np.ndarray) -> np.ndarray:
        """Return how many months communities have from one month to another, given by their numbers: communities × windows.

        The last months are the same for all communities, the first ones too or of each (communities × 1).
        """
        if self._is_empty:
            return np.zeros((len(communities), last.shape[-1]), np.int64)
        rows, most = self._rows_of(tuple(communities)), self.before.shape[1] - 1
        begins, ends = (np.minimum(np.maximum(months - self.first, 0), most) for months in (first, last + 1))
        return np.maximum(self.before[rows, ends] - self.before[rows, begins], 0)

    @cached_property
    def _is_empty(self) -> bool:
        return not self.before.any()

    def _rows_of(self, communities: tuple[str, ...]) -> np.ndarray:
        """Return the rows of communities, as a column; the same are asked for with every window."""
        rows = self._latest_rows.get(communities)
        if rows is None:
            rows = np.array([self.rows.get(name, -1) for name in communities], np.int64)[:, None]
            if len(self._latest_rows) >= MOST_CHOICES:
                self._latest_rows.clear()
            self._latest_rows[communities] = rows
        return rows

    @cached_property
    def _latest_rows(self) -> dict[tuple[str, ...], np.ndarray]:
        return {}


def month_number(day: date) -> int:
    """Return the month of a day as a number, which grows by one from month to month."""
    return day.year * MONTHS_IN["year"] + day.month


def month_numbers(periods: Sequence[Period]) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers of the first and the last months of periods."""
    ends = [(month_number(period.from_on), month_number(period.to_on)) for period in periods]
    first, last = np.array(ends, np.int64).reshape(-1, 2).T
    return first, last
