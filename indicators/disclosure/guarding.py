"""Hides neighbours until no protected cell follows from what is shown, by solving the equations between cells."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from heapq import heappop, heappush

import numpy as np

from indicators.disclosure.equations import Equation
from indicators.disclosure.limits import is_few
from indicators.disclosure.people_counts import CountCell
from indicators.model import Figure

MOST_STEPS = 4000  # of the solver; tables of a pack take a few hundred
RESIDUAL, ZERO = 1e-20, 1e-5  # squared length of what remains unsolved; a change too small to be one


def guarded(
    figures: Sequence[Figure],
    equations: Sequence[Equation],
    counts: Mapping[CountCell, float],
    protected: set[CountCell],
    hidden: set[int],
    k: int,
    settled: Collection[int] = (),
) -> set[int]:
    """Return the hidden places and as many neighbours as it takes that no protected cell, nor they, can be worked out.

    Places that are `settled` are shown elsewhere already and hide nothing if they are chosen.
    """
    protected, places = set(protected), set(hidden)
    numbers_of: dict[int, list[int]] = defaultdict(list)  # by place: the equations it stands in
    equations_of: dict[CountCell, list[Equation]] = defaultdict(list)
    for number, equation in enumerate(equations):
        for cell in equation:
            numbers_of[cell[0]].append(number)
            equations_of[cell].append(equation)
    unknown = [_unknown(equation, places) for equation in equations]
    changed = list(
        range(len(equations))
    )  # a heap of the equations in which something was hidden since they were looked at

    def shown_beside(equations: Sequence[Equation]) -> set[CountCell]:
        return _neighbours(equations, places, settled)

    def choose(telling: Mapping[CountCell, Sequence[Equation]]) -> set[CountCell]:
        chosen: set[CountCell] = set()
        for _, telling_equations in sorted(telling.items()):
            neighbours = shown_beside(telling_equations)
            if neighbours and not neighbours & chosen:
                chosen.add(min(neighbours, key=lambda cell: (_cost(figures[cell[0]]), cell)))
        return chosen

    while chosen := (
        choose(_cornered(equations, unknown, changed, counts, k, shown_beside))  # first: it takes no algebra
        or choose({cell: equations_of[cell] for cell in _exposed(equations, unknown, protected)})
    ):
        protected |= chosen
        places |= {place for place, _ in chosen}
        for number in {number for place, _ in chosen for number in numbers_of[place]}:
            unknown[number] = _unknown(equations[number], places)
            heappush(changed, number)
    return places


def _cornered(
    equations: Sequence[Equation],
    unknown: Sequence[Sequence[CountCell]],
    changed: list[int],
    counts: Mapping[CountCell, float],
    k: int,
    beside: Callable[[Sequence[Equation]], set[CountCell]],
) -> dict[CountCell, list[Equation]]:
    """Return {a hidden cell: its equation} of the first equation whose hidden parts are few together, or leave each only one.

    What is left of a total when all that is shown is taken off is a number of people itself: 2 and 2 in two communities are 4 in
    both. Five in five categories: whoever sees that a number is hidden takes it to be one at least, and a zero hidden beside them
    proves him wrong.

    One at a time: the same number may stand in several tables, and what is hidden for one of them settles the others.
    An equation that was none of these is looked at again only when more of it is hidden, since it depends on nothing else.
    """
    while changed:
        equation, cells = equations[changed[0]], unknown[changed[0]]
        are_parts = len(cells) > 1 and all(equation[cell] > 0 for cell in cells)
        together = sum(counts[cell] for cell in cells)
        if are_parts and (is_few(together, k) or together == len(cells)) and beside([equation]):
            return {cells[0]: [equation]}
        heappop(changed)
    return {}


def _neighbours(equations: Sequence[Equation], places: set[int], settled: Collection[int]) -> set[CountCell]:
    """Return the cells still shown that stand beside a cell: first those of equations that hold no other hidden one."""
    alone = [equation for equation in equations if len(_unknown(equation, places)) == 1]
    shown = {cell for equation in alone or equations for cell in equation if cell[0] not in places}
    return {cell for cell in shown if cell[0] not in settled}


def _unknown(equation: Equation, places: set[int]) -> list[CountCell]:
    return [cell for cell in equation if cell[0] in places]


def _cost(figure: Figure) -> tuple[bool, bool, float]:
    """Hide parts before totals, numbers before zeros, small before large."""
    is_total = figure.community is None and figure.category is None
    return is_total, not figure.numerator, figure.numerator or 0.0


def _exposed(
    equations: Sequence[Equation], unknown: Sequence[Sequence[CountCell]], protected: set[CountCell]
) -> set[CountCell]:
    """Return the protected cells whose numbers follow from the equations: those that no solution can vary."""
    alone = {cells[0] for cells in unknown if len(cells) == 1}
    if alone & protected:
        return alone & protected  # the usual case, seen without algebra
    unsolved = [(equation, cells) for equation, cells in zip(equations, unknown, strict=True) if cells]
    return _fixed([equation for equation, _ in unsolved], [cells for _, cells in unsolved]) & protected


def _fixed(equations: Sequence[Equation], unknown: Sequence[Sequence[CountCell]]) -> set[CountCell]:
    """Return the unknown cells that have one solution.

    A random change of all unknowns is brought to the nearest one that the equations allow, by conjugate gradients; cells that
    cannot change are fixed. The numbers are drawn from a seed, so that the same figures are hidden every time.
    """
    cells = sorted({cell for cells in unknown for cell in cells})
    place_of = {cell: place for place, cell in enumerate(cells)}
    rows = np.array([row for row, cells in enumerate(unknown) for _ in cells], dtype=np.intp)
    columns = np.array([place_of[cell] for cells in unknown for cell in cells], dtype=np.intp)
    signs = np.array([equation[cell] for equation, cells in zip(equations, unknown, strict=True) for cell in cells])

    def forward(change: np.ndarray) -> np.ndarray:
        return np.bincount(rows, signs * change[columns], len(unknown))

    def back(weights: np.ndarray) -> np.ndarray:
        return np.bincount(columns, signs * weights[rows], len(cells))

    change = np.random.default_rng(0).standard_normal(len(cells))
    residual = direction = -forward(change)
    for _ in range(MOST_STEPS if len(cells) else 0):
        length = residual @ residual
        if length < RESIDUAL:
            break
        step = back(direction)
        share = length / (step @ step)
        change = change + share * step
        residual = residual - share * forward(step)
        direction = residual + (residual @ residual) / length * direction
    return {cell for cell, size in zip(cells, np.abs(change), strict=True) if size < ZERO}
