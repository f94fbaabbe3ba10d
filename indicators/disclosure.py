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
from indicators.model import Figure, Total

OFFICE, PUBLISHED = 5, 10

Cell = tuple[int, int]  # the place of a figure, and 0 for its numerator, 1 for its denominator
Key = tuple[str | None, tuple[date, date], str | None]  # community, period, category
Table = dict[Key, Cell]  # one counted total at one grain
Line = dict[Cell, int]  # an equation: cells and their sign, parts +1, the total -1


def disclose(figures: Sequence[Figure], k: int) -> list[Figure]:
    """Return the figures in their order, those that must not be shown as `hidden` without any number.

    Give it all figures that are shown together at once, of one grain: it can only guard what it sees.
    """
    return disclose_together([figures], k)[0]


def disclose_together(answers: Sequence[Sequence[Figure]], k: int) -> list[list[Figure]]:
    """Return answers of several grains (the whole, by year, by category …) that stand in one paper, each disclosed.

    What one hides no other gives away: a year does not betray a quarter, nor a rate the count it was divided from.
    """
    figures = [figure for answer in answers for figure in answer]
    small = {cell for cell in _cells(figures) if _is_few(figures, cell, k)}
    hidden = {place for place, _ in small}
    for total, tables in _tables(answers).items():
        if protected := small & {cell for table in tables for cell in table.values()}:
            lines = [line for line in _lines(total, tables) if not _has_small_total(figures, line, k)]
            hidden |= _guarded(figures, lines, protected, hidden)
    shown = iter(_emptied(figure) if place in hidden else figure for place, figure in enumerate(figures))
    return [[next(shown) for _ in answer] for answer in answers]


def _cells(figures: Sequence[Figure]) -> Iterator[Cell]:
    """Yield the sides of figures that count people and hold a number."""
    for place, figure in enumerate(figures):
        for side, total in enumerate(catalogue()[figure.indicator].totals):
            if total.of_people and _count(figures, (place, side)) is not None:
                yield place, side


def _count(figures: Sequence[Figure], cell: Cell) -> float | None:
    place, side = cell
    return figures[place].denominator if side else figures[place].numerator


def _is_few(figures: Sequence[Figure], cell: Cell, k: int) -> bool:
    return 0 < (_count(figures, cell) or 0) < k


def _emptied(figure: Figure) -> Figure:
    return replace(figure, value=None, numerator=None, denominator=None, low=None, high=None, state="hidden")


def _tables(answers: Sequence[Sequence[Figure]]) -> dict[Total, list[Table]]:
    """Return where each total that counts people is told: a table for each answer, indicator and side."""
    figures = [figure for answer in answers for figure in answer]
    answer_of = [number for number, answer in enumerate(answers) for _ in answer]
    tables: dict[Total, dict[tuple[int, str, int], Table]] = defaultdict(lambda: defaultdict(dict))
    for place, side in _cells(figures):
        figure = figures[place]
        key = figure.community, (figure.period.from_on, figure.period.to_on), figure.category
        tables[catalogue()[figure.indicator].totals[side]][answer_of[place], figure.indicator, side][key] = place, side
    return {total: list(found.values()) for total, found in tables.items()}


def _lines(total: Total, tables: Sequence[Table]) -> Iterator[Line]:
    """Yield the equations between the cells of one total: along the axes of each table, and from table to table."""
    for table in tables:
        yield from _along_axes(total, table)
    for whole, parts in permutations(tables, 2):
        yield from _added_up(total, whole, parts)


def _along_axes(total: Total, table: Table) -> Iterator[Line]:
    """Yield a line for each set of cells that adds up; its total is taken to be known where it is not among them."""
    lines: dict[tuple[object, ...], Line] = defaultdict(dict)
    for (community, period, category), cell in table.items():
        lines["community", period, category][cell] = -1 if community is None else 1
        lines["category", period, community][cell] = -1 if category is None else 1
        if total.span == "period":
            lines["period", community, category][cell] = 1
    return (line for line in lines.values() if len(line) > 1)


def _added_up(total: Total, whole: Table, parts: Table) -> Iterator[Line]:
    """Yield a line for each cell of one table that cells of the other make up, be it a single one that repeats it."""
    by_place: dict[tuple[str | None, str | None], dict[Cell, tuple[date, date]]] = defaultdict(dict)
    for (community, period, category), cell in parts.items():
        for place in {(community, category), (None, category), (community, None), (None, None)}:
            by_place[place][cell] = period
    for (community, period, category), cell in whole.items():
        inside = {part: days for part, days in by_place[community, category].items() if _is_inside(days, period, total)}
        if inside and (min(days[0] for days in inside.values()), max(days[1] for days in inside.values())) == period:
            yield dict.fromkeys(inside, 1) | {cell: -1}


def _is_inside(days: tuple[date, date], period: tuple[date, date], total: Total) -> bool:
    if total.span != "period":
        return days == period
    return period[0] <= days[0] and days[1] <= period[1]


def _has_small_total(figures: Sequence[Figure], line: Line, k: int) -> bool:
    """Whether the parts add up to a total that is hidden itself, wherever it is shown."""
    return 0 < sum(_count(figures, cell) or 0 for cell, sign in line.items() if sign > 0) < k


def _guarded(figures: Sequence[Figure], lines: Sequence[Line], protected: set[Cell], hidden: set[int]) -> set[int]:
    """Return the hidden places and as many neighbours as it takes that no protected cell, nor they, can be worked out."""
    protected, guarded = set(protected), set(hidden)
    while exposed := _exposed(lines, _unknown(lines, guarded), protected):
        betraying = [line for line in lines if exposed & line.keys()]
        alone = [line for line in betraying if len(_unknown([line], guarded)) == 1]
        neighbours = {cell for line in alone or betraying for cell in line} - _unknown(betraying, guarded)
        if not neighbours:
            return guarded
        chosen = min(neighbours, key=lambda cell: (_cost(figures[cell[0]]), cell))
        protected.add(chosen)
        guarded.add(chosen[0])
    return guarded


def _unknown(lines: Sequence[Line], hidden: set[int]) -> set[Cell]:
    return {cell for line in lines for cell in line if cell[0] in hidden}


def _cost(figure: Figure) -> tuple[bool, bool, float]:
    """Hide parts before totals, numbers before zeros, small before large."""
    is_total = figure.community is None and figure.category is None
    return is_total, not figure.numerator, figure.numerator or 0.0


def _exposed(lines: Sequence[Line], hidden: set[Cell], protected: set[Cell]) -> set[Cell]:
    """Return the protected cells whose numbers follow from the equations: those that no solution can vary."""
    touched = [line for line in lines if hidden & line.keys()]
    alone = {cell for line in touched for cell in hidden & line.keys() if len(hidden & line.keys()) == 1}
    if alone & protected:
        return alone & protected  # the usual case, told without algebra
    cells = sorted(hidden)
    equations = [[line.get(cell, 0) for cell in cells] for line in touched]
    if not touched:
        return set()
    _, strengths, solutions = np.linalg.svd(np.array(equations, dtype=float))
    free = solutions[int((strengths > 1e-9).sum()) :]
    is_fixed = np.abs(free).sum(axis=0) < 1e-9
    return {cell for cell, fixed in zip(cells, is_fixed, strict=True) if fixed} & protected
