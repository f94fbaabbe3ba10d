"""Every clean file, checked together, becomes one immutable build; a pointer then names it as the one in use.

A build is a pure function of the clean files. It closes with assertions and a full scan before the pointer moves, so a crash
at any point leaves the former build in use and nothing half-written visible.
"""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import duckdb

from etl import coverage, duplicates, facts, places, problem, store
from etl.schema import Column, Fact, RecordType
from etl.store import Job, Report
from registry import collect

FORMAT = "1"
LINEAGE = ("source_file varchar", "sheet varchar", "row_no integer")


class NothingLoaded(Exception):
    """Not one row could be loaded; the former build stays in use."""


def publish(
    folder: Path, cleaned: Sequence[tuple[Job, Report]], failed: Sequence[tuple[Job, str]], is_demo: bool
) -> Path:
    """Build from the cleaned files, check, and move the pointer; return the path of the new build."""
    builds = folder / "builds"
    builds.mkdir(parents=True, exist_ok=True)
    partial = builds / f".{os.getpid()}.partial"
    partial.unlink(missing_ok=True)
    try:
        with duckdb.connect(str(partial), config={"memory_limit": "1GB", "threads": "2"}) as connection:
            _fill(connection, cleaned, failed, is_demo)
            _assert_sound(connection)
            connection.execute("checkpoint")
        _scan(partial)
        return _point_to(partial, builds)
    finally:
        partial.unlink(missing_ok=True)
        Path(f"{partial}.wal").unlink(missing_ok=True)


def _fill(
    connection: duckdb.DuckDBPyConnection,
    cleaned: Sequence[tuple[Job, Report]],
    failed: Sequence[tuple[Job, str]],
    is_demo: bool,
) -> None:
    _create_meta(connection)
    fresh = duplicates.without_twins(connection, cleaned)
    register = places.load_register(connection, fresh)
    for record in store.record_types().values():
        _load_record(connection, record, fresh, register)
    _note_files(connection, cleaned, failed, is_demo)
    if not connection.execute("select coalesce(sum(loaded), 0) from source_file").fetchall()[0][0]:
        raise NothingLoaded
    places.create_place(connection)
    coverage.create(connection, cleaned, register)
    for name, fact in collect(facts, Fact).items():
        connection.execute(f"create table {name} as select * from ({fact.sql}) order by community")
        _comment(connection, name, fact.label, fact.columns)
    _describe(connection, is_demo)


def _create_meta(connection: duckdb.DuckDBPyConnection) -> None:
    columns = ", ".join(f'"{name}" {"bigint" if name == "row_no" else "varchar"}' for name in problem.SCHEMA.names)
    connection.execute(f"create table problem ({columns}, community varchar)")
    connection.execute(
        "create table source_file (sha256 varchar, file varchar, record varchar, sheet varchar, encoding varchar, read bigint,"
        " loaded bigint, refused bigint, skipped bigint, error varchar, is_demo boolean)"
    )
    connection.execute(
        "create table printed_total (file varchar, sheet varchar, row_no bigint, record varchar, column_label varchar,"
        " printed double, computed double, agrees boolean, place varchar)"
    )


def stored_columns(record: RecordType) -> dict[str, str]:
    """Return {column: SQL type} of a record's table without lineage."""
    declared = {name: kind for column in record.columns for name, kind in _stored(column).items()}
    return declared | {derived.name: derived.sql_type for derived in record.derived}


def _stored(column: Column) -> dict[str, str]:
    if not column.kind.is_personal:
        return {column.name: column.kind.sql}
    key = {f"{column.name}_key": "varchar"}
    return key | {f"{column.name}_name": "varchar"} if column.kind.keeps_organisations else key


def _load_record(
    connection: duckdb.DuckDBPyConnection,
    record: RecordType,
    fresh: Sequence[tuple[Job, Report]],
    register: places.Register,
) -> None:
    columns = stored_columns(record)
    fields = ", ".join([*(f"{name} {kind}" for name, kind in columns.items()), *LINEAGE])
    connection.execute(f"create table {record.id} ({fields})")
    paths = {
        str(store.parquet_of(job, record.id)): job for job, report in fresh if record.id in (report.signatures or {})
    }
    if paths:
        places.create_map(connection, record, paths, register)
        duplicates.note_refused(connection, record)
        selected = ", ".join(_from_clean(column) for column in columns)
        connection.execute(
            f"insert into {record.id} select {selected}, placed.file, raw.sheet, raw.row_no from raw join placed"
            " on placed.path = raw.filename and placed.sheet = raw.sheet and placed.spelling is not distinct from raw.community"
            f" where {duplicates.accepted(record)} order by placed.community, {record.placed_on}"
        )
        duplicates.drop_second_keys(connection, record)
        duplicates.flag_equal_rows(connection, record, tuple(columns))
    _comment(connection, record.id, record.label, _labels(record))


def _from_clean(column: str) -> str:
    if column == "community":
        return "placed.community"
    return f"placed.prefix || raw.{column}" if column.endswith("_key") else f"raw.{column}"


def _labels(record: RecordType) -> dict[str, str]:
    labels = {name: column.label for column in record.columns for name in _stored(column)}
    return labels | {derived.name: derived.label for derived in record.derived}


