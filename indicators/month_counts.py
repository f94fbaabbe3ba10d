"""Counts the months of communities in any windows at once: a row for each community, a column for each window."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

import numpy as np

from indicators.model import Period
from indicators.periods import MONTHS_IN


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
        """Return how many months communities have from one month to another, given by their numbers: communities × windows."""
        rows = np.array([self.rows.get(name, -1) for name in communities], np.int64)[:, None]
        most = self.before.shape[1] - 1
        begins, ends = (np.clip(months - self.first, 0, most) for months in (first, last + 1))
        return np.maximum(self.before[rows, ends] - self.before[rows, begins], 0)


def month_number(day: date) -> int:
    """Return the month of a day as a number, which grows by one from month to month."""
    return day.year * MONTHS_IN["year"] + day.month


def month_numbers(periods: Sequence[Period]) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers of the first and the last months of periods."""
    ends = [(month_number(period.from_on), month_number(period.to_on)) for period in periods]
    first, last = np.array(ends, np.int64).reshape(-1, 2).T
    return first, last
