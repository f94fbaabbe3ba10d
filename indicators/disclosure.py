"""Small numbers of people are hidden, so that no one can be made out behind a figure.

Rule: a number of people (their cases, answers, attendances) between 1 and k-1 is hidden, and so is a rate of which either
side is one; 0 is shown, and work counts are exempt (`of_people` in the declaration). A hidden cell must not come back by
subtraction: communities add up to the whole, categories to their total, months to the year, and such totals are taken to be
known even where they are not shown. Where one could be worked out, the smallest neighbour is hidden too, until none can.
Source: small-cell practice of statistical offices (OECD glossary: 3 or 5; health statistics: fewer than 10) with secondary
suppression. k is 5 inside the office and 10 in what is handed in. One rule for screen, CSV, Excel and Word.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from indicators.engine import catalogue
from indicators.model import Figure

OFFICE, PUBLISHED = 5, 10

Line = dict[int, int]  # an equation: places of figures and their sign, parts +1, the total -1


def disclose(figures: Sequence[Figure], k: int) -> list[Figure]:
    """Return the figures in their order, those that must not be shown as `hidden` without any number.

    Give it all figures that are shown together at once, of one grain: it can only guard what it sees.
    """
    hidden = {place for place, figure in enumerate(figures) if _is_small(figure, k)}
    by_indicator: dict[str, list[int]] = defaultdict(list)
    for place, figure in enumerate(figures):
        by_indicator[figure.indicator].append(place)
    for places in by_indicator.values():
        if small := hidden.intersection(places):
            hidden |= _guarded(figures, _lines(figures, places, k), small)
    return [_emptied(figure) if place in hidden else figure for place, figure in enumerate(figures)]


def _is_small(figure: Figure, k: int) -> bool:
    return _are_few(figure.indicator, (figure.numerator, figure.denominator), k)


def _are_few(indicator: str, sides: Sequence[float | None], k: int) -> bool:
    totals = catalogue()[indicator].totals
    return any(total.of_people and 0 < (side or 0) < k for total, side in zip(totals, sides, strict=False))


def _emptied(figure: Figure) -> Figure:
    return replace(figure, value=None, numerator=None, denominator=None, low=None, high=None, state="hidden")


def _lines(figures: Sequence[Figure], places: Sequence[int], k: int) -> list[Line]:
    """Return the equations between reported figures of one indicator, one for each set that adds up along an axis."""
    is_additive_in_time = catalogue()[figures[places[0]].indicator].numerator.span == "period"
    lines: dict[tuple[object, ...], Line] = defaultdict(dict)
    for place in places:
        figure = figures[place]
        if figure.numerator is None:
            continue
        lines["community", figure.period, figure.category][place] = -1 if figure.community is None else 1
        lines["category", figure.period, figure.community][place] = -1 if figure.category is None else 1
        if is_additive_in_time:
            lines["period", figure.community, figure.category][place] = 1
    return [line for line in lines.values() if len(line) > 1 and not _has_small_total(figures, line, k)]


def _has_small_total(figures: Sequence[Figure], line: Line, k: int) -> bool:
    """Whether the parts add up to a total that is hidden itself, wherever it is shown."""
    parts = [figures[place] for place, sign in line.items() if sign > 0]
    sides = sum(part.numerator or 0 for part in parts), sum(part.denominator or 0 for part in parts)
    return bool(parts) and _are_few(parts[0].indicator, sides, k)


def _guarded(figures: Sequence[Figure], lines: Sequence[Line], hidden: set[int]) -> set[int]:
    """Return the hidden places and as many neighbours as it takes that none can be worked out."""
    guarded = set(hidden)
    while exposed := _exposed(lines, guarded):
        neighbours = {place for line in lines if exposed & line.keys() for place in line} - guarded
        if not neighbours:
            return guarded
        guarded.add(min(neighbours, key=lambda place: (_cost(figures[place]), place)))
    return guarded


def _cost(figure: Figure) -> tuple[bool, bool, float]:
    """Hide parts before totals, numbers before zeros, small before large."""
    is_total = figure.community is None and figure.category is None
    return is_total, not figure.numerator, figure.numerator or 0.0


def _exposed(lines: Sequence[Line], hidden: set[int]) -> set[int]:
    """Return the hidden places whose numbers follow from the equations: those that no solution can vary."""
    touched = [line for line in lines if hidden & line.keys()]
    if alone := {place for line in touched for place in hidden & line.keys() if len(hidden & line.keys()) == 1}:
        return alone  # the usual case, told without algebra
    places = sorted(hidden)
    equations = [[line.get(place, 0) for place in places] for line in touched]
    if not touched:
        return set()
    _, strengths, solutions = np.linalg.svd(np.array(equations, dtype=float))
    free = solutions[int((strengths > 1e-9).sum()) :]
    is_fixed = np.abs(free).sum(axis=0) < 1e-9
    return {place for place, fixed in zip(places, is_fixed, strict=True) if fixed}
