"""States how stocks and flows of one family are linked: what stands open is what was opened less what was closed.

Who was there on any day of a period (any_day) is linked to the stocks at its ends. A stock is a count up to a day (to_date) or what stands at one (state); its flows are the counts of periods by the same dates.
Only equations that hold in the numbers are stated: a false one betrays nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from indicators.disclosure.equations import Equation, Place
from indicators.disclosure.people_counts import CountCell, CountTable, Days, PeopleCount
from indicators.model import Aggregate, TimeSpan
from indicators.periods import DAY

CountTables = Mapping[PeopleCount, Sequence[CountTable]]
Flows = list[tuple[int, Sequence[CountTable]]]  # what enters a stock (+1) and what leaves it (-1)


def links(tables: CountTables, counts: Mapping[CountCell, float]) -> Iterator[Equation]:
    """Yield the equations between the stocks and flows of one family of quantities."""
    for stock, stock_tables in tables.items():
        if stock.without is None and stock.aggregate.span != "period":
            links_of = _links_of_any_day if stock.aggregate.span == "any_day" else _links_of
            for equation in links_of(stock, stock_tables, tables):
                if not sum(sign * counts[cell] for cell, sign in equation.items()):
                    yield equation


def _links_of(stock: PeopleCount, stock_tables: Sequence[CountTable], tables: CountTables) -> Iterator[Equation]:
    """Yield an equation for each stretch between two stocks that the flows fill, and for each state with both its totals."""
    flows, totals = (_flows(stock.aggregate, span, tables) for span in ("period", "to_date"))
    for place, cells in series(stock_tables).items():
        for days in _stretches(cells, flows, place):
            parts = [(sign, _parts(flow_tables, place, days)) for sign, flow_tables in flows]
            if all(flow_cells for _, flow_cells in parts):
                before = {cells[days[0] - DAY]: -1} if days[0] - DAY in cells else {}
                yield {cells[days[1]]: 1, **before} | {cell: -sign for sign, flow in parts for cell in flow}
        if stock.aggregate.span == "state":
            yield from (_total(cell, place, (day, day), totals) for day, cell in cells.items())


def _links_of_any_day(
    present: PeopleCount, present_tables: Sequence[CountTable], tables: CountTables
) -> Iterator[Equation]:
    """Yield who was there on any day as those who are there at its end and those who left, and as those at its begin and those who came."""
    stocks = _cells_by_key(tables.get(PeopleCount(replace(present.aggregate, span="state")), ()))
    came, left = (_cells_by_key(flow_tables) for _, flow_tables in _flows(present.aggregate, "period", tables))
    for key, cell in _cells_by_key(present_tables).items():
        community, (first, last), category = key
        for day, flow in ((last, left), (first - DAY, came)):
            stock = stocks.get((community, (day, day), category))
            if stock and key in flow:
                yield {cell: 1, stock: -1, flow[key]: -1}


def _cells_by_key(tables: Sequence[CountTable]) -> CountTable:
    return {key: cell for table in reversed(tables) for key, cell in table.items()}


def _flows(counted: Aggregate, span: TimeSpan, tables: CountTables) -> Flows:
    """Return the tables of what enters and, for a state, what leaves a stock, counted over periods or up to a day."""
    signs = {counted.on: 1, **({counted.until: -1} if counted.until else {})}
    flow = replace(counted, until=None, span=span)
    return [(sign, tables.get(PeopleCount(replace(flow, on=on)), ())) for on, sign in signs.items()]


def series(tables: Sequence[CountTable]) -> dict[Place, dict[date, CountCell]]:
    """Return {place: {last day: a cell}} of a quantity, days in order."""
    by_place: dict[Place, dict[date, CountCell]] = {}
    for table in tables:
        for (community, days, category), cell in table.items():
            by_place.setdefault((community, category), {}).setdefault(days[1], cell)
    return {place: dict(sorted(cells.items())) for place, cells in by_place.items()}


def _stretches(cells: Mapping[date, CountCell], flows: Flows, place: Place) -> set[Days]:
    """Return the days from one stock to the next, and the periods of flows that end with a stock."""
    between = {(earlier + DAY, later) for earlier, later in pairwise(cells)}
    keys = (key for _, flow_tables in flows for table in flow_tables for key in table)
    return between | {days for community, days, category in keys if (community, category) == place and days[1] in cells}


def _parts(tables: Sequence[CountTable], place: Place, days: Days) -> list[CountCell]:
    """Return the cells of the first table that fills the days without a gap; none where no table does."""
    for table in tables:
        inside = sorted(
            (part, cell)
            for (community, part, category), cell in table.items()
            if (community, category) == place and days[0] <= part[0] and part[1] <= days[1]
        )
        ends = [part for part, _ in inside]
        if ends and (ends[0][0], ends[-1][1]) == days and all(a[1] + DAY == b[0] for a, b in pairwise(ends)):
            return [cell for _, cell in inside]
    return []


def _total(cell: CountCell, place: Place, days: Days, totals: Flows) -> Equation:
    """Return the equation of a state with its running totals; one of the cell alone, which holds for 0 only, without them."""
    key = place[0], days, place[1]
    parts = [(sign, table[key]) for sign, tables in totals for table in tables[:1] if key in table]
    return {cell: 1} | ({total: -sign for sign, total in parts} if len(parts) == len(totals) else {})
