"""The number that an aggregate comes to, and by what such numbers are looked up."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

GroupKey = tuple[str | None, str | None]  # community (None: all), category (None: no split)
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
