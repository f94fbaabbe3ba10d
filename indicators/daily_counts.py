"""Counts an aggregate day by day and community by community, in whatever months were reported."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators import tables
from indicators.cells.appearances import AppearancesQuestion
from indicators.cells.day_cells import DayCells, DaysQuestion, day_cells, is_held
from indicators.cells.part import CellPart
from indicators.cells.question import NO_DAY, NO_THING, RowsQuestion, learned
from indicators.cells.source import CellPlace, CellSource, day_number, day_numbers, slices_by_place
from indicators.model import Aggregate
from indicators.strand_choice import takes_strands
from warehouse.build import Build
from warehouse.cell_files import CommunityQuery, Shortcut, answer_name

NO_DAYS = np.array([], np.int32)


@dataclass(frozen=True)
class DayCounts:
    """Days in their order, as numbers, and how many are counted on each: all but 0."""

    days: np.ndarray
    numbers: np.ndarray

    @classmethod
    def of(cls, counts: Mapping[date, float]) -> Self:
        """Return the counts of days."""
        days = sorted(counts)
        return cls(np.array([day_number(day) for day in days]), np.array([counts[day] for day in days]))

    @classmethod
    def together(cls, parts: Sequence["DayCounts"]) -> "DayCounts":
        """Return the sums of counts, day by day."""
        if len(parts) == 1:
            return parts[0]
        days, places = np.unique(np.concatenate([part.days for part in parts]), return_inverse=True)
        return cls(days, np.bincount(places, np.concatenate([part.numbers for part in parts]), len(days)))


@dataclass(frozen=True)
class CountsByDay:
    """How many are counted in several places before each of some days and after the last, and on how many days: places × days and one more."""

    days: np.ndarray
    totals: np.ndarray
    steps: np.ndarray

    @classmethod
    def of(cls, days: np.ndarray, numbers: np.ndarray) -> Self:
        """Return the counts of numbers a day: places × days."""
        shape = len(numbers), len(days) + 1
        totals, steps = np.zeros(shape), np.zeros(shape, np.int32)
        numbers.cumsum(axis=1, out=totals[:, 1:])
        (numbers != 0).cumsum(axis=1, out=steps[:, 1:])
        return cls(days, totals, steps)

    @classmethod
    def of_places(cls, places: Sequence[Sequence[DayCounts]]) -> Self:
        """Return the counts of places, the parts of each added up."""
        days = np.unique(np.concatenate([NO_DAYS, *(part.days for parts in places for part in parts)]))
        numbers = np.zeros((len(places), len(days)))
        for place, parts in enumerate(places):
            for part in parts:
                numbers[place, np.searchsorted(days, part.days)] += part.numbers
        return cls.of(days, numbers)

    def columns(self, days: Sequence[date]) -> np.ndarray:
        """Return the columns at the end of some days."""
        wanted = np.array([day_number(day) for day in days], np.int64)
        return np.searchsorted(self.days, wanted, "right")


@dataclass(frozen=True)
class CountedRows:
    """The rows that an aggregate counts, placed by its date; less those of `without` where that is given."""

    aggregate: Aggregate
    without: Aggregate | None = None


@dataclass(frozen=True)
class DailyQuestion(RowsQuestion[list[tuple[CellPlace, DayCounts]]]):
    """Rows to be counted day by day, and what splits them."""

    rows: CountedRows
    source: CellSource

    @classmethod
    def of(cls, rows: CountedRows, category: str | None, strands: Sequence[str]) -> Self:
        """Return the question for rows that a category may split and a choice of strands narrow down."""
        table = rows.aggregate.table
        split = category if category in tables.groups_of(table) else None
        is_narrowed = bool(strands) and takes_strands(table)
        return cls(rows, CellSource(table, rows.aggregate.on, None, split, is_narrowed))

    @property
    def parts(self) -> tuple[CellPart, ...]:
        """What is counted, and what is taken off."""
        return tuple(CellPart.of(each) for each in (self.rows.aggregate, self.rows.without) if each)

    @property
    def is_held(self) -> bool:
        """Whether day cells hold the numbers; they do not hold different people a day."""
        return all(is_held(part, self.source.table) for part in self.parts)

    @property
    def rows_question(self) -> "DailyQuestion | DaysQuestion":
        """The question that is asked of the build: this one, or that for the day cells which hold its numbers."""
        return DaysQuestion(self.source) if self.is_held else self

    @property
    def query(self) -> CommunityQuery:
        """The query for the different people a day: the place, the day and how many."""
        source = self.source
        number = " - ".join(f"coalesce({part.sql}, 0)" for part in self.parts)
        return CommunityQuery(
            source.table,
            f"select {source.place_columns}, cast({source.on} as date) as day, {NO_DAY} as ends,\n"
            f"       {NO_DAY} as former, {NO_THING} as thing, [cast({number} as double)] as numbers\n"
            f"from {source.table} where {source.on} is not null\ngroup by 1, 2, 3, 4",
            self._shortcut,
        )

    @property
    def _shortcut(self) -> Shortcut | None:
        """How the numbers of different people a day, in no split, follow from their appearances."""
        source = self.source
        if source.category or source.by_strand or not all(part.parsed.is_distinct for part in self.parts):
            return None
        people = [AppearancesQuestion(source, part).by_day for part in self.parts]
        each = (
            f"left join (select community, day, sum(numbers[1]) as number from {answer_name(place)} group by 1, 2)"
            f" as part_{place} using (community, day)\n"
            for place, _ in enumerate(people, 1)
        )
        number = " - ".join(f"coalesce(part_{place}.number, 0)" for place, _ in enumerate(people, 1))
        return Shortcut(
            (DaysQuestion(source).query, *people),
            f"select community, category, strand, day, ends, former, thing, [{number}] as numbers\n"
            f"from {answer_name(0)}\n{''.join(each)}",
        )

    def answer(self, table: pa.Table) -> list[tuple[CellPlace, DayCounts]]:
        """Return the counts that rows of the query tell."""
        days, numbers = day_numbers(table["day"]), np.asarray(pc.list_flatten(table["numbers"]))
        return [(place, _without_zeros(days[rows], numbers[rows])) for place, rows in slices_by_place(table).items()]


def daily_counts(
    build: Build, rows: CountedRows, category: str | None, strands: Sequence[str]
) -> dict[tuple[str, str | None], DayCounts]:
    """Return {(community, category): its counts}; the category is None unless the table is split by that column."""
    question = DailyQuestion.of(rows, category, strands)
    counts: dict[tuple[str, str | None], list[DayCounts]] = {}
    for (community, name, strand), of_place in _by_place(build, question):
        if not question.source.by_strand or strand in strands:
            counts.setdefault((community, name), []).append(of_place)
    return {place: DayCounts.together(parts) for place, parts in counts.items()}


def _by_place(build: Build, question: DailyQuestion) -> Iterator[tuple[CellPlace, DayCounts]]:
    if not question.is_held:
        yield from learned(build, question)
        return
    cells = day_cells(build, question.source)
    numbers = _numbers(cells, question.parts[0])
    for part in question.parts[1:]:
        numbers = numbers - _numbers(cells, part)
    for place, place_rows in cells.places.items():
        yield place, _without_zeros(cells.days[place_rows], numbers[place_rows])


def _numbers(cells: DayCells, part: CellPart) -> np.ndarray:
    column = cells.columns[part]
    return column.numbers.values / column.scale


def _without_zeros(days: np.ndarray, numbers: np.ndarray) -> DayCounts:
    return DayCounts(days[numbers != 0], numbers[numbers != 0])
