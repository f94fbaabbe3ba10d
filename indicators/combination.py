"""Puts figures of several communities together from those of each: people as a range, all else as a sum.

Who is in two communities is not known to be one person, since keys of people differ from community to community. So of people
there are at least as many as in the largest community, and at most as many as in all together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from indicators.model import Aggregate

ValueKey = tuple[int, str | None, str | None]  # number of the period, community (None: all), category (None: no split)
ReportedCells = np.ndarray  # communities × periods: whether a community counts in a period


@dataclass(frozen=True)
class AggregateValue:
    """The number an aggregate comes to.

    `high` is there where only a range is known, and `value` is then its low end. A value of None means that there are rows
    of which none states a quantity.
    """

    value: float | None
    high: float | None = None


AggregateValues = Mapping[ValueKey, AggregateValue]


def combined(
    aggregate: Aggregate, values: AggregateValues, communities: Sequence[str], cells: ReportedCells
) -> dict[ValueKey, AggregateValue]:
    """Return the values of all communities together, made of those that count in a period."""
    by_key: dict[ValueKey, list[AggregateValue]] = {}
    rows = {name: row for row, name in enumerate(communities)}
    for (number, community, category), value in values.items():
        if cells[rows[str(community)], number]:
            by_key.setdefault((number, None, category), []).append(value)
    put_together = _range if aggregate.high else _sum
    return {key: put_together(parts) for key, parts in by_key.items()}


def _range(parts: Sequence[AggregateValue]) -> AggregateValue:
    if all(part.value is None for part in parts):
        return AggregateValue(None)
    low = max(part.value or 0.0 for part in parts)
    high = sum(part.high or part.value or 0.0 for part in parts)
    return AggregateValue(low, high if high > low else None)


def _sum(parts: Sequence[AggregateValue]) -> AggregateValue:
    known = [part.value for part in parts if part.value is not None]
    return AggregateValue(sum(known) if known else None)
