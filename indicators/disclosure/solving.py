"""Finds the cells whose numbers follow from equations between them, where some are hidden."""

from collections.abc import Collection, Sequence

import numpy as np

from indicators.disclosure.equations import Equation
from indicators.disclosure.people_counts import CountCell
from indicators.disclosure.shorter_equations import Alike, Sums, shortened

MOST_STEPS = 4000  # of the solver; tables of a pack take a few hundred
MANY_TERMS = 1000  # to make shorter equations of fewer takes longer than to solve them
RESIDUAL, ZERO = 1e-20, 1e-6  # squared length of what remains unsolved; a change too small to be one


class Terms:
    """All terms of some equations as arrays: which equation, which cell, and its sign."""

    def __init__(self, equations: Sequence[Equation]) -> None:
        self._cells = list(dict.fromkeys(cell for equation in equations for cell in equation))
        number_of = {cell: number for number, cell in enumerate(self._cells)}
        terms = [(row, number_of[cell], sign) for row, cells in enumerate(equations) for cell, sign in cells.items()]
        rows, columns, signs = np.array(terms, dtype=np.intp).reshape(-1, 3).T
        order = np.lexsort((columns, rows))  # here once: later it takes less to sort them
        self._rows, self._columns, self._signs = rows[order], columns[order], signs[order]

    def fixed(self, hidden: Collection[int]) -> set[CountCell]:
        """Return the cells of hidden places that have one solution.

        A random change of all of them is brought to the nearest one that the equations allow; cells that cannot change are fixed.
        The numbers are drawn from a seed, so that the same figures are hidden every time.
        """
        is_hidden = np.array([place in hidden for place, _ in self._cells], dtype=bool)
        terms = is_hidden[self._columns]
        sums, alike = Sums(self._rows[terms], self._columns[terms], self._signs[terms]), Alike.none(len(self._cells))
        if len(sums.rows) > MANY_TERMS:
            sums, alike = shortened(sums, len(self._cells))
        change = np.random.default_rng(0).standard_normal(len(self._cells))
        columns = np.unique(sums.columns)
        change[columns] = _nearest(sums, columns, change[columns])
        are_fixed = is_hidden & (np.abs(alike.signs * change[alike.like]) < ZERO)
        return {self._cells[number] for number in np.flatnonzero(are_fixed).tolist()}


def _nearest(sums: Sums, numbers: np.ndarray, change: np.ndarray) -> np.ndarray:
    """Return the nearest change of some numbers, all that stand in sums, that leaves these zero: by conjugate gradients."""
    if not len(numbers):
        return change
    begins = np.flatnonzero(np.diff(sums.rows, prepend=-1))
    rows = np.repeat(np.arange(len(begins)), np.diff(begins, append=len(sums.rows)))
    columns = np.searchsorted(numbers, sums.columns)
    # Evened out, long equations and cells of many weigh no more than others: a third of the steps.
    factors = sums.factors / np.sqrt(np.bincount(rows)[rows] * np.bincount(columns)[columns])

    def forward(change: np.ndarray) -> np.ndarray:
        return np.add.reduceat(factors * change[columns], begins)

    def back(weights: np.ndarray) -> np.ndarray:
        return np.bincount(columns, factors * weights[rows])

    residual = direction = -forward(change)
    for _ in range(MOST_STEPS):
        length = residual @ residual
        if length < RESIDUAL:
            break
        step = back(direction)
        share = length / (step @ step)
        change = change + share * step
        residual = residual - share * forward(step)
        direction = residual + (residual @ residual) / length * direction
    return change
