"""How many different people, goods or teams there are in any stretch of days, without a look at who they are.

Whoever appears on a day is counted with the day of the appearance before. Of those in a stretch, each has exactly one appearance there
whose former one lies before the stretch (or is none); so their number is the number of those. Most stretches begin with a month: for
them the first appearances in each month suffice, with the month of the one before, of which there are a tenth.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators.cells.day_cells import DayNumbers
from indicators.cells.part import CellPart
from indicators.cells.place_days import PlaceDays
from indicators.cells.question import NO_DAY, NO_THING, RowsQuestion
from indicators.cells.selection import Windows
from indicators.cells.source import CellPlace, CellSource, day_numbers, slices_by_place
from indicators.model import Period
from warehouse.cell_files import CommunityQuery, Restriction, Shortcut, answer_name

StretchKind = Literal["month", "day"]
BEFORE_ALL = np.int32(-(2**30))  # a day before all others
NOBODY = slice(0, 0)


@dataclass(frozen=True)
class Appearances:
    """First appearances in a month or on a day, in the order of place and day: the day, the month or day before (its first day; before all time where there is none), and how many."""

    places: Mapping[CellPlace, slice]
    days: np.ndarray
    former: np.ndarray
    numbers: np.ndarray
    are_by_month: bool = False

    def of_place(self, place: CellPlace) -> "Appearances":
        """Return those of a place alone."""
        rows = self.places[place]
        alone = {place: slice(0, rows.stop - rows.start)}
        return Appearances(alone, self.days[rows], self.former[rows], self.numbers[rows], self.are_by_month)

    def counts(self, places: Sequence[CellPlace], windows: Sequence[Windows]) -> np.ndarray:
        """Return how many different ones there are of each place in its own windows: places × windows."""
        if self.are_by_month and all(windows_of_place is windows[0] for windows_of_place in windows):
            return self._counts_by_month(places, windows[0])
        rows = (self.places.get(place, NOBODY) for place in places)
        return np.array([self.count(each, own) for each, own in zip(rows, windows, strict=True)])

    def _counts_by_month(self, places: Sequence[CellPlace], windows: Windows) -> np.ndarray:
        """Return the same of all places at once, whose windows are the same."""
        begins = self._place_days.begins(places, windows.first)
        ends = np.maximum(begins, self._place_days.ends(places, windows.last))
        counts: np.ndarray = self._totals[ends] - self._totals[begins]
        for window in np.flatnonzero(~windows.lie_in_months).tolist():
            counts[:, window] = self._first_since(windows.first[window], begins[:, window], ends[:, window])
        return counts

    def _first_since(self, since: np.int32, begins: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """Return how many of each of some stretches of rows come for the first time since a day."""
        lengths = ends - begins
        behind = np.cumsum(lengths)
        rows = np.arange(lengths.sum()) + np.repeat(begins - (behind - lengths), lengths)
        totals = DayNumbers(np.where(self.former[rows] < since, self.numbers[rows], 0)).totals
        first: np.ndarray = totals[behind] - totals[behind - lengths]
        return first

    @cached_property
    def _place_days(self) -> PlaceDays:
        return PlaceDays(self.places, self.days)

    @cached_property
    def _totals(self) -> np.ndarray:
        return DayNumbers(self.numbers).totals

    def count(self, rows: slice, windows: Windows) -> np.ndarray:
        """Return how many different ones a place has in each window, which begins with a month or a day."""
        days, former, numbers = self.days[rows], self.former[rows], self.numbers[rows]
        begins, ends = np.searchsorted(days, windows.first, "left"), np.searchsorted(days, windows.last, "right")
        totals = DayNumbers(numbers).totals
        counts: np.ndarray = totals[np.maximum(begins, ends)] - totals[begins]
        # The first appearances in a month are all of different ones; in a longer window some came in a month before.
        for window in np.flatnonzero(~windows.lie_in_months if self.are_by_month else begins < ends).tolist():
            stretch = slice(begins[window], ends[window])
            counts[window] = numbers[stretch] @ (former[stretch] < windows.first[window])
        return counts


@dataclass(frozen=True)
class AppearancesQuestion(RowsQuestion[Appearances]):
    """On which days of each month (or on which days) those first appear whom a part counts as different."""

    source: CellSource
    part: CellPart
    first_of: StretchKind = "month"

    @property
    def query(self) -> CommunityQuery:
        """The query for the place, the day, the month before, and how many appearances are alike; by day one row tells all of a day."""
        return _listed_by_day(self.by_day) if self.first_of == "day" else _first_of_months(self.by_day)

    @property
    def by_day(self) -> CommunityQuery:
        """The query for the appearances on each day: the place, the day, the day before, and how many are alike."""
        source, place = self.source, self.source.telling_columns
        rows, keys = counted_rows(source, self.part, f"cast({source.on} as date) as day")
        return CommunityQuery(
            source.table,
            f"with appearance as ({rows}),\n"
            f"seen as (select {place}, list_sort(list(day)) as days from appearance group by {place}{keys}),\n"
            f"step as (\n"
            f"    select {place}, unnest(days) as day, unnest(list_prepend(null, days[:-2])) as former from seen)\n"
            f"select {source.told_columns}, day, {NO_DAY} as ends, former, {NO_THING} as thing, [cast(count(*) as double)] as numbers\n"
            f"from step where former is null or former < day group by {place}, day, former",
            restriction=self._restriction,
        )

    @property
    def _restriction(self) -> Restriction | None:
        if not self.part.condition:
            return None
        unrestricted = replace(self, part=replace(self.part, condition=""))
        return Restriction(self.part.condition, unrestricted.by_day)

    def answer(self, table: pa.Table) -> Appearances:
        """Return the appearances that rows of the query tell."""
        if self.first_of == "day":
            return _listed_appearances(table)
        return Appearances(
            places=slices_by_place(table),
            days=day_numbers(table["day"]),
            former=former_days(table),
            numbers=whole_count(table),
            are_by_month=True,
        )


def stretches_needed(periods: Iterable[Period]) -> StretchKind:
    """Return whose first appearances tell who is in periods: those of months, a tenth of those of days, unless one begins within a month."""
    return "month" if all(period.from_on.day == 1 for period in periods) else "day"


def _first_of_months(by_day: CommunityQuery) -> CommunityQuery:
    """Return the query that leaves of appearances by day the first ones in each month."""
    return _from_days(
        by_day,
        f"select community, category, strand, day, ends, cast(date_trunc('month', former) as date) as former, thing,\n"
        f"       [sum(numbers[1])] as numbers\n"
        f"from {answer_name(0)} where former is null or former < date_trunc('month', day) group by 1, 2, 3, 4, 5, 6, 7",
    )


def _listed_by_day(by_day: CommunityQuery) -> CommunityQuery:
    """Return the query that puts the appearances of a day into one row: how many days before they came (0: never), and how many did so.

    A row for each day before is a dozen times as many, of which most columns say the same.
    """
    return _from_days(
        by_day,
        f"select community, category, strand, day, ends, {NO_DAY} as former, thing,\n"
        f"       flatten(list([cast(coalesce(day - former, 0) as double), numbers[1]] order by former)) as numbers\n"
        f"from {answer_name(0)} group by 1, 2, 3, 4, 5, 6, 7",
    )


def _from_days(by_day: CommunityQuery, sql: str) -> CommunityQuery:
    """Return the query that asks the answer of appearances by day, which is taken as it is stored where it is."""
    return CommunityQuery(by_day.table, f"with {answer_name(0)} as ({by_day.sql})\n{sql}", Shortcut((by_day,), sql))


def _listed_appearances(table: pa.Table) -> Appearances:
    """Return the appearances of rows which list those of a day."""
    before, numbers = np.asarray(pc.list_flatten(table["numbers"])).astype(np.int32).reshape(-1, 2).T
    lengths = np.asarray(pc.list_value_length(table["numbers"])) // 2
    ends = np.concatenate(([0], np.cumsum(lengths))).tolist()
    days = np.repeat(day_numbers(table["day"]), lengths)
    return Appearances(
        places={place: slice(ends[rows.start], ends[rows.stop]) for place, rows in slices_by_place(table).items()},
        days=days,
        former=np.where(before, days - before, BEFORE_ALL),
        numbers=numbers.astype(np.int64),
    )


def former_days(table: pa.Table) -> np.ndarray:
    """Return the former days of an answer, before all days where there is none."""
    return np.where(np.asarray(table["former"].is_null()), BEFORE_ALL, day_numbers(table["former"]))


def whole_count(table: pa.Table) -> np.ndarray:
    """Return the one number of each row of an answer."""
    return np.asarray(pc.list_flatten(table["numbers"])).astype(np.int64)


def counted_rows(source: CellSource, part: CellPart, days: str) -> tuple[str, str]:
    """Return the query for the rows of a part, with some columns of days, and the names of its keys, each behind a comma."""
    columns = part.parsed.columns
    named = {f"key_{number}": column for number, column in enumerate(columns)}  # a column may be that of a place, too
    is_counted = f"{columns[0]} is not null" if len(columns) == 1 else ""
    within = " and ".join(filter(None, (f"{source.on} is not null", part.condition, is_counted)))
    own = "".join(f", {column} as {key}" for key, column in named.items())
    query = f"select {source.place_columns}, {days}{own} from {source.table} where {within}"
    return query, "".join(f", {key}" for key in named)
