"""What aggregates come to, in columns: a row for each community and category, a column for each period, nan where there is no number.

An `AggregateValue` is made of them only where a figure is. Who is in two communities is not known to be one person, since keys of people
differ from community to community. So of people in several there are at least as many as in the largest, and at most as many as in all together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np

from indicators.aggregate_value import AggregateValue, GroupKey, ReportedCells, ValueKey
from indicators.expression import Expression
from indicators.model import Aggregate
from indicators.sql import NamedAggregate

DIGITS = 6  # behind the point; no ledger states more


@dataclass(frozen=True)
class CountedColumns:
    """The columns of aggregates as a query of rows returns them; `has_rows` tells for which groups and periods there are any."""

    groups: Mapping[GroupKey, int]  # the row of each
    has_rows: np.ndarray
    numbers: Mapping[str, np.ndarray]

    @classmethod
    def of_rows(cls, rows: Iterable[Sequence[Any]], names: Sequence[str], periods: int) -> Self:
        """Return the columns of rows (number of the period, community, category, a number for each name)."""
        listed = list(rows)
        groups: dict[GroupKey, int] = {}
        for _, community, category, *_ in listed:
            groups.setdefault((community, category), len(groups))
        has_rows = np.zeros((len(groups), periods), bool)
        numbers = {name: np.full(has_rows.shape, np.nan) for name in names}
        for number, community, category, *cells in listed:
            place = groups[community, category], number
            has_rows[place] = True
            for name, cell in zip(names, cells, strict=True):
                numbers[name][place] = np.nan if cell is None else float(cell)
        return cls(groups, has_rows, numbers)


@dataclass(frozen=True)
class ValueColumns(Mapping[ValueKey, AggregateValue]):
    """The values of one aggregate by period, community and category, as far as there are rows; `numbers` are the low ends where there are `highs`."""

    groups: Mapping[GroupKey, int]
    has_rows: np.ndarray
    numbers: np.ndarray
    highs: np.ndarray | None = None

    @classmethod
    def of(cls, named: NamedAggregate, counted: CountedColumns) -> Self:
        """Return the values of an aggregate that was counted."""
        aggregate, name = named.aggregate, f"{named.indicator}_{named.side}"
        is_empty = counted.numbers[f"{name}_rows"] == 0
        if not aggregate.high:
            values = np.where(is_empty, _number_without_rows(aggregate), _rounded(counted.numbers[name]))
            return cls(counted.groups, counted.has_rows, values)
        lows, parts = (
            [_rounded(counted.numbers[f"{name}_{end}_{n}"]) for n, _ in enumerate(expressions, 1)]
            for end, expressions in (("low", aggregate.low), ("high", aggregate.high))
        )
        low, high = np.max(np.nan_to_num(lows), axis=0), _sum(np.nan_to_num(parts))
        is_unknown = np.isnan(parts).any(axis=0) & (np.maximum(low, high) == 0)  # nobody is named, nor said how many
        values = np.where(is_empty, _number_without_rows(aggregate), np.where(is_unknown, np.nan, low))
        highs = np.where((high > low) & ~is_empty & ~is_unknown, high, np.nan)
        return cls(counted.groups, counted.has_rows, values, highs)

    def put_together(self, communities: Sequence[str], cells: ReportedCells) -> "ValueColumns":
        """Return the values of all communities together, made of those that count in a period: people as a range, all else as a sum."""
        rows = {name: row for row, name in enumerate(communities)}
        counts = self.has_rows & cells[[rows[str(community)] for community, _ in self.groups]]
        members: dict[GroupKey, list[int]] = {}
        for (_, category), group in self.groups.items():
            members.setdefault((None, category), []).append(group)
        parts = [self._together(of_category, counts[of_category]) for of_category in members.values()]
        numbers, highs = np.array(parts).reshape(-1, 2, counts.shape[1]).swapaxes(0, 1)
        has_rows = np.array([counts[of_category].any(axis=0) for of_category in members.values()], bool)
        groups = dict(zip(members, range(len(members)), strict=True))
        return ValueColumns(groups, has_rows, numbers, None if self.highs is None else highs)

    def _together(self, groups: list[int], counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return what some groups come to by period, and the high end where only a range is known."""
        numbers = np.where(counts, self.numbers[groups], np.nan)
        is_unknown = np.isnan(numbers).all(axis=0)
        if self.highs is None:
            total = np.where(is_unknown, np.nan, _sum(np.nan_to_num(numbers)))
            return total, np.full_like(total, np.nan)
        highs = np.where(self.highs[groups] > 0, self.highs[groups], numbers)
        low = np.max(np.where(counts, np.nan_to_num(numbers), -np.inf), axis=0)
        high = _sum(np.where(counts, np.nan_to_num(highs), 0.0))
        is_range = (high > low) & ~is_unknown
        return np.where(is_unknown, np.nan, low), np.where(is_range, high, np.nan)

    def __getitem__(self, key: ValueKey) -> AggregateValue:
        if (value := self.get(key)) is None:
            raise KeyError(key)
        known: AggregateValue = value
        return known

    def get(self, key: ValueKey, default: Any = None) -> Any:
        """Return a value, or the default where there are no rows."""
        number, community, category = key
        row = self.groups.get((community, category))
        has_rows, numbers, highs = self._listed
        if row is None or not has_rows[row][number]:
            return default
        return AggregateValue(_known(numbers[row][number]), _known(highs[row][number]) if highs else None)

    def __iter__(self) -> Iterator[ValueKey]:
        for (community, category), row in self.groups.items():
            yield from ((number, community, category) for number in np.flatnonzero(self.has_rows[row]).tolist())

    def __len__(self) -> int:
        return int(self.has_rows.sum())

    @cached_property
    def _listed(self) -> tuple[list[list[bool]], list[list[float]], list[list[float]]]:
        """The columns as lists, of which single numbers are read much faster."""
        return self.has_rows.tolist(), self.numbers.tolist(), [] if self.highs is None else self.highs.tolist()


def value_without_rows(aggregate: Aggregate) -> AggregateValue:
    """Return what an aggregate is where its ledgers were reported but hold no row of it: 0, or None for an extreme."""
    return AggregateValue(_known(_number_without_rows(aggregate)))


def _number_without_rows(aggregate: Aggregate) -> float:
    return np.nan if Expression.parse(aggregate.expression).is_extreme else 0.0


def _known(number: float) -> float | None:
    return number if number == number else None  # nan is no number, not even itself


def _rounded(numbers: np.ndarray) -> np.ndarray:
    """Return numbers without the noise that the order of adding fractions leaves: it differs from engine to engine."""
    is_fraction = np.isfinite(numbers) & (numbers != np.rint(numbers))
    if is_fraction.any():
        numbers = numbers.copy()
        numbers[is_fraction] = [round(number, DIGITS) for number in numbers[is_fraction].tolist()]
    return numbers


def _sum(parts: Any) -> np.ndarray:
    """Return the sum of parts, added one after the other whatever their number is: in another order the last digit may differ."""
    total: np.ndarray = np.add.accumulate(parts, axis=0)[-1] + 0.0
    return total
