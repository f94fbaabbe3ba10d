"""One ledger file becomes typed rows per record type, with file, sheet and row, and a report that adds up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.cleaning import printed_totals, process_cache
from etl.cleaning.table_body import TableBody
from etl.inbox.folder import Options
from etl.problem import Problem
from etl.reading.grid import Reading, Sheet
from etl.recognition.ledger_tables import Unrecognised, recognise_tables
from etl.recognition.stated_period import StatedPeriod, stated_period
from etl.schema import EXPLANATION_SHEET, RecordType


@dataclass(frozen=True)
class TableReport:
    """What became of one table of a sheet; read = loaded + refused + skipped."""

    sheet: str
    record: str
    table_no: int  # tells several tables of one sheet apart
    read: int
    refused: int
    skipped: int
    totals: tuple[printed_totals.PrintedTotal, ...]
    context: tuple[str, ...]  # what title, sheet name and file name say, for community and span
    stated_period: StatedPeriod | None
    has_community_column: bool  # in a column of its own

    @property
    def loaded(self) -> int:
        return self.read - self.refused - self.skipped


@dataclass
class CleanedLedger:
    """The typed rows of one file by record type, its problems and its tables' reports."""

    file: str
    tables: dict[str, list[pa.Table]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    reports: list[TableReport] = field(default_factory=list)


def clean_ledger(
    reading: Reading, file: str, records: Mapping[str, RecordType], options: Options, key: bytes
) -> CleanedLedger:
    """Read every table of a file. A sheet with content but no known table is a problem, not a failure."""
    cleaned = CleanedLedger(file)
    for sheet in reading.sheets:
        if sheet.height == 0 or sheet.name == EXPLANATION_SHEET:
            continue
        if not sheet.is_visible:
            cleaned.problems.append(_hidden(sheet, file))
            continue
        found = recognise_tables(sheet, records, options, file)
        if isinstance(found, Unrecognised):
            cleaned.problems.append(_unrecognised(found, sheet, file))
            continue
        for table in found:
            _clean_table(cleaned, TableBody.of(sheet, table, file, options), key)
    return cleaned


def _unrecognised(found: Unrecognised, sheet: Sheet, file: str) -> Problem:
    return Problem("unknown_sheet", "提示", file, found.sentence(), sheet=sheet.name)


def _hidden(sheet: Sheet, file: str) -> Problem:
    message = "隐藏的工作表没有读取。如果里面有台账，请取消隐藏后再导入。"
    return Problem("hidden_sheet", "提示", file, message, sheet=sheet.name)


def _clean_table(cleaned: CleanedLedger, body: TableBody, key: bytes) -> None:
    read = body.read(key)
    faults, faulty = body.faults(read)
    gaps, gappy = body.gaps(read)
    cleaned.problems += [*body.skipped(), *body.unread(), *faults, *gaps]
    refused = faulty | gappy
    typed = body.typed(read)
    checked, failed = _worked_out(body.table.record, typed)
    for offset, nth in failed:
        if body.classified.is_record[offset]:
            refused[offset] = True
            cleaned.problems.append(_broken_rule(body, offset, nth))
    loaded = _sorted(checked, np.flatnonzero(body.classified.is_record & ~refused), body.table.record.placed_on)
    cleaned.tables.setdefault(body.table.record.id, []).append(loaded)
    cleaned.reports.append(_report(body, int((body.classified.is_record & refused).sum()), tuple(body.totals(read))))


def _sorted(rows: pa.Table, offsets: np.ndarray, placed_on: str) -> pa.Table:
    """Return the rows kept in the order of their dates: whoever reads a stretch of time then skips the rest."""
    days = rows[placed_on].cast(pa.int32()).to_numpy()[offsets].astype(np.uint16)  # to 2149; sixteen bits sort fastest
    order = pa.array(offsets[np.argsort(days, kind="stable")].astype(np.int32))
    taken = process_cache.threads().map(lambda column: _taken(column.combine_chunks(), order), rows.columns)
    return pa.table(list(taken), rows.column_names)


def _taken(column: pa.Array, order: pa.Array) -> pa.Array:
    """Return a column's rows in this order, without the texts that none of them has: titles and notes stay behind."""
    taken = column.take(order)
    if not isinstance(taken, pa.DictionaryArray):
        return taken
    codes = pc.fill_null(taken.indices, -1).to_numpy()
    is_used = np.zeros(len(taken.dictionary) + 1, bool)
    is_used[codes] = True
    renumbered = np.cumsum(is_used, dtype=np.int32) - np.int32(1)
    indices = pa.array(renumbered[codes], mask=codes < 0)
    return pa.DictionaryArray.from_arrays(indices, taken.dictionary.filter(pa.array(is_used[:-1])))


def _worked_out(record: RecordType, typed: pa.Table) -> tuple[pa.Table, Sequence[tuple[int, int]]]:
    """Return the rows with the columns worked out row by row, and (offset, number of the rule) for each rule broken."""
    if not record.derived and not record.checks:
        return typed, ()
    with process_cache.memory() as connection:
        connection.register("typed", typed)
        return _with_derived(connection, record, typed), _failed(connection, record)


def _with_derived(connection: duckdb.DuckDBPyConnection, record: RecordType, typed: pa.Table) -> pa.Table:
    extra = ", ".join(f"cast({column.sql} as {column.sql_type}) as {column.name}" for column in record.derived)
    if not extra:
        return typed
    derived = connection.sql(f"select {extra} from typed").to_arrow_table()
    return pa.table({name: table[name] for table in (typed, derived) for name in table.column_names})


def _failed(connection: duckdb.DuckDBPyConnection, record: RecordType) -> Sequence[tuple[int, int]]:
    """The first rule that a row breaks is enough to say."""
    if not record.checks:
        return ()
    flags = [f"coalesce(not ({check.sql}), false)" for check in record.checks]
    first = " ".join(f"when {flag} then {nth}" for nth, flag in enumerate(flags))
    offset = "row_no - (select min(row_no) from typed)"
    sql = f"select {offset}, case {first} end from typed where {' or '.join(flags)}"
    return connection.execute(sql).fetchall()


def _broken_rule(body: TableBody, offset: int, nth: int) -> Problem:
    check = body.table.record.checks[nth]
    column = body.table.record.column(check.column)
    cell = " ".join(body.columns[index].cell(offset) for index in body.table.sources.get(column.name, ()))
    return body.problem("broken_rule", "拒收", f"{check.sentence}。", offset, column.label, cell)


def _report(body: TableBody, refused: int, found: tuple[printed_totals.PrintedTotal, ...]) -> TableReport:
    return TableReport(
        sheet=body.sheet.name,
        record=body.table.record.id,
        table_no=body.table.start,
        read=body.classified.read,
        refused=refused,
        skipped=sum(map(len, body.classified.skipped.values())),
        totals=found,
        context=body.context,
        stated_period=stated_period(body.context),
        has_community_column="community" in body.table.sources,
    )
