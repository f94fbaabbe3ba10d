"""Provides the body of one table: its grid columns encoded, its rows classified, and the place that a problem names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pyarrow as pa

from etl.cleaning import labelled_rows, other_money, other_natures, row_kinds, second_headers, section_rows
from etl.cleaning.as_above_cells import as_above
from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn, coded_column
from etl.cleaning.row_kinds import ClassifiedRows
from etl.cleaning.undone_rows import undone_rows
from etl.columns import COMMUNITY
from etl.parse import without_personal_data
from etl.problem import SKIPPED, Problem, Severity
from etl.reading.grid import Sheet
from etl.recognition.blank_roster import rests_on_proofs, unread_proofs
from etl.recognition.header_cell import is_personal
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import AS_ABOVE
from etl.recognition.stated_above import said_above
from etl.recognition.stated_period import stated_year
from etl.recognition.table_header import NOT_MISSED
from etl.schema import Column

# Offsets count the rows of a body from 0, so that its header, or the last row of it, is at -1.
HEADER_OFFSET = -1
ROWS_ABOVE = "rows_above"  # code of the hint
MOST_SHEET_ROWS = 1 << 21  # no spreadsheet has as many

_LABEL = re.compile(f"{row_kinds.TOTAL}|{row_kinds.NOTE}")


@dataclass(frozen=True)
class TableBody:
    """The rows under a header, each grid column encoded, each row classified."""

    sheet: Sheet
    table: LedgerTable
    file: str
    columns: Mapping[int, CodedColumn]  # by number of the grid column
    rows: ClassifiedRows
    part: int = 0  # tells blocks of one sheet apart that stand side by side
    as_above_counts: Mapping[int, int] = field(default_factory=dict)  # grid column → signs read as the cell above

    @classmethod
    def of(cls, sheet: Sheet, table: LedgerTable, file: str, part: int = 0) -> "TableBody":
        """Encode and classify the rows of a table."""
        once = {
            i for name, indices in table.sources.items() if table.record.column(name).kind.is_quantity for i in indices
        }
        columns = {
            i: coded_column(sheet, i, table.start, table.stop, repeats_merged=i not in once)
            for i in range(len(sheet.columns))
        }
        columns |= _filled_down(table, columns)
        rows = row_kinds.classify_rows(sheet, table, columns)
        repeated = as_above(table, columns, rows.is_record)
        return cls(sheet, table, file, {**columns, **repeated.columns}, rows, part, repeated.counts)

    def without(self, excluded: Mapping[str, np.ndarray]) -> "TableBody":
        """Return this body with further rows skipped, given as {reason: mask}."""
        rows = self.rows
        for reason, mask in excluded.items():
            if (mask & rows.is_record).any():
                offsets = np.flatnonzero(mask & rows.is_record)
                rows = replace(rows, is_record=rows.is_record & ~mask, skipped={**rows.skipped, reason: offsets})
        return replace(self, rows=rows)

    @property
    def size(self) -> int:
        return self.table.stop - self.table.start

    def filling_columns(self) -> Iterator[tuple[Column, CodedColumn]]:
        """Yield each column that may state others, with its cells, or its constant where it has none: 2024年 has a last day, too."""
        for column in (column for column in self.table.record.columns if column.fills):
            if indices := self.table.sources.get(column.name):
                yield column, self.columns[indices[0]]
            elif constant := self.table.constants.get(column.name):
                yield column, CodedColumn(np.zeros(self.size, np.int32), pa.array([constant]))

    @property
    def table_no(self) -> int:
        """Return a number that no other table of the sheet has."""
        return self.part * MOST_SHEET_ROWS + self.table.start

    @property
    def context(self) -> tuple[str, ...]:
        """Return the texts beside the cells that may state place and time, the nearest first."""
        community = self.table.constants.get(COMMUNITY.name)
        return tuple(filter(None, (community, *self.table.titles, self.sheet.name, self.file)))

    @property
    def year(self) -> int | None:
        """Return the year of dates without one: as stated, else as title, sheet name and file name give it."""
        return self.table.header.stated_month.year or stated_year(self.context)

    @property
    def is_unused_side(self) -> bool:
        """Tell whether a table of both directions has no row of this one: a book of spending alone does not say that no gift came in."""
        sides = self.table.header.sides
        is_incoming = sides is not None and bool(sides.opposite) and self.table.record.direction == "in"
        return is_incoming and not self.rows.read_count

    def row_no(self, offset: int) -> int:
        """Return the row as the spreadsheet shows it."""
        return self.sheet.row_no(self.table.start + offset)

    def problem(
        self, code: str, severity: Severity, message: str, offset: int, column: str = "", cell: str = ""
    ) -> Problem:
        """Return a problem placed in file, sheet and row; HEADER_OFFSET places it in the header."""
        row_no = self.sheet.row_no(
            self.table.start + offset, self.table.first_cell_of(column) if self.sheet.origin else None
        )
        place = (self.sheet.name, row_no, column, cell)
        return Problem(code, severity, self.file, message, *place, record=self.table.record.id)

    def skipped(self) -> Iterator[Problem]:
        """Yield every row that is no record with the reason; of its words only a label, since notes may name people."""
        for reason, offsets in self.rows.skipped.items():
            sentence = f"{reason}。" if reason == row_kinds.ABOVE_ROW else f"{reason}，不是记录。"
            for offset in offsets.tolist():
                yield self.problem("skipped", SKIPPED, sentence, offset, cell=self.label(offset))

    def label(self, offset: int) -> str:
        """Return the word of a row that makes it a total or a note, such as 小计; "" where it has none."""
        filled = (column for column in self.columns.values() if offset >= 0 and column.codes[offset] >= 0)
        cells = (column.cell(offset) for column in filled)
        return next((match[0] for cell in cells if (match := _LABEL.match(cell))), "")

    def above(self) -> Iterator[Problem]:
        """Say how many rows above the header that a person named hold data, and how to take them in."""
        if rows := self.table.rows_above:
            message = f"表头以上像另有一张表，第{self.sheet.row_no(rows[0])}行起{len(rows)}行没有读。也要的，请拆成两张工作表，各带标题和表头，再导入。"
            yield self.problem(ROWS_ABOVE, "提示", message, HEADER_OFFSET)

    def unmatched(self) -> Iterator[Problem]:
        """Name the headers that were stated for the file and are not in this table."""
        if names := self.table.header.unmatched:
            message = f"这张表里没有说明中写的表头：{'、'.join(map(without_personal_data, names))}。请核对表头的写法。"
            yield self.problem("unmatched_header", "提示", message, HEADER_OFFSET)

    def stated_above(self) -> Iterator[Problem]:
        """Name what the lines above the header state of all rows."""
        if particulars := self.table.header.particulars:
            yield self.problem("particulars", "提示", said_above(self.table.record, particulars), HEADER_OFFSET)

    def unread(self) -> Iterator[Problem]:
        """Name the columns that were not read, except running numbers and remarks."""
        header = self.table.header
        choosing = {header.text(index) for index, _ in header.only}
        passed_over = (name for name in (*header.unknown, *header.surplus) if name not in choosing)
        names = [
            name for name in passed_over if not (NOT_MISSED.fullmatch(name) or other_money.CURRENCY.fullmatch(name))
        ]
        names += [f"第{index + 1}列（没有表头）" for index in header.blank if self._is_filled(index)]
        personal = [name for name in names if is_personal(name)]
        if others := [without_personal_data(name) for name in names if name not in personal]:
            message = f"这些列没有读取：{'、'.join(others)}。其余列照常入库。"
            yield self.problem("unread_columns", "提示", message, HEADER_OFFSET)
        if personal:
            message = f"个人信息，不读取：{'、'.join(map(without_personal_data, personal))}。"
            yield self.problem("personal_columns", "提示", message, HEADER_OFFSET)

    def filled_from_above(self) -> Iterator[Problem]:
        """Say in which columns 同上 and 〃 were read as the cell of the row above."""
        for index in sorted({*self.as_above_counts}.intersection(self.table.headed_columns)):
            header = self.table.header.text(index)
            message = f"“{header}”有{self.as_above_counts[index]}格写着“同上”或〃，按上面一行的读。"
            yield self.problem("column_style", "提示", message, HEADER_OFFSET, header)

    def undone(self) -> tuple[list[Problem], np.ndarray]:
        """Return a problem for each record of which a cell says that it is none, and a mask of them."""
        mask, problems = np.zeros(self.size, bool), []
        for undone in undone_rows(self.table, self.columns):
            is_undone = undone.rows & self.rows.is_record & ~mask
            for offset in np.flatnonzero(is_undone).tolist():
                cell = self.columns[undone.index].cell(offset)
                message, shown = undone.sentence(cell), undone.shown(cell)
                problems.append(self.problem("undone", "拒收", message, offset, undone.header, shown))
            mask |= is_undone
        return problems, mask

    def without_labelled(self) -> tuple[list[Problem], "TableBody"]:
        """Return a problem for each row of which a label, or a line above, says that it is no record, and this body without them: they lack nothing and add up to nothing."""
        is_record, problems = self.rows.is_record.copy(), []
        notes = self.rows.skipped.get(row_kinds.NOTE_ROW, np.array([], int))
        for rows, sentence in (
            *second_headers.refusals(self.sheet, self.table, self.columns),
            *section_rows.refusals(self.sheet, self.table, self.columns, notes, self.year),
            *labelled_rows.refusals(self.table, self.columns),
        ):
            offsets = np.flatnonzero(rows & is_record).tolist()
            problems += [self.problem("no_record", "拒收", sentence, offset) for offset in offsets]
            is_record &= ~rows
        return problems, replace(self, rows=replace(self.rows, is_record=is_record))

    def of_other_nature(self) -> tuple[list[Problem], np.ndarray]:
        """Return a problem for each record that is none of its type, or of other money, and a mask of them."""
        mask, problems = np.zeros(self.size, bool), []
        refusals = other_natures.refusals(self.table, self.columns, self.rows.is_record, " ".join(self.context))
        for rows, sentence in refusals:
            is_refused = rows & self.rows.is_record & ~mask
            offsets = np.flatnonzero(is_refused).tolist()
            problems += [self.problem("other_nature", "拒收", sentence, offset) for offset in offsets]
            mask |= is_refused
        return problems, mask

    def read_as_two(self) -> Iterator[Problem]:
        """Say once that the rows of a table of both directions come in as two record types."""
        sides = self.table.header.sides
        if sides and sides.opposite and self.table.record.direction == "out":
            label = self.table.record.label
            message = (
                f"这张表两个方向都有：“{sides.own.name}”按“{label}”读，“{sides.other.name}”按“{sides.opposite}”读。"
                f"“{sides.opposite}”另有台账的，请加 --record {label}，以免算两次。"
            )
            yield self.problem("two_directions", "提示", message, HEADER_OFFSET)

    def unsigned(self) -> Iterator[Problem]:
        """Ask of each record without any signature or time beside others that have one: nothing says that it took place."""
        unread = [self.columns[index].codes != EMPTY_CODE for index in unread_proofs(self.table.header)]
        is_signed = np.logical_or.reduce(unread) if unread else np.ones(self.size, bool)
        if not (is_signed & self.rows.is_record).any():
            return
        column = "，或加“是否到场”一列写“否”" if rests_on_proofs(self.table.record) else ""
        lacking = "没有领" if self.table.record.direction else "没有来"
        message = f"这一行没有签名或时间，别的行有；仍照常入库。{lacking}的请删去这一行{column}。"
        for offset in np.flatnonzero(self.rows.is_record & ~is_signed).tolist():
            yield self.problem("unsigned", "提示", message, offset)

    def _is_filled(self, index: int) -> bool:
        """Tell whether a grid column is filled in most records: then it is more than a total written beside the table."""
        filled = (self.columns[index].codes >= 0) & self.rows.is_record
        return 2 * int(filled.sum()) > int(np.sum(self.rows.is_record))


def _filled_down(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> dict[int, CodedColumn]:
    """Return the grid columns in which an empty cell means what stands above it, filled in the rows that say something else, too."""
    names = {name for name, constant in table.constants.items() if constant == AS_ABOVE}
    above = {index for name in names for index in table.sources.get(name, ())}
    others = [
        columns[i].codes != EMPTY_CODE
        for i in {*table.headed_columns, *table.unread_columns} - above - set(table.quantity_columns)
    ]
    says_something = np.logical_or.reduce(others) if others else np.zeros(table.stop - table.start, bool)
    return {index: columns[index].filled_down(says_something) for index in above}
