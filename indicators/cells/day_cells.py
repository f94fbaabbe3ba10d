"""Sums and counts of a table for each day, community and category, from which those of any window follow."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators.cells.part import CellPart, declared_parts
from indicators.cells.place_days import PlaceDays
from indicators.cells.question import NO_DAY, NO_THING, RowsQuestion, learned
from indicators.cells.source import CellPlace, CellSource, day_numbers, named_column, slices_by_place
from indicators.strand_choice import takes_strands
from indicators.tables import groups_of
from warehouse.build import Build
from warehouse.cell_files import CommunityQuery, Shortcut, answer_name

SCALES = (1, 100, 10_000)  # money has two digits behind the point, hours and quantities seldom more than four
CLOSE = 1e-6
MOST_WHOLE = 2.0**63  # the sum of a column from which on whole numbers no longer hold it


@dataclass(frozen=True)
class DayNumbers:
    """Numbers by day."""

    values: np.ndarray

    @cached_property
    def totals(self) -> np.ndarray:
        """The sums of all numbers before each place of the order: what lies between two places is their difference."""
        return np.concatenate(([0], np.cumsum(self.values)))


@dataclass(frozen=True)
class DayColumn:
    """One part by day: `numbers` × `scale` as whole ones, so that sums are exact to the cent; as they are at scale 1 where they are none.

    `known` counts the rows that state a quantity, None where every row does.
    """

    numbers: DayNumbers
    scale: int
    known: DayNumbers | None


class DayColumns(Mapping[CellPart, DayColumn]):
    """The columns of parts; each is made of the numbers of its rows when it is first read, since a page reads few of them."""

    def __init__(self, parts: Sequence[CellPart], numbers: np.ndarray) -> None:
        """Take the numbers of rows: of each part, then how many rows state each sum."""
        sums = [part for part in parts if _is_sum(part)]
        self._numbers = dict(zip(parts, numbers.T, strict=False))
        self._known = dict(zip(sums, numbers.T[len(parts) :], strict=True))
        self._made: dict[CellPart, DayColumn] = {}

    def __getitem__(self, part: CellPart) -> DayColumn:
        if part not in self._made:
            known = self._known.get(part)
            self._made[part] = _column(part, self._numbers[part], None if known is None else known.astype(np.int64))
        return self._made[part]

    def __iter__(self) -> Iterator[CellPart]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


@dataclass(frozen=True)
class DayCells:
    """The cells of a source in the order of place and day: the rows of each place, their days, ends and parts."""

    places: Mapping[CellPlace, slice]
    days: np.ndarray
    ends: np.ndarray
    columns: Mapping[CellPart, DayColumn]

    @cached_property
    def place_days(self) -> PlaceDays:
        """The days of the rows, to be found in all places at once."""
        return PlaceDays(self.places, self.days)


@dataclass(frozen=True)
class DaysQuestion(RowsQuestion[DayCells]):
    """What the rows of a source come to on each day."""

    source: CellSource

    @property
    def query(self) -> CommunityQuery:
        """The query for a list of the parts and how many rows state each sum, for each place and pair of days."""
        return CommunityQuery(self.source.table, self._sql(self.source.place_columns, 3), self._shortcut)

    def _sql(self, place_columns: str, places: int) -> str:
        """Return the SQL that counts by so many columns of a place, and by pair of days."""
        source, parts = self.source, _parts(self.source.table)
        expressions = [part.sql for part in parts] + [part.known_sql for part in parts if _is_sum(part)]
        listed = ", ".join(f"cast({expression} as double)" for expression in expressions)
        ends = f"cast({source.until} as date)" if source.until else NO_DAY
        return (
            f"select {place_columns}, cast({source.on} as date) as day, {ends} as ends,\n"
            f"       {NO_DAY} as former, {NO_THING} as thing, [{listed}] as numbers\n"
            f"from {source.table} where {source.on} is not null\n"
            f"group by {', '.join(map(str, range(1, places + 3)))}"
        )

    @property
    def _shortcut(self) -> Shortcut | None:
        """How the numbers of any split, and of none, follow from those of all splits at once, for which the rows are read."""
        source, splits = self.source, split_columns(self.source.table)
        if not splits:
            return None
        named = "".join(f", {named_column(column)} as by_{column}" for column in splits)
        parts = _parts(source.table)
        functions = [part.parsed.function if part.parsed.is_extreme else "sum" for part in parts]
        functions += ["sum" for part in parts if _is_sum(part)]
        numbers = ", ".join(f"{function}(numbers[{place}])" for place, function in enumerate(functions, 1))
        category = f"by_{source.category}" if source.category else "null"
        return Shortcut(
            (CommunityQuery(source.table, self._sql(f"community{named}", 1 + len(splits))),),
            f"select community, {category} as category, {'by_strand' if source.by_strand else 'null'} as strand,\n"
            f"       day, ends, former, thing, [{numbers}] as numbers\nfrom {answer_name(0)} group by 1, 2, 3, 4, 5, 6, 7",
        )

    @property
    def alike(self) -> "list[DaysQuestion]":
        """The question for each category: who splits a table by one soon splits it by the others."""
        categories = groups_of(self.source.table) if self.source.category else ()
        return [self, *(DaysQuestion(replace(self.source, category=category)) for category in categories)]

    def answer(self, table: pa.Table) -> DayCells:
        """Return the cells that rows of the query make."""
        parts = _parts(self.source.table)
        flat = pc.list_flatten(table["numbers"]).to_numpy()  # nan where there is none
        width = len(parts) + sum(map(_is_sum, parts))
        return DayCells(
            places=slices_by_place(table),
            days=day_numbers(table["day"]),
            ends=day_numbers(table["ends"]),
            columns=DayColumns(parts, flat.reshape(table.num_rows, width)),
        )


def split_columns(table: str) -> list[str]:
    """Return the columns by which cells of a table may be split."""
    return [*dict.fromkeys([*groups_of(table), *(["strand"] if takes_strands(table) else [])])]


def day_cells(build: Build, source: CellSource) -> DayCells:
    """Return the cells of a source, which are read once a build."""
    return learned(build, DaysQuestion(source))


def is_held(part: CellPart, table: str) -> bool:
    """Return whether day cells hold a part: one that was declared when the cells were made, and no distinct things."""
    return part in _parts(table)


@cache
def _parts(table: str) -> tuple[CellPart, ...]:
    return tuple(part for part in declared_parts(table) if not part.parsed.is_distinct)


def _is_sum(part: CellPart) -> bool:
    return part.parsed.function == "sum"


def _column(part: CellPart, numbers: np.ndarray, known: np.ndarray | None) -> DayColumn:
    if part.parsed.is_extreme:
        return DayColumn(DayNumbers(numbers), 1, None)
    whole, scale = whole_numbers(np.nan_to_num(numbers))
    return DayColumn(DayNumbers(whole), scale, None if known is None else DayNumbers(known))


def whole_numbers(numbers: np.ndarray) -> tuple[np.ndarray, int]:
    """Return numbers as whole ones of the least scale that makes them so; as they are where none does, or their sum is too large."""
    for scale in SCALES:
        scaled = numbers * scale
        if np.abs(scaled).sum() >= MOST_WHOLE:
            break
        if np.all(np.abs(scaled - np.rint(scaled)) <= CLOSE + 1e-15 * np.abs(scaled)):
            return np.rint(scaled).astype(np.int64), scale
    return numbers, 1
