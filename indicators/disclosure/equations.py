"""States which cells of one quantity add up: communities to the whole, categories to their total, months to the year.

Totals that no table holds are taken to be known.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, permutations, takewhile

from indicators.disclosure.limits import is_few
from indicators.disclosure.people_counts import CellKey, CountCell, CountTable, Days, PeopleCount

DIGITS = 6  # to which sums of counts are compared

Place = tuple[str | None, str | None]  # community, category
Equation = dict[CountCell, int]  # cells and their sign: parts +1, their total -1


def sums(
    quantity: PeopleCount, tables: Sequence[CountTable], counts: Mapping[CountCell, float], k: int
) -> Iterator[Equation]:
    """Yield the equations along the axes of each table, and from table to table.

    Parts of a total that is small are left out: the total is hidden itself, wherever it is shown.
    """
    equations = (
        *_along_axes(tables),
        *(_through_time(tables, counts) if quantity.adds_up_over_time else ()),
        *(
            equation
            for whole, parts in permutations(tables, 2)
            for equation in _added_up(quantity, whole, parts, counts)
        ),
    )
    for equation in equations:
        if not is_few(sum(counts[cell] for cell, sign in equation.items() if sign > 0), k):
            yield equation


def _along_axes(tables: Sequence[CountTable]) -> Iterator[Equation]:
    """Yield an equation for each set of communities or categories of one table that adds up."""
    held = {key for table in tables for key in table}
    for table in tables:
        equations: dict[tuple[str, CellKey], Equation] = defaultdict(dict)  # by axis and total
        for (community, days, category), cell in table.items():
            equations["community", (None, days, category)][cell] = -1 if community is None else 1
            equations["category", (community, days, None)][cell] = -1 if category is None else 1
        for (_, total), equation in equations.items():
            is_known = total in table or total not in held  # `_added_up` adds up to those of other tables
            if len(equation) > 1 and is_known:
                yield equation


def _through_time(tables: Sequence[CountTable], counts: Mapping[CountCell, float]) -> Iterator[Equation]:
    """Yield an equation for all periods of each place: of its years alone where there are years, whose months add up to them."""
    coarsest: dict[tuple[Place, float], list[CountCell]] = {}
    for table in tables:
        periods: dict[Place, list[CountCell]] = defaultdict(list)
        for (community, _, category), cell in table.items():
            periods[community, category].append(cell)
        for place, cells in periods.items():
            together = place, round(sum(counts[cell] for cell in cells), DIGITS)
            if together not in coarsest or len(cells) < len(coarsest[together]):
                coarsest[together] = cells
    return (dict.fromkeys(cells, 1) for cells in coarsest.values() if len(cells) > 1)


def _added_up(
    quantity: PeopleCount, whole: CountTable, parts: CountTable, counts: Mapping[CountCell, float]
) -> Iterator[Equation]:
    """Yield an equation for each cell of one table that cells of the other make up, be it a single one that repeats it.

    Months without a report are no cells; a year is made of the others, which its number shows.
    """
    adds_up = quantity.adds_up_over_time
    by_place: dict[Place, list[tuple[Days, CountCell]]] = defaultdict(list)
    for (community, days, category), cell in parts.items():
        for place in {(community, category), (None, category), (community, None), (None, None)}:
            by_place[place].append((days, cell))
    for cells in by_place.values():
        cells.sort()
    for (community, days, category), cell in whole.items():
        inside = _inside(by_place[community, category], days)
        if not adds_up:  # who was there in two months is counted in both
            inside = [(part_days, part) for part_days, part in inside if part_days == days]
        is_filled = inside and (inside[0][0][0], max(part_days[1] for part_days, _ in inside)) == days
        if inside and (is_filled or not round(sum(counts[part] for _, part in inside) - counts[cell], DIGITS)):
            yield {part: 1 for _, part in inside} | {cell: -1}


def _inside(cells: Sequence[tuple[Days, CountCell]], days: Days) -> list[tuple[Days, CountCell]]:
    """Return the cells, which are in the order of time, of periods that lie within some days."""
    first = bisect_left(cells, days[0], key=lambda cell: cell[0][0])
    begun = takewhile(lambda cell: cell[0][0] <= days[1], islice(cells, first, None))
    return [(part_days, part) for part_days, part in begun if part_days[1] <= days[1]]
