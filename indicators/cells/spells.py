"""How many different people or projects are in force on a day, or on any day of a window, without a look at who they are.

Overlapping rows of one person are joined into a spell, a stretch of days without a break. On a day nobody has two of them; over a
window whoever has several is counted with the first, whose former spell ended before the window.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from indicators.cells.appearances import counted_rows, former_days, whole_count
from indicators.cells.part import CellPart
from indicators.cells.question import NO_THING, RowsQuestion, learned
from indicators.cells.selection import Windows
from indicators.cells.source import CellPlace, CellSource, day_numbers, slices_by_place
from indicators.model import TimeSpan
from warehouse.build import Build
from warehouse.cell_files import CommunityQuery


@dataclass(frozen=True)
class Spells:
    """Spells in the order of place: first day, day on which they end, end of the former one, and how many are alike."""

    places: Mapping[CellPlace, slice]
    first: np.ndarray
    ends: np.ndarray
    former: np.ndarray
    numbers: np.ndarray

    def count(self, rows: slice, span: TimeSpan, windows: Windows) -> np.ndarray:
        """Return how many different ones a place has in force in each window, up to its last day (to_date, state) or on any (any_day)."""
        first, ends, former = self.first[rows], self.ends[rows], self.former[rows]
        begin, last = windows.first[:, None], windows.last[:, None]
        if span == "any_day":
            is_in_force = (first <= last) & (ends >= begin) & (former < begin)
        else:
            is_in_force = (first <= last) & (ends > last)
        return is_in_force @ self.numbers[rows]


@dataclass(frozen=True)
class SpellsQuestion(RowsQuestion[Spells]):
    """When those are in force whom a part counts as different."""

    source: CellSource
    part: CellPart

    @property
    def query(self) -> CommunityQuery:
        """The query that joins what overlaps: a row begins a spell where no earlier one reaches its first day."""
        source, place, never = self.source, "community, category, strand", "date '9999-12-31'"
        until = f"coalesce(cast({source.until} as date), {never})" if source.until else never
        rows, keys = counted_rows(source, self.part, f"cast({source.on} as date) as first, {until} as ends")
        before = f"partition by {place}{keys} order by first, ends rows between unbounded preceding"
        return CommunityQuery(
            source.table,
            f"with interval as ({rows} group by all),\n"
            f"reached as (select *, max(ends) over ({before} and 1 preceding) as reach from interval),\n"
            f"numbered as (\n"
            f"    select *, sum(case when first <= reach then 0 else 1 end) over ({before} and current row) as spell_no from reached),\n"
            f"spell as (select {place}{keys}, min(first) as first, max(ends) as ends from numbered group by {place}{keys}, spell_no),\n"
            f"told as (select {place}, first, ends, lag(ends) over (partition by {place}{keys} order by first) as former from spell)\n"
            f"select {place}, first as day, ends, former, {NO_THING} as thing, [cast(count(*) as double)] as numbers\n"
            f"from told group by 1, 2, 3, 4, 5, 6",
        )

    def answer(self, table: pa.Table) -> Spells:
        """Return the spells that rows of the query tell."""
        return Spells(
            places=slices_by_place(table),
            first=day_numbers(table["day"]),
            ends=day_numbers(table["ends"]),
            former=former_days(table),
            numbers=whole_count(table),
        )


def spells(build: Build, source: CellSource, part: CellPart) -> Spells:
    """Return the spells of what a part counts as different, which are read once a build."""
    return learned(build, SpellsQuestion(source, part))
