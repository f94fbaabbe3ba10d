"""Tiny builds made directly in DuckDB: a few rows per table, derived columns and facts by their own declarations."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from etl import problem
from etl.building.coverage import sorted_months, told_by_cells
from etl.building.insertion import insert_rows
from etl.declarations import facts, intermediate_tables, record_types
from etl.fact import Fact, IntermediateTable
from etl.filled_columns import filled_ledger
from etl.schema import RecordType
from indicators import engine, periods
from indicators.model import Figure, Filters
from warehouse.build import FORMAT, Build

Rows = list[dict[str, Any]]
Reported = Iterable[tuple[str, str, str]]  # (community, record, any day of the month)


def make(
    path: Path,
    rows: Mapping[str, Rows],
    reported: Reported = (),
    last_day: str | None = "2025-12-31",
    first_day: str = "2021-01-01",
) -> Build:
    """Make a build of {record: rows}; months with rows are covered, and those `reported` beside them.

    A row without a community is of 甲; it comes from row 2, 3, … of the sheet 表 of a workbook named after its record.
    """
    contents = (rows, tuple(reported), last_day, first_day)
    path.write_bytes(_made(_Contents(repr(contents), contents)))
    return Build(path)


@dataclass(frozen=True)
class _Contents:
    """What a build is made of, told apart by how it is written."""

    written: str
    parts: tuple[Mapping[str, Rows], Reported, str | None, str] = field(compare=False)


@lru_cache(maxsize=8)  # the next example of a test asks for the build of the one before
def _made(contents: _Contents) -> bytes:
    rows, reported, last_day, first_day = contents.parts
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.duckdb"
        path.write_bytes(_empty_build())
        with duckdb.connect(str(path)) as connection:
            connection.begin()  # one write for all statements
            changed = [_refill(connection, record_types()[id], held) for id, held in rows.items() if held]
            for name, table in _derived().items():
                if _is_made_of(table, changed):
                    connection.execute(f"create or replace table {name} as {table.sql}")
                    changed.append(name)
            _cover(connection, rows, reported)
            _describe(connection, first_day, last_day)
            connection.commit()
        return path.read_bytes()


def only_figure(build: Build, id: str, filters: Filters) -> Figure:
    """Return the only figure of an indicator for the whole window and all communities together."""
    (figure,) = engine.figures(build, [id], filters)
    return figure


@cache
def _empty_build() -> bytes:
    """Return a build of empty tables: a test fills few of them, and to make them all takes most of its time."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.duckdb"
        with duckdb.connect(str(path)) as connection:
            for record in record_types().values():
                _create(connection, record, [])
            for name, table in _derived().items():
                connection.execute(f"create table {name} as {table.sql}")
        return path.read_bytes()


def _refill(connection: duckdb.DuckDBPyConnection, record: RecordType, rows: Rows) -> str:
    connection.execute(f"drop table {record.id}")
    _create(connection, record, rows)
    return record.id


def _derived() -> dict[str, Fact | IntermediateTable]:
    return {**intermediate_tables(), **facts()}


def _is_made_of(derived: Fact | IntermediateTable, tables: Iterable[str]) -> bool:
    """Tell whether the SQL of a derived table names any of these tables."""
    return any(re.search(rf"\b{table}\b", derived.sql) for table in tables)


def _create(connection: duckdb.DuckDBPyConnection, record: RecordType, rows: Rows) -> None:
    stored = {name: kind for column in record.columns for name, kind in column.stored.items()}
    stored |= {"sheet": "varchar", "row_no": "integer", "source_file": "varchar"}
    connection.execute(f"create temp table typed ({', '.join(f'{name} {kind}' for name, kind in stored.items())})")
    place = {"community": "甲", "sheet": "表", "source_file": f"{record.id}.xlsx"}
    _insert(connection, "typed", [{**place, "row_no": number, **row} for number, row in enumerate(rows, 2)])
    extra = "".join(f", cast({derived.sql} as {derived.sql_type}) as {derived.name}" for derived in record.derived)
    connection.execute(f"create table {record.id} as select *{extra} from typed")
    connection.execute("drop table typed")


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Rows) -> None:
    """Insert rows, of which each names what it fills; values of several types in a column are written as texts."""
    names = dict.fromkeys(name for row in rows for name, value in row.items() if value is not None)
    columns = {name: [row.get(name) for row in rows] for name in names}
    for name, values in columns.items():
        if len({type(value) for value in values if value is not None}) > 1:
            columns[name] = [None if value is None else str(value) for value in values]
    insert_rows(connection, f"{table} ({', '.join(columns)})", zip(*columns.values(), strict=True))


