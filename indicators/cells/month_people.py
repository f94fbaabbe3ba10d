"""How many different people, goods or teams there are in any stretch of whole months, without a look at who they are.

Whoever appears in a month is counted with the month of the appearance before. Of those in a stretch of months, each has exactly one
appearance whose former one lies before the stretch (or is none); so their number is the number of such appearances.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from indicators.cells.part import CellPart
from indicators.cells.selection import Windows
from indicators.cells.source import CellPlace, CellSource, day_numbers, learn_together, learned, slices_by_place
from warehouse.build import Build
from warehouse.cell_files import CommunityQuery

BEFORE_ALL = np.int32(-(2**30))  # a day before all others


@dataclass(frozen=True)
class MonthPeople:
    """Appearances in the order of place: their month and the one before (its first day; before all time where there is none), and how many."""

    places: Mapping[CellPlace, slice]
    months: np.ndarray
    former: np.ndarray
    numbers: np.ndarray

    def count(self, rows: slice, windows: Windows) -> np.ndarray:
        """Return how many different ones a place has in each window of whole months."""
        months, former = self.months[rows], self.former[rows]
        first, last = windows.first[:, None], windows.last[:, None]
        return ((months >= first) & (months <= last) & (former < first)) @ self.numbers[rows]


Counted = tuple[CellSource, CellPart]


def learn_month_people(build: Build, questions: Iterable[Counted]) -> None:
    """Read the appearances of several parts by one query, those that were not read before."""
    learn_together(build, questions, people_query, _month_people)


def month_people(build: Build, source: CellSource, part: CellPart) -> MonthPeople:
    """Return the appearances of what a part counts as different, which are read once a build."""
    return learned(build, (source, part), people_query, _month_people)


def _month_people(_question: Counted, table: pa.Table) -> MonthPeople:
    return MonthPeople(
        places=slices_by_place(table),
        months=day_numbers(table["month"]),
        former=np.where(np.asarray(table["former"].is_null()), BEFORE_ALL, day_numbers(table["former"])),
        numbers=np.asarray(table["number"]).astype(np.int64),
    )


def people_query(question: Counted) -> CommunityQuery:
    """Return the query for the appearances of a part: the place, the month, the one before, and how many are alike."""
    source, part = question
    rows, keys = different_rows(source, part, f"cast(date_trunc('month', {source.on}) as date) as month")
    place = "community, category, strand"
    return CommunityQuery(
        source.table,
        f"with appearance as ({rows}),\n"
        f"seen as (select {place}, list_sort(list(month)) as months from appearance group by {place}{keys}),\n"
        f"step as (\n"
        f"    select {place}, unnest(months) as month, unnest(list_prepend(null, months[:-2])) as former from seen)\n"
        f"select {place}, month, former, count(*) as number from step group by 1, 2, 3, 4, 5",
    )


def different_rows(source: CellSource, part: CellPart, days: str) -> tuple[str, str]:
    """Return the query for the different rows of a part, with some columns of days, and the names of its keys, each behind a comma."""
    columns = part.parsed.columns
    named = {f"key_{number}": column for number, column in enumerate(columns)}  # a column may be that of a place, too
    is_counted = f"{columns[0]} is not null" if len(columns) == 1 else ""
    within = " and ".join(filter(None, (f"{source.on} is not null", part.condition, is_counted)))
    own = "".join(f", {column} as {key}" for key, column in named.items())
    query = f"select distinct {source.place_columns}, {days}{own} from {source.table} where {within}"
    return query, "".join(f", {key}" for key in named)
