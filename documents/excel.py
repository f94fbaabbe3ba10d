"""Writes tables into Excel workbooks: text stays text, columns fit, the header stays in sight, every sheet prints on A4."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil, isfinite
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from documents.document import AUTHOR, Cell, Table, printed
from documents.text_width import text_width

MOST_ROWS = 1_000_000  # a sheet holds 1,048,576, the header and a banner among them
MEASURED_ROWS = 1_000  # from which the width of a column is taken
LINE_HEIGHT, MOST_LINES = 15, 27  # points; Excel's rows hold no more than 409
NOTE_WIDTH = 110
HEADER = {"bold": True, "bg_color": "#E8EEF5", "bottom": 1, "text_wrap": True, "valign": "vcenter"}
_A4 = 9
_FONT = {"font_name": "宋体", "font_size": 11}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}


@dataclass(frozen=True)
class SheetStyle:
    """How a table looks on its sheet: the formats of its numbers, its column widths in Latin characters."""

    whole: str = "General"
    decimal: str = "General"
    narrowest: int = 6
    widest: int = 60
    wraps: bool = False  # cells take as many lines as their text needs


@dataclass(frozen=True)
class Banner:
    """The line above a table, so that a sheet printed alone explains itself."""

    text: str
    color: str
    is_bold: bool = False


DATA = SheetStyle()
PRINTED = SheetStyle(whole="#,##0", decimal="#,##0.00", narrowest=8, wraps=True)


def open_workbook(stream: BinaryIO, title: str, made_at: datetime | None = None) -> Workbook:
    """Return a new workbook whose text is drawn in 宋体; with `made_at` no clock is read."""
    book = Workbook(
        stream, {**_OPTIONS, "default_format_properties": dict(_FONT)}
    )  # xlsxwriter writes into what it is given
    book.set_properties({"title": title, "author": AUTHOR, **({"created": made_at} if made_at else {})})
    return book


def add_sheet(book: Workbook, name: str, banner: Banner | None = None) -> Worksheet:
    """Return a new sheet that prints as wide as an A4 page on its side, pages numbered, with the banner in its first row."""
    sheet = book.add_worksheet(name)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")
    if banner:
        look = book.add_format({"font_color": banner.color, "bold": banner.is_bold})
        sheet.write_string(0, 0, banner.text, look)
    return sheet


def write_table(book: Workbook, table: Table, style: SheetStyle = DATA, banner: Banner | None = None) -> Worksheet:
    """Write a table on a sheet of its own and return the sheet."""
    sheet, top = add_sheet(book, table.title, banner), 1 if banner else 0
    widths = [_width(cells, style) for cells in _columns(table)]
    _write_header(book, sheet, table.header, top, widths)
    _write_rows(book, sheet, table.rows, top + 1, style)
    if style.wraps:
        for row, cells in enumerate(table.rows, top + 1):
            sheet.set_row(row, LINE_HEIGHT * max(map(line_count, cells, widths)))
    if table.rows:
        sheet.autofilter(top, 0, top + len(table.rows), len(table.header) - 1)
    return sheet


def write_notes(book: Workbook, name: str, notes: Iterable[str]) -> Worksheet:
    """Write lines of text below each other on a sheet of their own and return the sheet."""
    sheet = add_sheet(book, name)
    look = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, NOTE_WIDTH, look)
    for row, note in enumerate(notes):
        sheet.set_row(row, LINE_HEIGHT * line_count(note, NOTE_WIDTH))
        sheet.write_string(row, 0, note, look)
    return sheet


def write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, look: Format | None = None) -> None:
    """Write one value as what it is; what is missing or no finite number stays an untouched cell, which a chart draws as a gap."""
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, look)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, look)
    elif cell is not None and isfinite(cell):
        sheet.write_number(row, column, cell, look)


def _write_header(book: Workbook, sheet: Worksheet, header: Sequence[str], top: int, widths: Sequence[int]) -> None:
    look = book.add_format(HEADER)
    for column, (name, width) in enumerate(zip(header, widths, strict=True)):
        sheet.write_string(top, column, name, look)
        sheet.set_column(column, column, width)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(0, top)


def _write_rows(book: Workbook, sheet: Worksheet, rows: Sequence[Sequence[Cell]], top: int, style: SheetStyle) -> None:
    around = {"valign": "top", "text_wrap": True} if style.wraps else {}
    looks = {
        form: book.add_format({**around, "num_format": form}) for form in ("yyyy-mm-dd", style.whole, style.decimal)
    }
    text = book.add_format(around)
    for row, cells in enumerate(rows, top):
        for column, cell in enumerate(cells):
            write_cell(sheet, row, column, cell, looks.get(_number_format(cell, style), text))


def _number_format(cell: Cell, style: SheetStyle) -> str:
    if cell is None or isinstance(cell, str):
        return ""
    if isinstance(cell, date):
        return "yyyy-mm-dd"
    return style.whole if cell == cell // 1 else style.decimal


def _columns(table: Table) -> Iterable[tuple[Cell, ...]]:
    return zip(table.header, *table.rows[:MEASURED_ROWS], strict=True)


def _width(cells: Sequence[Cell], style: SheetStyle) -> int:
    return min(style.widest, max(style.narrowest, *(text_width(printed(cell)) + 3 for cell in cells)))


def line_count(cell: Cell, width: int) -> int:
    """Return how many lines a cell takes in a column; not every program finds that out by itself."""
    lines = printed(cell).split("\n")
    return min(MOST_LINES, sum(max(1, ceil(text_width(line) / (width - 1))) for line in lines))
