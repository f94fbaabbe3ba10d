"""How many different people, goods or teams there are from the first day of any month to any day, without a look at who they are.

Whoever appears in a month is counted on the first day there, with the month of the appearance before. Of those in a stretch that begins
with a month, each has exactly one such appearance whose former one lies before the stretch (or is none); so their number is the number of those.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators.cells.part import CellPart
from indicators.cells.question import NO_DAY, NO_THING, RowsQuestion, learned
from indicators.cells.selection import Windows
from indicators.cells.source import CellPlace, CellSource, day_numbers, slices_by_place
from warehouse.build import Build
from warehouse.cell_files import CommunityQuery

BEFORE_ALL = np.int32(-(2**30))  # a day before all others


@dataclass(frozen=True)
class MonthPeople:
    """First appearances in a month, in the order of place and day: the day, the month before (its first day; before all time where there is none), and how many."""

    places: Mapping[CellPlace, slice]
    days: np.ndarray
    former: np.ndarray
    numbers: np.ndarray

    def count(self, rows: slice, windows: Windows) -> np.ndarray:
        """Return how many different ones a place has in each window, which begins with a month."""
        days, former, numbers = self.days[rows], self.former[rows], self.numbers[rows]
        begins, ends = np.searchsorted(days, windows.first, "left"), np.searchsorted(days, windows.last, "right")
        stretches = zip(begins.tolist(), ends.tolist(), windows.first, strict=True)
        return np.array([numbers[begin:end] @ (former[begin:end] < first) for begin, end, first in stretches], np.int64)


@dataclass(frozen=True)
class MonthPeopleQuestion(RowsQuestion[MonthPeople]):
    """On which days of which months those first appear whom a part counts as different."""

    source: CellSource
    part: CellPart

    @property
    def query(self) -> CommunityQuery:
        """The query for the place, the first day in a month, the month before, and how many appearances are alike."""
        source, place = self.source, "community, category, strand"
        first = f"date_trunc('month', {source.on}) as month, min(cast({source.on} as date)) as day"
        rows, keys = different_rows(source, self.part, first)
        return CommunityQuery(
            source.table,
            f"with appearance as ({rows}),\n"
            f"seen as (select {place}, list_sort(list(day)) as days from appearance group by {place}{keys}),\n"
            f"step as (\n"
            f"    select {place}, unnest(days) as day, unnest(list_prepend(null, days[:-2])) as former from seen)\n"
            f"select {place}, day, {NO_DAY} as ends, cast(date_trunc('month', former) as date) as former, {NO_THING} as thing,\n"
            f"       [cast(count(*) as double)] as numbers\n"
            f"from step group by 1, 2, 3, 4, 6",
        )

    def answer(self, table: pa.Table) -> MonthPeople:
        """Return the appearances that rows of the query tell."""
        return MonthPeople(
            places=slices_by_place(table),
            days=day_numbers(table["day"]),
            former=former_days(table),
            numbers=whole_count(table),
        )


def month_people(build: Build, source: CellSource, part: CellPart) -> MonthPeople:
    """Return the appearances of what a part counts as different, which are read once a build."""
    return learned(build, MonthPeopleQuestion(source, part))


def former_days(table: pa.Table) -> np.ndarray:
    """Return the former days of an answer, before all days where there is none."""
    return np.where(np.asarray(table["former"].is_null()), BEFORE_ALL, day_numbers(table["former"]))


def whole_count(table: pa.Table) -> np.ndarray:
    """Return the one number of each row of an answer."""
    return np.asarray(pc.list_flatten(table["numbers"])).astype(np.int64)


def different_rows(source: CellSource, part: CellPart, days: str) -> tuple[str, str]:
    """Return the query for the different rows of a part, by some columns of days, and the names of its keys, each behind a comma."""
    columns = part.parsed.columns
    named = {f"key_{number}": column for number, column in enumerate(columns)}  # a column may be that of a place, too
    is_counted = f"{columns[0]} is not null" if len(columns) == 1 else ""
    within = " and ".join(filter(None, (f"{source.on} is not null", part.condition, is_counted)))
    own = "".join(f", {column} as {key}" for key, column in named.items())
    query = f"select {source.place_columns}, {days}{own} from {source.table} where {within} group by all"
    return query, "".join(f", {key}" for key in named)
