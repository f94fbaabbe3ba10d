"""The body of one table: its rows classified, its cells read, and a problem for everything that does not enter as it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.cleaning import parsed_column, printed_totals, process_cache, row_kinds
from etl.cleaning.parsed_column import ParsedColumn
from etl.inbox.folder import Options
from etl.parse import without_identifiers
from etl.problem import Problem
from etl.reading.grid import Sheet
from etl.recognition import stated_period
from etl.recognition.ledger_tables import LedgerTable
from etl.schema import Column

Read = Mapping[str, Sequence[ParsedColumn]]  # declared column → its values, several where parts add up

_NOT_WORTH_A_WORD = re.compile(r"序号|编号|No\.?|#|备注|说明", re.IGNORECASE)


@dataclass(frozen=True)
class TableBody:
    """The rows under a header, each grid column coded, each row classified."""

    sheet: Sheet
    table: LedgerTable
    file: str
    options: Options
    columns: Mapping[int, row_kinds.CodedColumn]
    classified: row_kinds.ClassifiedRows

    @classmethod
    def of(cls, sheet: Sheet, table: LedgerTable, file: str, options: Options) -> "TableBody":
        """Code and classify the rows of a table."""
        columns = {i: row_kinds.coded(sheet, i, table.start, table.stop) for i in range(len(sheet.columns))}
        return cls(sheet, table, file, options, columns, row_kinds.classify(sheet, table, columns))

    @property
    def size(self) -> int:
        return self.table.stop - self.table.start

    @property
    def context(self) -> tuple[str, ...]:
        """What speaks of place and time beside the cells, the nearest first."""
        said = self.options.constants.get("community")
        return tuple(filter(None, (said, *self.table.titles, self.sheet.name, self.file)))

    def row_no(self, offset: int) -> int:
        """Return the row as the spreadsheet shows it."""
        return self.sheet.first_row + self.table.start + offset

    def problem(self, code: str, severity: Any, message: str, offset: int, column: str = "", cell: str = "") -> Problem:
        """Say where: file, sheet, and the row as the spreadsheet shows it."""
        place = (self.sheet.name, self.row_no(offset), column, without_identifiers(cell))
        return Problem(code, severity, self.file, message, *place, record=self.table.record.id)

    def read(self, key: bytes) -> dict[str, Sequence[ParsedColumn]]:
        """Read each declared column: from the sheet, from what was said for all rows, or empty."""
        context = parsed_column.Context(stated_period.stated_year(self.context), key)
        columns = self.table.record.columns
        read = process_cache.threads().map(lambda column: self._column(column, context), columns)
        found = dict(zip((column.name for column in columns), read, strict=True))
        for column in self.table.record.columns:
            if column.fills and column.name in self.table.sources:
                other = self.table.record.column(column.fills)
                source = self.columns[self.table.sources[column.name][0]]
                found[other.name] = [_over(parsed_column.beside(column, other, source, context), found[other.name][0])]
        return found

    def _column(self, column: Column, context: parsed_column.Context) -> Sequence[ParsedColumn]:
        unit = self.table.units.get(column.name)
        if sources := self.table.sources.get(column.name):
            return [parsed_column.read(column, self.columns[index], unit, context) for index in sources]
        given = {**self._said_by_units(), **self.options.constants}
        if column.name in given:
            return [parsed_column.constant(column, given[column.name], self.size, context)]
        return [parsed_column.absent(column, self.size)]

    def _said_by_units(self) -> dict[str, str]:
        """What units in headers say of other columns: 评分（10分制） of the scale, 数量（件） of the unit."""
        said: dict[str, str] = {}
        for name, unit in self.table.units.items():
            column = self.table.record.column(name)
            if unit in column.unit_sets:
                said |= dict([column.unit_sets[unit]])
            elif column.fills and self.table.record.column(column.fills).kind.sql == "varchar":
                said[column.fills] = unit
        return said

    def skipped(self) -> Iterator[Problem]:
        """List every row that is no record with its reason; of its words only a label, since notes may name people."""
        for reason, offsets in self.classified.skipped.items():
            for offset in offsets.tolist():
                yield self.problem("skipped", "跳过", f"{reason}，不是记录。", offset, cell=self._telling(offset))

    def _telling(self, offset: int) -> str:
        cells = (column.cell(offset) for column in self.columns.values() if column.codes[offset] >= 0)
        found = (re.match(f"{row_kinds.TOTAL}|{row_kinds.NOTE}", cell) for cell in cells)
        return next((match[0] for match in found if match), "")

    def unread(self) -> Iterator[Problem]:
        """Name the columns that were not read, but for a running number and remarks."""
        header = self.table.header
        names = [name for name in (*header.unknown, *header.surplus) if not _NOT_WORTH_A_WORD.fullmatch(name)]
        names += [f"第{index + 1}列（没有表头）" for index in header.blank if self._is_full(index)]
        if names:
            message = f"这些列没有读取：{'、'.join(map(without_identifiers, names))}。其余列照常入库。"
            yield self.problem("unread_columns", "提示", message, -1)

    def _is_full(self, index: int) -> bool:
        """Whether a column has something in most records: then it is more than a total written beside the table."""
        filled = (self.columns[index].codes >= 0) & self.classified.is_record
        return 2 * int(filled.sum()) > int(self.classified.is_record.sum())

    def faults(self, read: Read) -> tuple[list[Problem], np.ndarray]:
        """Return unreadable cells, and the rows they refuse: those of a required column; elsewhere only the cell stays empty."""
        problems, refused = [], np.zeros(self.size, bool)
        for column in self.table.record.columns:
            for part, index in zip(read[column.name], self.table.sources.get(column.name, ()), strict=False):
                hit = part.is_faulty & self.classified.is_record
                problems += [self._fault(column, part, index, offset) for offset in np.flatnonzero(hit).tolist()]
                refused |= hit & column.is_required
        return problems, refused

    def _fault(self, column: Column, part: ParsedColumn, index: int, offset: int) -> Problem:
        source = self.columns[index]
        cell = "（姓名不显示）" if column.kind.is_personal else source.cell(offset)
        sentence = part.faults[int(source.codes[offset])]
        if not column.is_required:
            sentence = f"{sentence.rstrip('。')}；这一格先留空，其余照常入库。"
        return self.problem("bad_cell", "拒收" if column.is_required else "提示", sentence, offset, column.label, cell)

    def gaps(self, read: Read) -> tuple[list[Problem], np.ndarray]:
        """Return records whose required cells are empty (the community may come from the title, decided in the build)."""
        problems, refused = [], np.zeros(self.size, bool)
        for column in self.table.record.required:
            present = np.logical_or.reduce([part.is_present | part.is_faulty for part in read[column.name]])
            missing = ~present & self.classified.is_record
            if column.name == "community" or not missing.any():
                continue
            refused |= missing
            if column.name in self.table.sources:
                problems += [self._gap(column, offset) for offset in np.flatnonzero(missing).tolist()]
            else:
                problems.append(self._lack(column, int(missing.sum())))
        return problems, refused

    def _gap(self, column: Column, offset: int) -> Problem:
        message = f"“{column.label}”是空的，请补填（若是合并单元格拆开造成的，请向下填充）。"
        return self.problem("missing", "拒收", message, offset, column.label)

    def _lack(self, column: Column, count: int) -> Problem:
        message = f"没有“{column.label}”这一列，{count} 行没有入库。请补上，或用 --set {column.name}={column.kind.example} 指明。"
        return self.problem("missing", "拒收", message, -1, column.label)

    def typed(self, read: Read) -> pa.Table:
        """Return all body rows as a typed table with lineage."""
        arrays: dict[str, Any] = {}
        for name, parts in read.items():
            arrays |= parts[0].arrays if len(parts) == 1 else {name: _sum(parts, name)}
        arrays["sheet"] = pa.DictionaryArray.from_arrays(
            pa.repeat(pa.scalar(0, pa.int32()), self.size), [self.sheet.name]
        )
        arrays["row_no"] = pa.array(np.arange(self.size, dtype=np.int32) + self.row_no(0))
        arrays["table_no"] = pa.repeat(pa.scalar(self.table.start, pa.int32()), self.size)
        return pa.table(arrays)

    def totals(self, read: Read) -> Iterator[printed_totals.PrintedTotal]:
        """Yield every printed total beside our own sum."""
        lines = self.classified.skipped.get(row_kinds.TOTAL_ROW, np.array([], int))
        labels = {offset: self._telling(offset) for offset in lines.tolist()}
        for column in (c for c in self.table.record.columns if c.kind.is_sum and c.name in self.table.sources):
            ours = np.add.reduce([_floats(part.arrays[column.name]) for part in read[column.name]])
            printed = {o: float(ours[o]) for o in labels if any(p.is_present[o] for p in read[column.name])}
            ours = np.where(self.classified.is_record, ours, 0.0)
            for offset, (theirs, computed) in printed_totals.reconcile(printed, labels, ours).items():
                yield printed_totals.PrintedTotal(self.sheet.name, self.row_no(offset), column.label, theirs, computed)


def _over(first: ParsedColumn, second: ParsedColumn) -> ParsedColumn:
    """What a cell itself says prevails over the other column."""
    arrays = {name: pc.coalesce(array, second.arrays[name]) for name, array in first.arrays.items()}
    is_present = first.is_present | first.is_faulty | second.is_present
    return ParsedColumn(arrays, is_present, second.faults, second.is_faulty)


def _floats(array: pa.Array) -> np.ndarray:
    return np.nan_to_num(array.cast(pa.float64()).to_numpy(zero_copy_only=False))


def _sum(parts: Sequence[ParsedColumn], name: str) -> pa.Array:
    """Add the parts of a quantity spread over several columns (上午, 下午); all empty stays empty."""
    present = np.logical_or.reduce([part.is_present for part in parts])
    kind = parts[0].arrays[name].type
    total = np.add.reduce([_floats(part.arrays[name]) for part in parts])
    return pa.array(np.round(total, 2), mask=~present).cast(kind, safe=False)
