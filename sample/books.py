"""Writing workbooks and CSV files: the same input gives the same bytes."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

import xlsxwriter
import xlwt

from sample.blocks import Block
from sample.cells import Formula, iso

CREATED = datetime(2026, 11, 2, 9, 0, tzinfo=UTC).replace(tzinfo=None)
Form = Literal["xlsx", "xls", "utf-8-sig", "gbk"]


EMPTY = Block(())


@dataclass(frozen=True)
class Sheet:
    name: str
    block: Block = EMPTY


@dataclass(frozen=True)
class Book:
    """One ledger file. `form` is what it really is, whatever its name says; a CSV has one sheet."""

    file: str
    form: Form
    sheets: Sequence[Sheet]

    def write(self, folder: Path) -> Path:
        """Write the file into a folder and return its path."""
        path = folder / self.file
        path.write_bytes(self._bytes())
        return path

    def _bytes(self) -> bytes:
        if self.form == "xlsx":
            return _xlsx(self.sheets)
        return _xls(self.sheets) if self.form == "xls" else _csv(self.sheets[0], self.form)


def _xlsx(sheets: Sequence[Sheet]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        workbook.set_properties({"created": CREATED, "author": "演示", "title": "演示台账"})
        day, instant = (workbook.add_format({"num_format": f}) for f in ("yyyy/m/d", "yyyy/m/d h:mm"))
        heading = workbook.add_format({"bold": True, "align": "center", "valign": "vcenter"})
        for sheet in sheets:
            target = workbook.add_worksheet(sheet.name)
            for top, left, bottom, right in sheet.block.merges:
                target.merge_range(top, left, bottom, right, "", heading)
            for row, cells in enumerate(sheet.block.rows):
                for column, cell in enumerate(cells):
                    _put(target, row, column, cell, instant if isinstance(cell, datetime) else day)
    return buffer.getvalue()


def _put(target: Any, row: int, column: int, cell: Any, date_format: Any) -> None:
    if isinstance(cell, Formula):
        target.write_formula(row, column, cell.text, None, cell.value)
    elif isinstance(cell, date):
        target.write_datetime(row, column, cell, date_format)
    elif isinstance(cell, str):
        target.write_string(row, column, cell)
    elif cell is not None:
        target.write_number(row, column, cell)


def _xls(sheets: Sequence[Sheet]) -> bytes:
    workbook = xlwt.Workbook(encoding="utf-8")
    day, heading = xlwt.easyxf(num_format_str="YYYY/M/D"), xlwt.easyxf("font: bold on; align: horiz center")
    for sheet in sheets:
        target = workbook.add_sheet(sheet.name)
        merged = {(top, left): (bottom, right) for top, left, bottom, right in sheet.block.merges}
        for row, cells in enumerate(sheet.block.rows):
            for column, cell in enumerate(cells):
                shown = cell.value if isinstance(cell, Formula) else cell
                if end := merged.get((row, column)):
                    target.write_merge(row, end[0], column, end[1], shown, heading)
                elif shown is not None:
                    target.write(row, column, shown, day if isinstance(shown, date) else xlwt.Style.default_style)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _csv(sheet: Sheet, encoding: str) -> bytes:
    buffer = io.StringIO()
    rows = csv.writer(buffer, lineterminator="\r\n")
    rows.writerows([iso(cell) if isinstance(cell, date) else cell for cell in row] for row in sheet.block.rows)
    return buffer.getvalue().encode(encoding)
