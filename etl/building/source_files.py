"""Writes what became of every file and sheet, and the totals printed in them, into the build."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import duckdb

from etl import problem
from etl.building.insertion import insert_rows
from etl.cleaning import clean_files
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job
from etl.cleaning.printed_totals import PrintedTotal, format_sum, sum_words

RowCounts = Counter[tuple[str, str, str]]  # (record type, file, sheet) → rows


def create(
    connection: duckdb.DuckDBPyConnection,
    cleaned: Sequence[tuple[Job, FileReport]],
    distinct: Sequence[tuple[Job, FileReport]],
    failed: Sequence[tuple[Job, str]],
    is_demo: bool,
) -> None:
    """Create `source_file` and `printed_total`, and take the problems of every file over into `problem`.

    `distinct` are those of the cleaned files that were not sent before under another name.
    """
    connection.execute(
        "create table source_file (sha256 varchar, file varchar, record varchar, sheet varchar, encoding varchar, read bigint,"
        " loaded bigint, refused bigint, skipped bigint, error varchar, is_demo boolean,"
        " refused_in_reading bigint, refused_of_no_community bigint)"
    )
    connection.execute(
        "create table printed_total (file varchar, sheet varchar, row_no bigint, record varchar, column_label varchar,"
        " printed double, computed double, refused double, agrees boolean, place varchar)"
    )
    loaded, of_none = _loaded_rows(connection), _rows_of_no_community(connection)
    refused = _refused_rows(connection) + of_none + _rows_sent_twice(cleaned, distinct)
    _take_over_problems(connection, cleaned)
    totals = [
        (report.file, table.record, total) for _, report in cleaned for table in report.tables for total in table.totals
    ]
    insert_rows(connection, "printed_total", [_total_line(*total) for total in totals])
    _note_wrong_totals(connection, totals)
    sheets = [line for _, report in cleaned for line in _sheet_lines(report, loaded, refused, of_none, is_demo)]
    failures = [(job.ledger.sha256, job.ledger.name, sentence) for job, sentence in failed]
    insert_rows(connection, "source_file", [*sheets, *(_failure_line(*failure, is_demo) for failure in failures)])
    unreadable = [("unreadable", "拒收", file, sentence) for _, file, sentence in failures]
    insert_rows(connection, "problem (code, severity, file, message)", unreadable)


def _take_over_problems(connection: duckdb.DuckDBPyConnection, cleaned: Sequence[tuple[Job, FileReport]]) -> None:
    paths = [
        clean_files.parquet_path(job, "problem").as_posix() for job, report in cleaned if "problem" in report.checksums
    ]
    if paths:
        problem.insert(connection, "from read_parquet(?)", [paths])


def _loaded_rows(connection: duckdb.DuckDBPyConnection) -> RowCounts:
    """Count the rows that entered the record tables."""
    return _counted(connection, "select record, source_file, sheet, sum(row_count) from account group by all")


def _refused_rows(connection: duckdb.DuckDBPyConnection) -> RowCounts:
    """Count the clean rows of a community that the build itself refused: so far `problem` holds its own refusals only, one a row."""
    return _counted(
        connection,
        "select record, file, sheet, count(*) from problem"
        " where severity = '拒收' and row_no is not null and community is not null group by all",
    )


def _rows_of_no_community(connection: duckdb.DuckDBPyConnection) -> RowCounts:
    """Count the clean rows that name no known community: those listed one by one, and those of sheets that name none anywhere."""
    listed = (
        "select record, file, sheet, count(*) from problem"
        " where severity = '拒收' and row_no is not null and community is null group by all"
    )
    return _counted(connection, listed) + _counted(connection, "select record, file, sheet, row_count from unplaced")


def _counted(connection: duckdb.DuckDBPyConnection, sql: str) -> RowCounts:
    return Counter({(record, file, sheet): rows for record, file, sheet, rows in connection.execute(sql).fetchall()})


def _rows_sent_twice(
    cleaned: Sequence[tuple[Job, FileReport]], distinct: Sequence[tuple[Job, FileReport]]
) -> RowCounts:
    """Count the clean rows of files that were sent before under another name."""
    files = {report.file for _, report in distinct}
    counts: RowCounts = Counter()
    for table, file in ((table, report.file) for _, report in cleaned for table in report.tables):
        counts[table.record, file, table.sheet] += 0 if file in files else table.loaded
    return counts


def _sheet_lines(
    report: FileReport, loaded: RowCounts, refused: RowCounts, of_none: RowCounts, is_demo: bool
) -> Iterator[tuple[Any, ...]]:
    """Yield a line per sheet and record type; rows the build itself refused are counted with those refused while reading."""
    read: RowCounts = Counter()
    skipped: RowCounts = Counter()
    refused_in_reading: RowCounts = Counter()
    for table in report.tables:
        place = (table.record, report.file, table.sheet)
        read[place] += table.read
        skipped[place] += table.skipped
        refused_in_reading[place] += table.refused
    for place in read:
        record, file, sheet = place
        counts = (read[place], loaded[place], refused_in_reading[place] + refused[place], skipped[place])
        early = (refused_in_reading[place], of_none[place])
        yield (report.sha256, file, record, sheet, report.encoding, *counts, None, is_demo, *early)


def _failure_line(sha256: str, file: str, sentence: str, is_demo: bool) -> tuple[Any, ...]:
    return (sha256, file, None, "", None, 0, 0, 0, 0, sentence, is_demo, 0, 0)


def _total_line(file: str, record: str, total: PrintedTotal) -> tuple[Any, ...]:
    where = (file, total.sheet, total.row_no, record, total.column)
    return (*where, total.printed, total.computed, total.refused, total.agrees, total.place)


def _note_wrong_totals(connection: duckdb.DuckDBPyConnection, totals: Sequence[tuple[str, str, PrintedTotal]]) -> None:
    lines = []
    for file, record, total in totals:
        if not total.agrees:
            printed = format_sum(total.printed)
            message = f"表上的合计是{printed}，按明细相加是{sum_words(total.computed, total.refused)}，请核对；合计行本身不入库。"
            where = (file, total.sheet, total.row_no, record, total.column)
            lines.append(("wrong_total", "提示", *where, printed, message))
    insert_rows(connection, 'problem (code, severity, file, sheet, row_no, record, "column", cell, message)', lines)
