"""Finds days among rows that are in the order of place and day, in those of all places at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from indicators.cells.source import CellPlace

_APART = 2**32  # more than any two days are


@dataclass(frozen=True)
class PlaceDays:
    """The rows of each place, and the day of every row."""

    places: Mapping[CellPlace, slice]
    days: np.ndarray

    def begins(self, places: Sequence[CellPlace], days: np.ndarray) -> np.ndarray:
        """Return the first rows of places that do not lie before each day: places × days."""
        return np.searchsorted(self._order, self._keys(places) + days, "left")

    def ends(self, places: Sequence[CellPlace], days: np.ndarray) -> np.ndarray:
        """Return the rows behind the last ones of places that do not lie behind each day: places × days."""
        return np.searchsorted(self._order, self._keys(places) + days, "right")

    def _keys(self, places: Sequence[CellPlace]) -> np.ndarray:
        """Return by which numbers places stand in the order; one without rows stands before all."""
        return np.array([self._numbers.get(place, -1) for place in places])[:, None] * _APART

    @cached_property
    def _numbers(self) -> Mapping[CellPlace, int]:
        return dict(zip(self.places, range(len(self.places)), strict=True))

    @cached_property
    def _order(self) -> np.ndarray:
        """The place and the day of each row as one number."""
        lengths = [rows.stop - rows.start for rows in self.places.values()]
        return np.repeat(np.arange(len(lengths)) * _APART, lengths) + self.days
