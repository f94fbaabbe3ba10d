"""States which cells of one quantity add up: communities to the whole, categories to their total, months to the year.

Totals are taken to be known even where they are not shown.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, permutations, takewhile

from indicators.disclosure.limits import is_few
from indicators.disclosure.people_counts import CountCell, CountTable, Days, PeopleCount

Equation = dict[CountCell, int]  # cells and their sign: parts +1, their total -1


def sums(
    quantity: PeopleCount, tables: Sequence[CountTable], counts: Mapping[CountCell, float], k: int
) -> Iterator[Equation]:
    """Yield the equations along the axes of each table, and from table to table.

    Parts of a total that is small are left out: the total is hidden itself, wherever it is shown.
    """
    equations = (
        *(equation for table in tables for equation in _along_axes(table)),
        *(_through_time(tables) if quantity.adds_up_over_time else ()),
        *(equation for whole, parts in permutations(tables, 2) for equation in _added_up(quantity, whole, parts)),
    )
    for equation in equations:
        if not is_few(sum(counts[cell] for cell, sign in equation.items() if sign > 0), k):
            yield equation


def _along_axes(table: CountTable) -> Iterator[Equation]:
    """Yield an equation for each set of communities or categories that adds up."""
    equations: dict[tuple[object, ...], Equation] = defaultdict(dict)
    for (community, days, category), cell in table.items():
        equations["community", days, category][cell] = -1 if community is None else 1
        equations["category", days, community][cell] = -1 if category is None else 1
    return (equation for equation in equations.values() if len(equation) > 1)


def _through_time(tables: Sequence[CountTable]) -> Iterator[Equation]:
    """Yield an equation for all periods of each place and stretch of time; by years where there are years, whose months add up to them."""
    coarsest: dict[tuple[object, ...], list[CountCell]] = {}
    for table in tables:
        series: dict[tuple[str | None, str | None], dict[Days, CountCell]] = defaultdict(dict)
        for (community, days, category), cell in table.items():
            series[community, category][days] = cell
        for place, cells in series.items():
            span = min(days[0] for days in cells), max(days[1] for days in cells)
            known = coarsest.get((place, span))
            if known is None or len(cells) < len(known):
                coarsest[place, span] = list(cells.values())
    return (dict.fromkeys(cells, 1) for cells in coarsest.values() if len(cells) > 1)


def _added_up(quantity: PeopleCount, whole: CountTable, parts: CountTable) -> Iterator[Equation]:
    """Yield an equation for each cell of one table that cells of the other make up, be it a single one that repeats it."""
    by_place: dict[tuple[str | None, str | None], list[tuple[Days, CountCell]]] = defaultdict(list)
    for (community, days, category), cell in parts.items():
        for place in {(community, category), (None, category), (community, None), (None, None)}:
            by_place[place].append((days, cell))
    for cells in by_place.values():
        cells.sort()
    for (community, days, category), cell in whole.items():
        inside = _inside(by_place[community, category], days)
        if not quantity.adds_up_over_time:  # who was there in two months is counted in both
            inside = [(part_days, part) for part_days, part in inside if part_days == days]
        if inside and (inside[0][0][0], max(part_days[1] for part_days, _ in inside)) == days:
            yield {part: 1 for _, part in inside} | {cell: -1}


def _inside(cells: Sequence[tuple[Days, CountCell]], days: Days) -> list[tuple[Days, CountCell]]:
    """Return the cells, which are in the order of time, of periods that lie within some days."""
    first = bisect_left(cells, days[0], key=lambda cell: cell[0][0])
    begun = takewhile(lambda cell: cell[0][0] <= days[1], islice(cells, first, None))
    return [(part_days, part) for part_days, part in begun if part_days[1] <= days[1]]
