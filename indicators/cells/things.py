"""Different things, such as strands, goods and titles, which may be the same in two communities: few enough to be told by their names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from indicators.cells.part import CellPart
from indicators.cells.question import NO_DAY, RowsQuestion, learned
from indicators.cells.selection import Stretch
from indicators.cells.source import CellPlace, CellSource, day_numbers, slices_by_place
from warehouse.build import Build
from warehouse.cell_files import CommunityQuery


@dataclass(frozen=True)
class ThingDays:
    """On which days which things are told of, in the order of place and day; `things` are numbers, the same for the same thing."""

    places: Mapping[CellPlace, slice]
    days: np.ndarray
    things: np.ndarray

    def count(self, stretches: Iterable[Stretch], window: int) -> int:
        """Return how many different things several places have in a window."""
        parts = [self.things[stretch.positions(window)] for stretch in stretches]
        return len(np.unique(np.concatenate(parts))) if parts else 0


@dataclass(frozen=True)
class ThingsQuestion(RowsQuestion[ThingDays]):
    """On which days what a part counts as different is told of."""

    source: CellSource
    part: CellPart

    @property
    def query(self) -> CommunityQuery:
        """The query for each thing of each day and place, once."""
        source, (column,) = self.source, self.part.parsed.columns
        within = " and ".join(filter(None, (f"{source.on} is not null", self.part.condition, f"{column} is not null")))
        return CommunityQuery(
            source.table,
            f"select distinct {source.place_columns}, cast({source.on} as date) as day, {NO_DAY} as ends,\n"
            f"       {NO_DAY} as former, cast({column} as varchar) as thing, cast(null as double[]) as numbers\n"
            f"from {source.table} where {within}",
        )

    def answer(self, table: pa.Table) -> ThingDays:
        """Return the things that rows of the query tell."""
        numbers = table["thing"].combine_chunks().dictionary_encode()
        return ThingDays(slices_by_place(table), day_numbers(table["day"]), np.asarray(numbers.indices))


def thing_days(build: Build, source: CellSource, part: CellPart) -> ThingDays:
    """Return the things that a part counts as different, which are read once a build."""
    return learned(build, ThingsQuestion(source, part))
