"""What the figures of some indicators are made of, read at once before they are asked for one by one."""

from collections.abc import Iterable, Iterator

from indicators.cells.day_cells import learn_day_cells
from indicators.cells.source import CellSource, source_of
from indicators.model import Aggregate, Indicator
from warehouse.build import Build


def learn_indicators(build: Build, indicators: Iterable[Indicator]) -> None:
    """Read the cells of indicators by one query, as far as they are not split by a category."""
    learn_day_cells(
        build, (source for each in indicators for side in each.all_aggregates for source in sources_of(side))
    )


def sources_of(aggregate: Aggregate) -> Iterator[CellSource]:
    """Yield where an aggregate is counted, and each of its dates by itself, by which days are told that give few people away."""
    yield source_of(aggregate)
    yield from (CellSource(aggregate.table, day) for day in (aggregate.on, aggregate.until) if day)
