"""One ledger file becomes typed rows per record type, with file, sheet and row, and a report that adds up."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from etl import rows, span, totals, values
from etl.parse import without_identifiers
from etl.problem import Problem
from etl.recognise import Options, Table, Unrecognised, recognise
from etl.schema import Column, RecordType
from etl.sheet import Reading, Sheet


@dataclass(frozen=True)
class TableReport:
    """What became of one table of a sheet; read = loaded + refused + skipped."""

    sheet: str
    record: str
    read: int
    refused: int
    skipped: int
    reasons: Mapping[str, int]
    totals: tuple[totals.PrintedTotal, ...]
    context: tuple[str, ...]  # what sheet name, title and file name say, for community and span
    span: span.Span | None
    unknown: tuple[str, ...]

    @property
    def loaded(self) -> int:
        return self.read - self.refused - self.skipped


@dataclass
class Cleaned:
    """The typed rows of one file by record type, its problems and its tables' reports."""

    file: str
    tables: dict[str, list[pa.Table]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    reports: list[TableReport] = field(default_factory=list)


def clean(reading: Reading, file: str, records: Mapping[str, RecordType], options: Options, key: bytes) -> Cleaned:
    """Read every table of a file. A sheet with content but no known table is a problem, not a failure."""
    cleaned = Cleaned(file)
    for sheet in reading.sheets:
        if sheet.height == 0:
            continue
        if not sheet.visible:
            cleaned.problems.append(_hidden(sheet, file))
            continue
        found = recognise(sheet, records, options, file)
        if isinstance(found, Unrecognised):
            cleaned.problems.append(_unrecognised(found, sheet, file))
            continue
        for table in found:
            _clean_table(cleaned, sheet, table, options, key)
    return cleaned


def _unrecognised(found: Unrecognised, sheet: Sheet, file: str) -> Problem:
    return Problem("unknown_sheet", "提示", file, found.sentence(), sheet=sheet.name)


def _hidden(sheet: Sheet, file: str) -> Problem:
    message = "隐藏的工作表没有读取。如果里面有台账，请取消隐藏后再导入。"
    return Problem("hidden_sheet", "提示", file, message, sheet=sheet.name)


def _clean_table(cleaned: Cleaned, sheet: Sheet, table: Table, options: Options, key: bytes) -> None:
    body = _Body.of(sheet, table, cleaned.file)
    context = values.Context(span.year(body.context), key)
    read = dict(_read_columns(body, options, context))
    body.note_skipped(cleaned.problems)
    body.note_unread(cleaned.problems)
    refused = body.note_faults(read, cleaned.problems) | body.note_gaps(read, cleaned.problems, options)
    typed = body.typed(read)
    refused |= _failed_checks(table.record, typed, body, cleaned.problems)
    kept = body.classified.is_record & ~refused
    cleaned.tables.setdefault(table.record.id, []).append(_derived(table.record, typed.filter(pa.array(kept))))
    cleaned.reports.append(body.report(int((body.classified.is_record & refused).sum()), read, options))


def _read_columns(
    body: "_Body", options: Options, context: values.Context
) -> Iterator[tuple[str, list[values.Values]]]:
    """Yield the values of each declared column: from the sheet (several parts add up), from the loader, or empty."""
    table, size = body.table, body.size
    given = {**_units_that_set(table), **options.constants}
    for column in table.record.columns:
        if column.name in table.sources:
            unit = table.units.get(column.name)
            yield column.name, [values.read(column, body.columns[i], unit, context) for i in table.sources[column.name]]
        elif column.name in given:
            yield column.name, [values.constant(column, given[column.name], size, context)]
        else:
            yield column.name, [values.absent(column, size)]


def _units_that_set(table: Table) -> dict[str, str]:
    pairs = ((table.record.column(name), unit) for name, unit in table.units.items())
    return dict(column.unit_sets[unit] for column, unit in pairs if unit in column.unit_sets)


@dataclass(frozen=True)
class _Body:
    """The rows under a header, each grid column coded, each row classified."""

    sheet: Sheet
    table: Table
    file: str
    columns: Mapping[int, rows.Coded]
    classified: rows.Rows

    @classmethod
    def of(cls, sheet: Sheet, table: Table, file: str) -> "_Body":
        columns = {i: rows.coded(sheet, i, table.start, table.stop) for i in range(len(sheet.columns))}
        return cls(sheet, table, file, columns, rows.classify(sheet, table, columns))

    @property
    def size(self) -> int:
        return self.table.stop - self.table.start

    @property
    def context(self) -> tuple[str, ...]:
        return (self.table.title, self.sheet.name, self.file)

    def row_no(self, offset: int) -> int:
        return self.sheet.first_row + self.table.start + int(offset)

    def problem(self, code: str, severity: Any, message: str, offset: int, column: str = "", cell: str = "") -> Problem:
        """Say where: file, sheet, and the row as the spreadsheet shows it."""
        place = (self.sheet.name, self.row_no(offset), column, without_identifiers(cell))
        return Problem(code, severity, self.file, message, *place, record=self.table.record.id)

    def note_skipped(self, problems: list[Problem]) -> None:
        """List every row that is no record with its reason, so that nothing goes silently."""
        for reason, offsets in self.classified.skipped.items():
            for offset in offsets:
                cell = next((c.cell(offset) for c in self.columns.values() if c.codes[offset] >= 0), "")
                problems.append(self.problem("skipped", "跳过", f"{reason}，不是记录。", offset, cell=cell[:60]))

    def note_unread(self, problems: list[Problem]) -> None:
        """Name the columns no record type knows, but for a running number."""
        if unread := [name for name in self.table.unknown if not re.fullmatch(r"序号|编号|No\.?|#|备注|说明", name)]:
            message = f"这些列没有读取：{'、'.join(without_identifiers(name) for name in unread)}。其余列照常入库。"
            place = (self.sheet.name, self.row_no(0) - 1)
            problems.append(Problem("unread_columns", "提示", self.file, message, *place, record=self.table.record.id))

    def note_faults(self, read: Mapping[str, list[values.Values]], problems: list[Problem]) -> np.ndarray:
        """Report unreadable cells. In a required column the row is refused; elsewhere only the cell is left empty."""
        refused = np.zeros(self.size, bool)
        for column in self.table.record.columns:
            for part, index in zip(read[column.name], self.table.sources.get(column.name, ()), strict=False):
                hit = part.is_faulty & self.classified.is_record
                problems.extend(self._fault(column, part, index, offset) for offset in np.flatnonzero(hit))
                refused |= hit & column.is_required
        return refused

    def _fault(self, column: Column, part: values.Values, index: int, offset: int) -> Problem:
        source = self.columns[index]
        cell = "（姓名不显示）" if column.kind.is_personal else source.cell(offset)
        sentence = part.faults[int(source.codes[offset])]
        if not column.is_required:
            sentence = f"{sentence.rstrip('。')}；这一格先留空，其余照常入库。"
        return self.problem("bad_cell", "拒收" if column.is_required else "提示", sentence, offset, column.label, cell)

    def note_gaps(
        self, read: Mapping[str, list[values.Values]], problems: list[Problem], options: Options
    ) -> np.ndarray:
        """Refuse records whose required cells are empty (the community may come from the title, decided in the build)."""
        refused = np.zeros(self.size, bool)
        for column in self.table.record.required:
            if column.name == "community":
                continue
            present = np.logical_or.reduce([part.is_present | part.is_faulty for part in read[column.name]])
            missing = ~present & self.classified.is_record
            for offset in np.flatnonzero(missing):
                message = f"“{column.label}”是空的，请补填（若是合并单元格拆开造成的，请向下填充）。"
                problems.append(self.problem("missing", "拒收", message, offset, column.label))
            refused |= missing
        return refused

    def typed(self, read: Mapping[str, list[values.Values]]) -> pa.Table:
        """Return all body rows as a typed table with lineage."""
        arrays: dict[str, Any] = {}
        for name, parts in read.items():
            arrays |= parts[0].arrays if len(parts) == 1 else {name: _sum(parts, name)}
        arrays["sheet"] = pa.repeat(self.sheet.name, self.size)
        arrays["row_no"] = pa.array(np.arange(self.size, dtype=np.int32) + self.row_no(0))
        arrays["table_no"] = pa.repeat(pa.scalar(self.table.header_rows[0], pa.int32()), self.size)
        return pa.table(arrays)

    def report(self, refused: int, read: Mapping[str, list[values.Values]], options: Options) -> TableReport:
        """Sum up the table."""
        reasons = {reason: len(offsets) for reason, offsets in self.classified.skipped.items()}
        return TableReport(
            self.sheet.name,
            self.table.record.id,
            self.classified.read,
            refused,
            sum(reasons.values()),
            reasons,
            tuple(self._totals(read)),
            self.context,
            span.stated(self.context),
            self.table.unknown,
        )

    def _totals(self, read: Mapping[str, list[values.Values]]) -> Iterator[totals.PrintedTotal]:
        lines = self.classified.skipped.get("合计行", np.array([], int))
        labels = {int(offset): self._label(offset) for offset in lines}
        for column in (
            c for c in self.table.record.columns if c.kind.is_sum and labels and c.name in self.table.sources
        ):
            ours = sum(_floats(part.arrays[column.name]) for part in read[column.name])
            printed = {o: ours[o] for o in labels if any(p.is_present[o] for p in read[column.name])}
            ours = np.where(self.classified.is_record, ours, 0.0)
            for offset, (theirs, computed) in totals.reconcile(printed, labels, ours).items():
                yield totals.PrintedTotal(self.sheet.name, self.row_no(offset), column.label, theirs, computed)

    def _label(self, offset: int) -> str:
        return " ".join(column.cell(offset) for column in list(self.columns.values())[: rows.LEADING_COLUMNS])


def _floats(array: pa.Array) -> np.ndarray:
    return np.nan_to_num(array.cast(pa.float64()).to_numpy(zero_copy_only=False))


def _sum(parts: Sequence[values.Values], name: str) -> pa.Array:
    """Add the parts of a quantity spread over several columns (上午, 下午); all empty stays empty."""
    present = np.logical_or.reduce([part.is_present for part in parts])
    kind = parts[0].arrays[name].type
    total = sum(_floats(part.arrays[name]) for part in parts)
    return pa.array(np.round(total, 2), mask=~present).cast(kind, safe=False)


def _failed_checks(record: RecordType, typed: pa.Table, body: _Body, problems: list[Problem]) -> np.ndarray:
    """Refuse the rows that break a rule between cells."""
    refused = np.zeros(body.size, bool)
    if not record.checks:
        return refused
    with duckdb.connect() as connection:
        connection.register("typed", typed)
        flags = [f"coalesce(not ({check.sql}), false)" for check in record.checks]
        failed = connection.execute(
            f"select row_no, {', '.join(flags)} from typed where {' or '.join(flags)}"
        ).fetchall()
    for row_no, *fails in failed:
        offset = row_no - body.row_no(0)
        if body.classified.is_record[offset]:
            refused[offset] = True
            check = record.checks[fails.index(True)]
            column = record.column(check.column)
            message = f"{check.sentence}。"
            problems.append(
                body.problem("broken_rule", "拒收", message, offset, column.label, _cell(body, column, offset))
            )
    return refused


def _cell(body: _Body, column: Column, offset: int) -> str:
    return " ".join(body.columns[index].cell(offset) for index in body.table.sources.get(column.name, ()))


def _derived(record: RecordType, typed: pa.Table) -> pa.Table:
    """Add the columns worked out row by row."""
    if not record.derived:
        return typed
    with duckdb.connect() as connection:
        connection.register("typed", typed)
        extra = ", ".join(f"cast({column.sql} as {column.sql_type}) as {column.name}" for column in record.derived)
        return connection.sql(f"select *, {extra} from typed").to_arrow_table()
