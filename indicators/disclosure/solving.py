"""Finds the cells whose numbers follow from equations between them, where some are hidden."""

from collections.abc import Collection, Sequence

import numpy as np

from indicators.disclosure.equations import Equation
from indicators.disclosure.people_counts import CountCell

MOST_STEPS = 4000  # of the solver; tables of a pack take a few hundred
RESIDUAL, ZERO = 1e-20, 1e-6  # squared length of what remains unsolved; a change too small to be one


class Terms:
    """All terms of some equations as arrays: which equation, which cell, and its sign."""

    def __init__(self, equations: Sequence[Equation]) -> None:
        self._cells = list(dict.fromkeys(cell for equation in equations for cell in equation))
        number_of = {cell: number for number, cell in enumerate(self._cells)}
        terms = [(row, number_of[cell], sign) for row, cells in enumerate(equations) for cell, sign in cells.items()]
        self._rows, self._columns, self._signs = np.array(terms, dtype=np.intp).reshape(-1, 3).T
        self._equations = len(equations)

    def fixed(self, hidden: Collection[int]) -> set[CountCell]:
        """Return the cells of hidden places that have one solution.

        A random change of all of them is brought to the nearest one that the equations allow, by conjugate gradients; cells that
        cannot change are fixed. The numbers are drawn from a seed, so that the same figures are hidden every time.
        """
        is_hidden = np.array([place in hidden for place, _ in self._cells], dtype=bool)
        terms = is_hidden[self._columns]
        rows, equations = _renumbered(self._rows[terms], self._equations)
        columns, unknowns = _renumbered(self._columns[terms], len(self._cells))
        # Evened out, long equations and cells of many weigh no more than others: a third of the steps.
        signs = self._signs[terms] / np.sqrt(np.bincount(rows)[rows] * np.bincount(columns)[columns])

        def forward(change: np.ndarray) -> np.ndarray:
            return np.bincount(rows, signs * change[columns], equations)

        def back(weights: np.ndarray) -> np.ndarray:
            return np.bincount(columns, signs * weights[rows], unknowns)

        change = np.random.default_rng(0).standard_normal(unknowns)
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
        return {self._cells[number] for number in np.flatnonzero(is_hidden)[np.abs(change) < ZERO]}


def _renumbered(numbers: np.ndarray, end: int) -> tuple[np.ndarray, int]:
    """Return numbers below an end, in their order counted from 0 without a gap, and how many different ones there are."""
    is_used = np.zeros(end, dtype=bool)
    is_used[numbers] = True
    return (np.cumsum(is_used) - 1)[numbers], int(is_used.sum())
