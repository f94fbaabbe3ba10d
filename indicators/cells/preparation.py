"""What the figures of some indicators are made of, read at once before they are asked for one by one."""

from collections.abc import Iterable, Iterator, Sequence

from indicators.cells.day_cells import learn_day_cells
from indicators.cells.source import CellSource, source_of
from indicators.model import Aggregate, Indicator
from warehouse.build import Build


def learn_indicators(build: Build, indicators: Iterable[Indicator]) -> None:
    """Read the cells of indicators by one query, as far as they are not split by a category."""
    sides = (side for indicator in indicators for side in (*indicator.aggregates, indicator.groups))
    learn_day_cells(build, _sources([side for side in sides if side]))


def _sources(aggregates: Sequence[Aggregate]) -> Iterator[CellSource]:
    """Yield where aggregates are counted, and each of their dates by itself, by which days are told that give few people away."""
    for aggregate in aggregates:
        yield source_of(aggregate)
        yield from (CellSource(aggregate.table, day) for day in (aggregate.on, aggregate.until) if day)
