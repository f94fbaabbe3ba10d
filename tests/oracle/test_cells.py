"""Figures made of cells are those that the rows give, for every indicator, grain, category and window."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import product
from math import isclose, isnan
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from indicators import aggregates, tables
from indicators.aggregate_value import ValueKey
from indicators.aggregates import aggregates_by_query
from indicators.catalogue import catalogue
from indicators.cells import values as cells
from indicators.cells.appearances import AppearancesQuestion
from indicators.cells.cell_question import CellQuestion, can_count
from indicators.cells.part import CellPart
from indicators.cells.question import learned
from indicators.cells.selection import Windows
from indicators.cells.source import CellSource
from indicators.counted_values import CountedColumns
from indicators.grouping import GRAINS, Grouping, Window
from indicators.model import NOTHING_LEFT_OUT, Filters, Indicator, LeftOut, Period
from indicators.periods import month_end, split
from indicators.reported_cells import Reports
from indicators.strand_choice import narrowed_to
from tests.support.shards import left_in_shards
from warehouse import communities
from warehouse.build import Build, build_in_memory
from warehouse.ledgers import ledgers_sent

STRANDS = ("为老服务", "儿童服务")
YEARS = (date(2025, 1, 1), date(2026, 12, 31))


TABLES = sorted({indicator.numerator.table for indicator in catalogue().values()})


def counting(table: str) -> list[Indicator]:
    """Return the indicators whose numerator is counted in a table."""
    return [indicator for indicator in catalogue().values() if indicator.numerator.table == table]


def groupings(table: str, windows: Sequence[Window] = ()) -> list[Grouping]:
    """Return every way to split the figures of some windows by community and category."""
    return [
        Grouping(None, *split, tuple(windows)) for split in product((False, True), (None, *tables.groups_of(table)))
    ]


def windows_of_every_grain(from_on: date, to_on: date) -> list[Window]:
    """Return the months, quarters and years of a window, and itself; rows count them all by one query."""
    parts = (period for grain in GRAINS for period in split(from_on, to_on, grain))
    return [(from_on, to_on), *((period.from_on, period.to_on) for period in parts)]


def is_equal(counted: Mapping[str, float | None], expected: Mapping[str, Any]) -> bool:
    """Return whether two rows have the same columns and numbers, to a tenth of a cent: numbers of doubles are added in another order."""
    return counted.keys() == expected.keys() and all(
        number == expected[column]
        or (None not in (number, expected[column]) and isclose(number, expected[column], rel_tol=0, abs_tol=0.001))
        for column, number in counted.items()
    )


def rows_told(counted: CountedColumns) -> dict[ValueKey, dict[str, float | None]]:
    """Return by period, community and category the numbers of each column, where there are rows."""
    return {
        (period, *group): {
            name: None if isnan(of[row, period]) else of[row, period] for name, of in counted.numbers.items()
        }
        for group, row in counted.groups.items()
        for period in np.flatnonzero(counted.has_rows[row]).tolist()
    }


def assert_equal(
    builds: Sequence[Build],
    indicators: Sequence[Indicator],
    filters: Filters,
    grouping: Grouping,
    left_out: LeftOut = NOTHING_LEFT_OUT,
) -> set[str]:
    """Assert that the cells of all builds say what the rows of the first say; return the indicators of which cells could count a side."""
    held: set[str] = set()
    rows_of = builds[0]
    reports = Reports.read(rows_of, indicators, filters.communities, grouping.category)
    by_query = aggregates_by_query(indicators, grouping, dict.fromkeys(catalogue(), left_out))
    for placing, named in by_query.items():
        periods = tuple(grouping.periods(filters, placing.span))
        sides = catalogue()[named[0].indicator].aggregates
        if filters.strands:
            sides = narrowed_to(catalogue()[named[0].indicator], filters.strands).aggregates
        question = CellQuestion(
            placing, periods, filters.communities, filters.strands, reports.of_aggregates(sides, periods, left_out)
        )
        counted = [aggregate for aggregate in named if can_count(aggregate.aggregate, question)]
        if counted:
            by_rows = rows_told(aggregates._counted_rows(rows_of, placing, counted, filters, grouping))
            for build in builds:
                by_cells = rows_told(cells.counted_cells(build, question, counted))
                assert by_cells.keys() == by_rows.keys()
                assert {key: row for key, row in by_rows.items() if not is_equal(by_cells[key], row)} == {}
            held |= {aggregate.indicator for aggregate in counted}
    return held


@pytest.fixture(scope="module")
def builds(build: Build, sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Build, Build]:
    """The build of the sample, whose cells are counted in memory, and one whose cells lie beside the rows in its shards."""
    stored = left_in_shards(sample_folder, tmp_path_factory.mktemp("stored"), TABLES)
    return build, stored


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_rows_only_where_some_ledger_behind_it_was_sent(build: Build, table: str) -> None:
    ((rows,),) = build.rows(f"select count(*) from {table}")
    assert bool(rows) != ledgers_sent(build).isdisjoint(tables.records_of(table))


@pytest.mark.parametrize("table", TABLES)
def test_cells_say_what_the_rows_say(builds: tuple[Build, Build], table: str) -> None:
    filters, indicators = Filters(communities.names(builds[0]), *YEARS), counting(table)
    ways = groupings(table, windows_of_every_grain(*YEARS))
    held = set[str]().union(*(assert_equal(builds, indicators, filters, grouping) for grouping in ways))
    assert held == {indicator.id for indicator in indicators}


@pytest.mark.parametrize("table", TABLES)
def test_cells_say_what_the_rows_say_of_any_days_communities_and_strands(
    builds: tuple[Build, Build], table: str
) -> None:
    chance = random.Random(table)
    for begins_with_month in (True, False) * 2:
        first = date(2021, 1, 1) + timedelta(chance.randrange(2000))
        first = first.replace(day=1) if begins_with_month else first
        chosen = chance.sample(communities.names(builds[0]), chance.randint(1, 6))
        strands = chance.choice(((), STRANDS[:1], STRANDS))
        filters = Filters(tuple(chosen), first, first + timedelta(chance.randrange(700)), strands)
        windows = windows_of_every_grain(filters.from_on, filters.to_on)
        narrowed = [narrowed_to(indicator, strands) for indicator in counting(table)]
        assert_equal(builds, narrowed, filters, chance.choice(groupings(table, windows)))


@pytest.mark.parametrize("table", TABLES)
def test_cells_leave_out_the_months_that_rows_leave_out(builds: tuple[Build, Build], table: str) -> None:
    names = communities.names(builds[0])
    at_the_end = frozenset({(names[0], date(2024, 12, 1)), *((name, date(2023, 1, 1)) for name in names[2:])})
    filters = Filters(names, date(2023, 1, 1), date(2024, 12, 10))
    for months in (at_the_end, at_the_end | {(names[0], date(2024, 3, 1))}):
        for grouping in (Grouping(), Grouping("quarter", True), Grouping("year")):
            assert_equal(builds, counting(table), filters, grouping, LeftOut(months, frozenset({names[1]})))


def test_whoever_comes_back_is_counted_once_in_any_stretch_of_days() -> None:
    """Ada comes in January and March, Bo in March: by hand 1, 0, 2, and 2 from January to March; up to the day before Bo comes 1."""
    rows = pa.table(
        {
            "community": ["甲"] * 4,
            "held_on": [date(2025, 1, 5), date(2025, 1, 9), date(2025, 3, 2), date(2025, 3, 3)],
            "person_key": ["ada", "ada", "ada", "bo"],
        }
    )
    build = build_in_memory("hand", {"participation": rows})
    source, part = CellSource("participation", "held_on"), CellPart("count(distinct person_key)")
    people, by_day = (learned(build, AppearancesQuestion(source, part, first)) for first in ("month", "day"))
    stretches = [(1, 1), (2, 2), (3, 3), (1, 3), (2, 3)]
    windows = [Period("", date(2025, a, 1), month_end(date(2025, b, 1))) for a, b in stretches]
    windows += [Period("", date(2025, month, 1), date(2025, 3, day)) for month, day in ((3, 1), (3, 2), (1, 2), (2, 3))]
    (place,) = people.places.values()
    assert people.count(place, Windows.of(windows)).tolist() == [1, 0, 2, 2, 2, 0, 1, 1, 2]
    windows += [
        Period("", date(2025, *a), date(2025, *b)) for a, b in (((1, 6), (3, 2)), ((1, 10), (3, 3)), ((3, 3), (3, 3)))
    ]
    (place,) = by_day.places.values()
    assert by_day.count(place, Windows.of(windows)).tolist() == [1, 0, 2, 2, 2, 0, 1, 1, 2, 1, 2, 1]
