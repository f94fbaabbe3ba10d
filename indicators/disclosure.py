"""Small numbers of people are hidden, so that no one can be made out behind a figure.

Rule: a number of people (their cases, answers, attendances) between 1 and k-1 is hidden, and so is a rate of which either
side is one; 0 is shown, and work counts are exempt (`of_people` in the declaration). A hidden cell must not come back by
subtraction: communities add up to the whole, categories to their total, months to the year, and such totals are taken to be
known even where they are not shown. Where one could be worked out, the smallest neighbour is hidden too, until none can.
Source: small-cell practice of statistical offices (OECD glossary: 3 or 5; health statistics: fewer than 10) with secondary
suppression. k is 5 inside the office and 10 in what is handed in. One rule for screen, CSV, Excel and Word.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

import numpy as np

from indicators.engine import catalogue
from indicators.model import Aggregate, Figure

OFFICE, PUBLISHED = 5, 10

CountCell = tuple[int, int]  # the place of a figure, and 0 for its numerator, 1 for its denominator
CellKey = tuple[str | None, tuple[date, date], str | None]  # community, period, category
AggregateTable = dict[CellKey, CountCell]  # one aggregate at one grain
Equation = dict[CountCell, int]  # cells and their sign: parts +1, their total -1


def disclose(figures: Sequence[Figure], k: int) -> list[Figure]:
    """Return the figures in their order, those that must not be shown as `hidden` without any number.

    Pass all figures that are shown together, of one grain: only what is passed can be guarded.
    """
    return disclose_together([figures], k)[0]


def disclose_together(lists: Sequence[Sequence[Figure]], k: int) -> list[list[Figure]]:
    """Return lists of several grains (the whole, by year, by category …) that stand in one paper, each disclosed.

    What one hides no other gives away: a year does not betray a quarter, nor a rate the count it was divided from.
    """
    figures = [figure for figure_list in lists for figure in figure_list]
    small = {cell for cell in _people_cells(figures) if _is_few(figures, cell, k)}
    hidden = {place for place, _ in small}
    for aggregate, tables in _tables(lists).items():
        if protected := small & {cell for table in tables for cell in table.values()}:
            equations = [
                equation for equation in _equations(aggregate, tables) if not _has_small_total(figures, equation, k)
            ]
            hidden |= _guarded(figures, equations, protected, hidden)
    shown = iter(_emptied(figure) if place in hidden else figure for place, figure in enumerate(figures))
    return [[next(shown) for _ in figure_list] for figure_list in lists]


def _people_cells(figures: Sequence[Figure]) -> Iterator[CountCell]:
    """Yield the cells of figures that count people and hold a number."""
    for place, figure in enumerate(figures):
        for side, aggregate in enumerate(catalogue()[figure.indicator].aggregates):
            if aggregate.of_people and _count(figures, (place, side)) is not None:
                yield place, side


def _count(figures: Sequence[Figure], cell: CountCell) -> float | None:
    place, side = cell
    return figures[place].denominator if side else figures[place].numerator


def _is_few(figures: Sequence[Figure], cell: CountCell, k: int) -> bool:
    return 0 < (_count(figures, cell) or 0) < k


def _emptied(figure: Figure) -> Figure:
    return replace(figure, value=None, numerator=None, denominator=None, low=None, high=None, state="hidden")


def _tables(lists: Sequence[Sequence[Figure]]) -> dict[Aggregate, list[AggregateTable]]:
    """Return where each aggregate that counts people is told: a table for each list, indicator and side."""
    figures = [figure for figure_list in lists for figure in figure_list]
    list_of = [number for number, figure_list in enumerate(lists) for _ in figure_list]
    tables: dict[Aggregate, dict[tuple[int, str, int], AggregateTable]] = defaultdict(lambda: defaultdict(dict))
    for place, side in _people_cells(figures):
        figure = figures[place]
        key = figure.community, (figure.period.from_on, figure.period.to_on), figure.category
        tables[catalogue()[figure.indicator].aggregates[side]][list_of[place], figure.indicator, side][key] = (
            place,
            side,
        )
    return {aggregate: list(by_list.values()) for aggregate, by_list in tables.items()}


def _equations(aggregate: Aggregate, tables: Sequence[AggregateTable]) -> Iterator[Equation]:
    """Yield the equations between the cells of one aggregate: along the axes of each table, and from table to table."""
    for table in tables:
        yield from _along_axes(aggregate, table)
    for whole, parts in permutations(tables, 2):
        yield from _added_up(aggregate, whole, parts)


def _along_axes(aggregate: Aggregate, table: AggregateTable) -> Iterator[Equation]:
    """Yield an equation for each set of cells that adds up; its total is taken to be known where it is not among them."""
    equations: dict[tuple[object, ...], Equation] = defaultdict(dict)
    for (community, period, category), cell in table.items():
        equations["community", period, category][cell] = -1 if community is None else 1
        equations["category", period, community][cell] = -1 if category is None else 1
        if aggregate.span == "period":
            equations["period", community, category][cell] = 1
    return (equation for equation in equations.values() if len(equation) > 1)


def _added_up(aggregate: Aggregate, whole: AggregateTable, parts: AggregateTable) -> Iterator[Equation]:
    """Yield an equation for each cell of one table that cells of the other make up, be it a single one that repeats it."""
    by_place: dict[tuple[str | None, str | None], dict[CountCell, tuple[date, date]]] = defaultdict(dict)
    for (community, period, category), cell in parts.items():
        for place in {(community, category), (None, category), (community, None), (None, None)}:
            by_place[place][cell] = period
    for (community, period, category), cell in whole.items():
        inside = {
            part: days for part, days in by_place[community, category].items() if _is_inside(days, period, aggregate)
        }
        if inside and (min(days[0] for days in inside.values()), max(days[1] for days in inside.values())) == period:
            yield dict.fromkeys(inside, 1) | {cell: -1}


def _is_inside(days: tuple[date, date], period: tuple[date, date], aggregate: Aggregate) -> bool:
    if aggregate.span != "period":
        return days == period
    return period[0] <= days[0] and days[1] <= period[1]


def _has_small_total(figures: Sequence[Figure], equation: Equation, k: int) -> bool:
    """Whether the parts add up to a total that is hidden itself, wherever it is shown."""
    return 0 < sum(_count(figures, cell) or 0 for cell, sign in equation.items() if sign > 0) < k


def _guarded(
    figures: Sequence[Figure], equations: Sequence[Equation], protected: set[CountCell], hidden: set[int]
) -> set[int]:
    """Return the hidden places and as many neighbours as it takes that no protected cell, nor they, can be worked out."""
    protected, guarded = set(protected), set(hidden)
    while exposed := _exposed(equations, _unknown(equations, guarded), protected):
        betraying = [equation for equation in equations if exposed & equation.keys()]
        alone = [equation for equation in betraying if len(_unknown([equation], guarded)) == 1]
        neighbours = {cell for equation in alone or betraying for cell in equation} - _unknown(betraying, guarded)
        if not neighbours:
            return guarded
        chosen = min(neighbours, key=lambda cell: (_cost(figures[cell[0]]), cell))
        protected.add(chosen)
        guarded.add(chosen[0])
    return guarded


def _unknown(equations: Sequence[Equation], hidden: set[int]) -> set[CountCell]:
    return {cell for equation in equations for cell in equation if cell[0] in hidden}


def _cost(figure: Figure) -> tuple[bool, bool, float]:
    """Hide parts before totals, numbers before zeros, small before large."""
    is_total = figure.community is None and figure.category is None
    return is_total, not figure.numerator, figure.numerator or 0.0


def _exposed(equations: Sequence[Equation], hidden: set[CountCell], protected: set[CountCell]) -> set[CountCell]:
    """Return the protected cells whose numbers follow from the equations: those that no solution can vary."""
    touched = [equation for equation in equations if hidden & equation.keys()]
    alone = {cell for equation in touched for cell in hidden & equation.keys() if len(hidden & equation.keys()) == 1}
    if alone & protected:
        return alone & protected  # the usual case, seen without algebra
    cells = sorted(hidden)
    coefficients = [[equation.get(cell, 0) for cell in cells] for equation in touched]
    if not touched:
        return set()
    _, strengths, solutions = np.linalg.svd(np.array(coefficients, dtype=float))
    free = solutions[int((strengths > 1e-9).sum()) :]
    is_fixed = np.abs(free).sum(axis=0) < 1e-9
    return {cell for cell, fixed in zip(cells, is_fixed, strict=True) if fixed} & protected
