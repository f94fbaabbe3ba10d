"""Writes the refused rows of a ledger as the sender's own sheet: cells to mend, the reason beside each row, an id out of sight."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from documents.excel import HEADER, add_sheet, open_workbook, write_notes
from documents.text_width import text_width
from etl.problem import SEVERITIES
from etl.reading.correction import COLUMNS_BESIDE
from etl.reading.row_id import SHA256_LENGTH, RowId, RowKind
from etl.reading.text_columns import canonical_text
from etl.reporting.refused_rows import RefusedSheet, SheetRow, refused_sheets
from etl.schema import EXPLANATION_SHEET
from warehouse import ledgers
from warehouse.build import Build

FAULT_COLOR = "#FBE3E0"
REASON_COLOR = "#7A2E24"
WIDTHS = (6, 40)  # of the sender's columns, in Latin characters
REASON_WIDTHS = (60, 18, 9)
MOST_SHOWN_DIGITS = 11  # Excel shows longer numbers as 1.38E+11
MOST_NAME = 31  # characters of a sheet's name
_UNFIT = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))  # what Excel takes in no sheet's name


def file_name(build: Build, file: str) -> str:
    """Return how the correction sheet of a ledger is called; another build makes another, so that none replaces one handed in."""
    return f"{PurePosixPath(file).stem}（更正单{PurePosixPath(build.name).stem}）.xlsx"


def correction_sheet(folder: Path, build: Build, file: str) -> bytes:
    """Return the .xlsx to be corrected and handed in again. Raises NoRefusedRows and Unreadable."""
    sheets = refused_sheets(folder, build, file)
    sha256 = next(source.sha256 for source in ledgers.source_files(build) if source.file == file)
    stream = BytesIO()
    with open_workbook(stream, file_name(build, file), build.created_at) as book:
        names = _sheet_names([sheet.name or PurePosixPath(file).stem for sheet in sheets])
        for name, sheet in zip(names, sheets, strict=True):
            ids = [_id(build, file, sha256, sheet.name, row) for row in sheet.rows]
            _write_sheet(book, add_sheet(book, name), sheet, ids)
        write_notes(book, EXPLANATION_SHEET, _notes(build, file, sum(sheet.refused_count for sheet in sheets)))
    return stream.getvalue()


def _id(build: Build, file: str, sha256: str, sheet: str, row: SheetRow) -> str:
    kind: RowKind = "表头" if row.is_header else "更正"
    return RowId(kind, file, sha256[:SHA256_LENGTH], build.name, sheet, row.row_no).text(
        row.cells if row.is_header else ()
    )


def _write_sheet(book: Workbook, page: Worksheet, sheet: RefusedSheet, ids: Sequence[str]) -> None:
    width = len(sheet.rows[0].cells)
    looks = {
        "header": book.add_format(HEADER),
        "fault": book.add_format({"bg_color": FAULT_COLOR}),
        "reason": book.add_format({"text_wrap": True, "font_color": REASON_COLOR, "valign": "top"}),
    }
    places = {row.row_no: place for place, row in enumerate(sheet.rows)}
    for place, (row, id) in enumerate(zip(sheet.rows, ids, strict=True)):
        _write_row(page, place, row, looks)
        _write_beside(page, place, row, looks, is_title=row.is_header and sheet.rows[place + 1].is_header)
        page.write_string(place, width + len(COLUMNS_BESIDE), id)
    for top, left, bottom, right in sheet.merges:
        text = sheet.rows[places[top]].cells[left] or ""
        page.merge_range(places[top], left, places[bottom], right, text, looks["header"])
    _set_widths(page, sheet.rows, width)
    page.freeze_panes(next(place for place, row in enumerate(sheet.rows) if not row.is_header), 0)


def _write_row(page: Worksheet, place: int, row: SheetRow, looks: Mapping[str, Any]) -> None:
    for index, cell in enumerate(row.cells):
        look = looks["header"] if row.is_header else looks["fault"] if index in row.at_fault else None
        if cell and _is_number(cell):
            page.write_number(place, index, float(cell), look)
        elif cell:
            page.write_string(place, index, cell, look)
        elif look and not row.is_header:
            page.write_blank(place, index, None, look)


def _write_beside(page: Worksheet, place: int, row: SheetRow, looks: Mapping[str, Any], *, is_title: bool) -> None:
    """Write the reason, the columns at fault and the row's number; above them their headers, in the last row of a header."""
    if is_title:
        return
    beside = COLUMNS_BESIDE if row.is_header else (row.reason, row.headers, str(row.row_no))
    for index, text in enumerate(beside, len(row.cells)):
        page.write_string(place, index, text, looks["header"] if row.is_header else looks["reason"])


def _is_number(cell: str) -> bool:
    """Tell whether a cell is the number it looks like, and is shown so: no 007, no 1.50, no number of an identity card."""
    try:
        return len(cell) <= MOST_SHOWN_DIGITS and canonical_text(float(cell)) == cell
    except ValueError:
        return False


def _set_widths(page: Worksheet, rows: Sequence[SheetRow], width: int) -> None:
    least, most = WIDTHS
    for index in range(width):
        shown = (row for place, row in enumerate(rows) if not row.is_header or not rows[place + 1].is_header)
        widest = max(text_width(row.cells[index] or "") for row in shown)
        page.set_column(index, index, min(most, max(least, widest + 3)))
    for index, chosen in enumerate(REASON_WIDTHS, width):
        page.set_column(index, index, chosen)
    page.set_column(width + len(COLUMNS_BESIDE), width + len(COLUMNS_BESIDE), None, None, {"hidden": True})


def _notes(build: Build, file: str, count: int) -> list[str]:
    whole = dict.fromkeys(
        problem.message
        for problem in ledgers.problems(build)
        if problem.file == file and problem.severity == SEVERITIES[0] and problem.row_no is None
    )
    return [
        f"这是“{file}”里没有入库的{count}行：表头和单元格与原件相同，右边写着每一行的原因和要改哪一列。",
        "改标红的格子，存盘，再把这份文件拖进“数据导入”（或运行 python -m etl load 这份文件）。改好的行并入原来那一份，原件不动。",
        "不要增删行和列，不要改表头；隐藏的一列是每一行的编号，用来找回原件的行。不改的行留着不动，会再列出来。",
        "重复登记、本来就不该入库的行，不用改。",
        *whole,
    ]


def _sheet_names(names: Sequence[str]) -> list[str]:
    """Return names that Excel takes, each once."""
    taken: list[str] = []
    for number, name in enumerate(names, 1):
        fit = name.translate(_UNFIT)[:MOST_NAME]
        is_free = fit.casefold() not in (other.casefold() for other in (*taken, EXPLANATION_SHEET))
        taken.append(fit if is_free else f"{fit[: MOST_NAME - 4]}-{number}")
    return taken