def _comment(connection: duckdb.DuckDBPyConnection, table: str, label: str, columns: dict[str, str] | object) -> None:
    connection.execute(f"comment on table {table} is '{label}'")
    for name, text in dict(columns).items():  # type: ignore[call-overload]
        connection.execute(f"comment on column {table}.{name} is '{text}'")


def _note_files(
    connection: duckdb.DuckDBPyConnection,
    cleaned: Sequence[tuple[Job, Report]],
    failed: Sequence[tuple[Job, str]],
    is_demo: bool,
) -> None:
    """One line per file and sheet; rows the build itself refused are counted with those refused while reading."""
    for job, report in cleaned:
        path = store.parquet_of(job, "problem").as_posix()
        connection.execute("insert into problem select *, null from read_parquet(?)", [path])
        for (sheet, record), (read, skipped) in _by_sheet(report).items():
            loaded = connection.execute(
                f"select count(*) from {record} where source_file = ? and sheet = ?", [report.file, sheet]
            ).fetchall()[0][0]
            line = [
                report.sha256,
                report.file,
                record,
                sheet,
                report.encoding,
                read,
                loaded,
                read - skipped - loaded,
                skipped,
            ]
            connection.execute("insert into source_file values (?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?)", [*line, is_demo])
        for table in report.tables:
            for total in table.totals:
                where = [report.file, total.sheet, total.row_no, table.record, total.column]
                line = [*where, total.printed, total.computed, total.agrees, total.place]
                connection.execute("insert into printed_total values (?, ?, ?, ?, ?, ?, ?, ?, ?)", line)
                if not total.agrees:
                    _note_total(connection, report.file, table.record, total)
    for job, sentence in failed:
        line = [job.ledger.sha256, job.ledger.name, sentence, is_demo]
        connection.execute("insert into source_file values (?, ?, null, '', null, 0, 0, 0, 0, ?, ?)", line)
        connection.execute(
            "insert into problem (code, severity, file, message) values ('unreadable', '拒收', ?, ?)", line[1:3]
        )


def _by_sheet(report: Report) -> dict[tuple[str, str], tuple[int, int]]:
    sums: dict[tuple[str, str], tuple[int, int]] = {}
    for table in report.tables:
        read, skipped = sums.get((table.sheet, table.record), (0, 0))
        sums[table.sheet, table.record] = (read + table.read, skipped + table.skipped)
    return sums


def _note_total(connection: duckdb.DuckDBPyConnection, file: str, record: str, total: store.PrintedTotal) -> None:
    message = f"表上的合计是{total.printed:g}，按明细相加是{total.computed:g}，请核对；合计行本身不入库。"
    line = [file, total.sheet, total.row_no, total.column, f"{total.printed:g}", message, record]
    connection.execute(
        'insert into problem (code, severity, file, sheet, row_no, "column", cell, message, record)'
        " values ('wrong_total', '提示', ?, ?, ?, ?, ?, ?, ?)",
        line,
    )


def _describe(connection: duckdb.DuckDBPyConnection, is_demo: bool) -> None:
    connection.execute(
        "create table record_column (record varchar, record_label varchar, position integer,"
        ' "column" varchar, label varchar, kind varchar, sql_type varchar, is_required boolean, note varchar,'
        " headers varchar)"
    )
    for record in store.record_types().values():
        for position, column in enumerate(record.columns, 1):
            line = [
                record.id,
                record.label,
                position,
                column.name,
                column.label,
                column.kind.label,
                column.kind.sql,
                column.is_required,
                column.note,
                "、".join(column.headers),
            ]
            connection.execute("insert into record_column values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", line)
    first, last = coverage.extent(connection)
    created = datetime.now().astimezone().isoformat(timespec="seconds")
    info = {
        "created_at": created,
        "is_demo": str(is_demo).lower(),
        "first_day": str(first),
        "last_day": str(last),
        "format": FORMAT,
    }
    connection.execute("create table build_info (key varchar, value varchar)")
    for key, value in info.items():
        connection.execute("insert into build_info values (?, ?)", [key, value])


def _assert_sound(connection: duckdb.DuckDBPyConnection) -> None:
    """Business facts that must hold whatever came in; one that does not is our fault, and nothing is published."""
    sums = (
        "select count(*) from source_file where error is null and (read <> loaded + refused + skipped or refused < 0)"
    )
    assert connection.execute(sums).fetchall() == [(0,)], "read = loaded + refused + skipped"
    for record in store.record_types().values():
        stored = connection.execute(f"select count(*) from {record.id}").fetchall()[0][0]
        counted = connection.execute("select coalesce(sum(loaded), 0) from source_file where record = ?", [record.id])
        assert counted.fetchall()[0][0] == stored, f"every row of {record.id} belongs to a file"


def _scan(path: Path) -> None:
    """Read every block of every table once: a damaged block shows only when it is read."""
    with duckdb.connect(str(path), read_only=True) as connection:
        for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall():
            connection.execute(f"select bit_xor(hash(columns(*))) from {name}").fetchall()


def _point_to(partial: Path, builds: Path) -> Path:
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    names = (builds / f"{stamp}{suffix}.duckdb" for suffix in ("", *(f"-{n}" for n in range(2, 1000))))
    path = next(name for name in names if not name.exists())
    with partial.open("rb") as file:
        os.fsync(file.fileno())
    partial.rename(path)
    pointer = builds / f".CURRENT.{os.getpid()}"
    pointer.write_text(path.name, encoding="utf-8")
    pointer.replace(builds / "CURRENT")
    return path