def _cover(connection: duckdb.DuckDBPyConnection, rows: Mapping[str, Rows], reported: Reported) -> None:
    covered = {key for record in rows for sheet in _sheets(rows[record]) for key in _covered(record, sheet)}
    covered |= set(_since_first_rows(rows, max((month for *_, month in covered), default="")))
    connection.execute("create table coverage (community varchar, record varchar, month date)")
    covered |= {
        (place, ledger, day[:7] + "-01")
        for place, record, day in reported
        for told in (record, *map(record_types()[record].ledger_with, _counted_by(record)))
        for ledger in (told, filled_ledger(told))
    }
    matched: dict[str, set[str]] = defaultdict(set)
    for row in rows.get("taxonomy", ()):
        matched[row.get("community", "甲")].add(row["matched_on"])
    by_day = [(place, ledger, _day(month)) for place, ledger, month in covered]
    covered |= {(place, ledger, month.isoformat()) for place, ledger, month in sorted_months(matched, by_day)}
    insert_rows(connection, "coverage", sorted(covered))


def _sheets(rows: Rows) -> list[Rows]:
    """Return the rows of each community and sheet, together as a clerk wrote them."""
    sheets: dict[tuple[str, str], Rows] = defaultdict(list)
    for row in rows:
        sheets[row.get("community", "甲"), row.get("sheet", "表")].append(row)
    return list(sheets.values())


def _covered(record: str, rows: Rows) -> Iterator[tuple[str, str, str]]:
    """Yield (community, ledger, month) of the rows of one sheet of a community."""
    days = {row[day] for row in rows for day in record_types()[record].coverage_dates if row.get(day)}
    told = [ledger for name in _counted_by(record) for ledger in _told(record, name, rows)]
    yield from ((rows[0].get("community", "甲"), ledger, f"{day[:7]}-01") for ledger in (record, *told) for day in days)


def _since_first_rows(rows: Mapping[str, Rows], last: str) -> Iterator[tuple[str, str, str]]:
    for record in (record_types()[id] for id in rows if record_types()[id].begins_on):
        days = [(row.get("community", "甲"), row[record.begins_on]) for row in rows[record.id]]
        for place in {place for place, _ in days}:
            first = min(day for community, day in days if community == place)
            yield from months_of(record.ledger_with(record.begins_on), (first, last), community=place)


def _counted_by(record: str) -> list[str]:
    return [*record_types()[record].tellers]


def _told(record: str, name: str, rows: Rows) -> list[str]:
    """Return the ledgers that these rows of a community are in by what tells `name`: cells, or where it is enough a header."""
    columns = [record_types()[record].column(column) for column in record_types()[record].tellers[name]]
    stored = [part for column in columns for part in column.stored]
    is_by_cells = any(column.name == name and column.counted_by in ("cells", "every_row") for column in columns)
    is_told = [any(row.get(part) is not None if is_by_cells else part in row for part in stored) for row in rows]
    share = sum(is_told) / len(rows) if is_by_cells else float(any(is_told))
    return told_by_cells(record_types()[record].ledger_with(name), share)


def _describe(connection: duckdb.DuckDBPyConnection, first_day: str, last_day: str | None) -> None:
    connection.execute("create table build_info (key varchar, value varchar)")
    days = {"first_day": first_day, "last_day": last_day} if last_day else {}
    made = {"created_at": "2026-01-02T09:00:00+08:00", "is_demo": "false", "format": FORMAT}
    insert_rows(connection, "build_info", {**made, **days}.items())
    connection.execute(
        "create table place as select community, any_value(city) as city, any_value(district) as district,"
        " any_value(street) as street from community group by community order by community"
    )
    problem.create(connection)
    connection.execute(
        'create table organisation (name varchar, written varchar, record varchar, "column" varchar,'
        " community varchar, row_count bigint)"
    )


def months_of(record: str, *spans: tuple[str, str], community: str = "甲") -> list[tuple[str, str, str]]:
    """Return coverage for every month of the spans given."""
    days = [month.from_on for first, last in spans for month in periods.months(_day(first), _day(last))]
    return [(community, record, day.isoformat()) for day in days]


def year(number: int = 2025, *communities: str) -> Filters:
    """Return the filters for a calendar year of some communities, 甲 unless named."""
    return Filters(communities or ("甲",), date(number, 1, 1), date(number, 12, 31))


def _day(text: str) -> date:
    return date.fromisoformat(text)
