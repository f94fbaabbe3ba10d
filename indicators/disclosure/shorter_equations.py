"""Makes equations between hidden numbers fewer and shorter before they are solved.

Of tables that stand beside each other many equations say the same, or only that two hidden numbers change alike: these become one
number, and so on, until a third of the terms is left.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

_SEED = 0  # of the numbers by which equal equations are found


@dataclass(frozen=True)
class Sums:
    """Sums that are zero, as arrays of their terms: which sum, which number is added, and how often; in the order of both."""

    rows: np.ndarray
    columns: np.ndarray
    factors: np.ndarray

    @classmethod
    def of(cls, rows: np.ndarray, columns: np.ndarray, factors: np.ndarray) -> Self:
        """Return the sums with each number once, and those that are equal, but for the sign of all, once."""
        if not len(rows):
            return cls(rows, columns, factors)
        width = int(columns.max()) + 1
        places, place_of = np.unique(rows * width + columns, return_inverse=True)
        totals = np.bincount(place_of, factors)
        left = totals != 0
        return cls(places[left] // width, places[left] % width, totals[left])._distinct()

    def _distinct(self) -> Self:
        """Return the sums without those that equal another one, told by the sum of numbers drawn for their terms."""
        if not len(self.rows):
            return self
        begins = np.flatnonzero(np.diff(self.rows, prepend=-1))
        lengths = np.diff(begins, append=len(self.rows))
        factors = self.factors * np.repeat(np.sign(self.factors[begins]), lengths)
        weights = np.random.default_rng(_SEED).integers(2**62, size=int(self.columns.max()) + 1)
        _, firsts = np.unique(
            np.add.reduceat(weights[self.columns] * factors.astype(np.int64), begins), return_index=True
        )
        is_first = np.zeros(len(begins), bool)
        is_first[firsts] = True
        are_left = np.repeat(is_first, lengths)
        rows = np.repeat(np.cumsum(is_first) - 1, lengths)
        return type(self)(rows[are_left], self.columns[are_left], factors[are_left])

    def put_in(self, alike: "Alike") -> Self:
        """Return the sums with numbers in place of those that change like them."""
        factors = self.factors * alike.signs[self.columns]
        left = factors != 0
        return self.of(self.rows[left], alike.like[self.columns[left]], factors[left])

    def alike(self, numbers: int) -> "Alike | None":
        """Return which of so many numbers change like another one, or not at all, by sums of two or one; None where no sum is so short."""
        lengths = np.bincount(self.rows)[self.rows]
        alone = self.columns[lengths == 1]
        low, high = (np.flatnonzero(lengths == 2)[number::2] for number in (0, 1))
        are_even = np.abs(self.factors[low]) == np.abs(self.factors[high])
        low, high = low[are_even], high[are_even]
        if not len(alone) and not len(low):
            return None
        like, signs = np.arange(numbers), np.ones(numbers)
        like[self.columns[high]] = self.columns[low]  # of several sums of a number the last one counts now
        signs[self.columns[high]] = -self.factors[low] / self.factors[high]
        signs[alone] = 0
        return Alike(like, signs).followed()


@dataclass(frozen=True)
class Alike:
    """Which number each one changes like, and whether as it does (1), against it (-1) or not at all (0)."""

    like: np.ndarray
    signs: np.ndarray

    @classmethod
    def none(cls, numbers: int) -> Self:
        """Return that each of some numbers changes like itself."""
        return cls(np.arange(numbers), np.ones(numbers))

    def then(self, other: "Alike") -> "Alike":
        """Return what numbers change like when those which they change like do so like others."""
        return Alike(other.like[self.like], self.signs * other.signs[self.like])

    def followed(self) -> "Alike":
        """Return the numbers at whose end each stands: a number changes like one before it only."""
        further = self.then(self)
        return self if (further.like == self.like).all() and (further.signs == self.signs).all() else further.followed()


def shortened(sums: Sums, numbers: int) -> tuple[Sums, Alike]:
    """Return sums between those numbers that change like no other one, and what each of so many numbers changes like."""
    sums, all_alike = Sums.of(sums.rows, sums.columns, sums.factors), Alike.none(numbers)
    while alike := sums.alike(numbers):
        sums, all_alike = sums.put_in(alike), all_alike.then(alike)
    return sums, all_alike
