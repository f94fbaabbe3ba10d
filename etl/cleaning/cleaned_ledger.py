"""Cleans one ledger file: typed rows per record type, with sheet and row, their problems, and a report that adds up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl import parse
from etl.cleaning import process_cache
from etl.cleaning.parsed_table import ParsedTable
from etl.cleaning.printed_totals import PrintedTotal
from etl.cleaning.sheet_report import SheetReport, passed_over, refused_sheet, taken_sheet
from etl.cleaning.table_body import TableBody
from etl.columns import COMMUNITY
from etl.inbox.settings import Settings
from etl.problem import Problem
from etl.reading.correction import CorrectionLink
from etl.reading.grid import Reading, Sheet
from etl.recognition.best_header import Unrecognised
from etl.recognition.meanings import Knowledge
from etl.recognition.side_by_side import recognise_parts
from etl.recognition.stated_period import StatedPeriod, stated_period
from etl.schema import EXPLANATION_SHEET, RecordType


@dataclass(frozen=True)
class TableReport:
    """What became of the rows of one table of a sheet: read = loaded + refused + skipped, each counted where it happens."""

    sheet: str
    record: str
    table_no: int  # tells several tables of one sheet apart
    read: int
    loaded: int
    refused: int
    skipped: int
    totals: tuple[PrintedTotal, ...]
    context: tuple[str, ...]  # title, sheet name and file name, which may state community and period
    stated_period: StatedPeriod | None
    has_community_column: bool


@dataclass
class CleanedLedger:
    """The typed rows of one file by record type, its problems and its tables' reports; `corrects` is set for a correction."""

    file: str
    tables: dict[str, list[pa.Table]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    reports: list[TableReport] = field(default_factory=list)
    sheets: list[SheetReport] = field(default_factory=list)
    corrects: CorrectionLink | None = None


def clean_ledger(
    reading: Reading, file: str, records: Mapping[str, RecordType], knowledge: Knowledge, key: bytes
) -> CleanedLedger:
    """Clean every table of a file. A sheet with content but no known table is a problem, not a failure."""
    ledger = CleanedLedger(file)
    for sheet in reading.sheets:
        if sheet.height == 0 or sheet.name == EXPLANATION_SHEET:
            continue
        if reason := _not_looked_at(sheet, knowledge.settings):
            ledger.problems.append(Problem(_passed_over_code(knowledge), "提示", file, reason, sheet=sheet.name))
            ledger.sheets.append(passed_over(sheet, reason))
            continue
        parts = recognise_parts(sheet, records, knowledge, file)
        if isinstance(parts, Unrecognised):
            refused = refused_sheet(sheet, parts)
            ledger.problems.append(Problem("unknown_sheet", "提示", file, refused.error or "", sheet=sheet.name))
            ledger.sheets.append(refused)
            continue
        ledger.sheets.append(taken_sheet(sheet, [table for _, tables in parts for table in tables]))
        for number, (part, tables) in enumerate(parts):
            for table in tables:
                _add_table(ledger, TableBody.of(part, table, file, number), key)
    return ledger


def _passed_over_code(knowledge: Knowledge) -> str:
    return "sheet_not_chosen" if knowledge.settings.sheets else "hidden_sheet"


def _not_looked_at(sheet: Sheet, settings: Settings) -> str:
    """Return why a sheet is passed over, "" when it is not."""
    if settings.sheets:
        names = {parse.squeezed(name) for name in settings.sheets}
        return "" if parse.squeezed(sheet.name) in names else "没有选这张工作表。"
    return "" if sheet.is_visible else "隐藏的工作表没有读取。如果里面有台账，请取消隐藏，或用 --sheet 指明后再导入。"


def _add_table(ledger: CleanedLedger, body: TableBody, key: bytes) -> None:
    """Add the rows, problems and report of one table to a ledger."""
    parsed = ParsedTable.of(body, key)
    typed = parsed.typed_rows()
    body = body.without(_excluded(body.table.record, typed))
    parsed = replace(parsed, body=body)
    bad_cells, is_bad = parsed.bad_cells()
    missing_cells, is_missing = parsed.missing_cells()
    notes = (*body.unread(), *body.unmatched(), *parsed.notes())  # the same of every column that makes rows of its own
    ledger.problems += [note for note in notes if note not in ledger.problems] if body.table.spread else notes
    ledger.problems += [*body.skipped(), *bad_cells, *missing_cells]
    is_refused = is_bad | is_missing
    rows, breaches = _with_rules(body.table.record, typed)
    for offset, check_index in breaches:
        if body.rows.is_record[offset]:
            is_refused[offset] = True
            ledger.problems.append(_broken_rule(body, offset, check_index))
    loaded = _sorted(rows, np.flatnonzero(body.rows.is_record & ~is_refused), body.table.record.placed_on)
    ledger.tables.setdefault(body.table.record.id, []).append(loaded)
    refused = int((body.rows.is_record & is_refused).sum())
    ledger.reports.append(_report(body, loaded.num_rows, refused, tuple(parsed.printed_totals())))


def _sorted(rows: pa.Table, offsets: np.ndarray, placed_on: str) -> pa.Table:
    """Return the rows at these offsets in the order of their dates: a query over a stretch of time then skips the others."""
    days = rows[placed_on].cast(pa.int32()).to_numpy()[offsets].astype(np.uint16)  # to 2149; sixteen bits sort fastest
    order = pa.array(offsets[np.argsort(days, kind="stable")].astype(np.int32))
    taken = process_cache.threads().map(lambda column: _taken(column.combine_chunks(), order), rows.columns)
    return pa.table(list(taken), rows.column_names)


def _taken(column: pa.Array, order: pa.Array) -> pa.Array:
    """Return a column's rows in this order, and in its dictionary no text of other rows: titles and notes must not be stored."""
    taken = column.take(order)
    if not isinstance(taken, pa.DictionaryArray):
        return taken
    codes = pc.fill_null(taken.indices, -1).to_numpy()
    is_used = np.zeros(len(taken.dictionary) + 1, bool)
    is_used[codes] = True
    renumbered = np.cumsum(is_used, dtype=np.int32) - np.int32(1)
    indices = pa.array(renumbered[codes], mask=codes < 0)
    return pa.DictionaryArray.from_arrays(indices, taken.dictionary.filter(pa.array(is_used[:-1])))


def _excluded(record: RecordType, typed: pa.Table) -> dict[str, np.ndarray]:
    """Return {reason: mask of the rows} for rows that are no records by what their cells say."""
    if not record.exclusions:
        return {}
    with process_cache.memory() as connection:
        connection.register("typed", typed)
        sql = ", ".join(f"coalesce({rule.sql}, false)" for rule in record.exclusions)
        columns = connection.execute(f"select {sql} from typed").fetchnumpy().values()
    return {rule.sentence: np.asarray(mask, bool) for rule, mask in zip(record.exclusions, columns, strict=True)}


def _with_rules(record: RecordType, typed: pa.Table) -> tuple[pa.Table, Sequence[tuple[int, int]]]:
    """Return the rows with their derived columns, and (offset, index of the check) for each row that breaks one."""
    if not record.derived and not record.checks:
        return typed, ()
    with process_cache.memory() as connection:
        connection.register("typed", typed)
        return _with_derived(connection, record, typed), _breaches(connection, record)


def _with_derived(connection: duckdb.DuckDBPyConnection, record: RecordType, typed: pa.Table) -> pa.Table:
    derived_sql = ", ".join(f"cast({column.sql} as {column.sql_type}) as {column.name}" for column in record.derived)
    if not derived_sql:
        return typed
    derived = connection.sql(f"select {derived_sql} from typed").to_arrow_table()
    return pa.table({name: table[name] for table in (typed, derived) for name in table.column_names})


def _breaches(connection: duckdb.DuckDBPyConnection, record: RecordType) -> Sequence[tuple[int, int]]:
    """Return (offset, index of the first check that the row breaks); one sentence a row is enough."""
    if not record.checks:
        return ()
    breaks = [f"coalesce(not ({check.sql}), false)" for check in record.checks]
    first = " ".join(f"when {condition} then {index}" for index, condition in enumerate(breaks))
    offset = "row_no - (select min(row_no) from typed)"
    sql = f"select {offset}, case {first} end from typed where {' or '.join(breaks)}"
    return connection.execute(sql).fetchall()


def _broken_rule(body: TableBody, offset: int, check_index: int) -> Problem:
    check = body.table.record.checks[check_index]
    column = body.table.record.column(check.column)
    cell = " ".join(body.columns[index].cell(offset) for index in body.table.sources.get(column.name, ()))
    return body.problem("broken_rule", "拒收", f"{check.sentence}。", offset, column.label, cell)


def _report(body: TableBody, loaded: int, refused: int, totals: tuple[PrintedTotal, ...]) -> TableReport:
    return TableReport(
        sheet=body.sheet.name,
        record=body.table.record.id,
        table_no=body.table_no,
        read=body.rows.read_count,
        loaded=loaded,
        refused=refused,
        skipped=sum(map(len, body.rows.skipped.values())),
        totals=totals,
        context=body.context,
        stated_period=stated_period(body.context),
        has_community_column=COMMUNITY.name in body.table.sources,
    )
