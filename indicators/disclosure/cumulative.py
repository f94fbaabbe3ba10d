"""Thins running totals: two of them that differ by few people are not both shown, since the difference is a number of people."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from indicators.disclosure.equations import Place
from indicators.disclosure.limits import is_few
from indicators.disclosure.people_counts import CountCell, CountTable, PeopleCount


def thinned(
    tables: Mapping[PeopleCount, Sequence[CountTable]], counts: Mapping[CountCell, float], hidden: set[int], k: int
) -> set[CountCell]:
    """Return the cells of running totals to hide, the last one of each series kept if it may be shown."""
    cells: set[CountCell] = set()
    for quantity, quantity_tables in tables.items():
        if quantity.aggregate.span == "to_date" and quantity.without is None:
            for days in _by_day(quantity_tables).values():
                cells.update(_too_near(days, counts, hidden | {place for place, _ in cells}, k))
    return cells


def _by_day(tables: Sequence[CountTable]) -> dict[Place, dict[date, list[CountCell]]]:
    by_place: dict[Place, dict[date, list[CountCell]]] = defaultdict(lambda: defaultdict(list))
    for table in tables:
        for (community, days, category), cell in table.items():
            by_place[community, category][days[1]].append(cell)
    return by_place


def _too_near(
    days: Mapping[date, list[CountCell]], counts: Mapping[CountCell, float], hidden: set[int], k: int
) -> Iterator[CountCell]:
    """Yield the cells that differ by few people from the next later total that is shown."""
    later: float | None = None
    for day in sorted(days, reverse=True):
        shown = [cell for cell in days[day] if cell[0] not in hidden]
        if not shown:
            continue
        if later is not None and is_few(later - counts[shown[0]], k):
            yield from shown
        else:
            later = counts[shown[0]]
