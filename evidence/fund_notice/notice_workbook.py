"""Writes the notice 收支公示表 as a workbook for the board of a community: the funds, then the projects, each on A3 pages on their side."""

import io
from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from documents.day_text import day_text
from documents.document import Cell
from documents.excel import HEADER as HEAD_LOOK
from documents.excel import add_sheet, line_count, open_workbook, write_cell, write_notes
from etl.schema import BUILD_NOTE, NOTES_SHEET
from evidence.fund_notice.notice import (
    HEADER,
    MONEY,
    PROJECT_HEADER,
    PROJECTS,
    TITLE,
    FundNotice,
    cells,
    deadline_words,
    project_cells,
)

A3 = 8  # as Excel numbers papers
WIDTHS = (17, 28, 32, 17, 17, 12, 17, 12, 17, 26)
ROW_HEIGHT = 22  # points of a line of a table
FRAME = {"border": 1, "text_wrap": True, "valign": "vcenter", "font_size": 13}
HEADING, SUBHEADING = {"bold": True, "font_size": 24, "align": "center"}, {"bold": True, "font_size": 16}
NOTE = {"text_wrap": True, "font_size": 12}


def notice_workbook(notice: FundNotice) -> bytes:
    """Return the .xlsx file."""
    stream = io.BytesIO()
    book = open_workbook(stream, TITLE, notice.made_at)
    sheet, row = _add_page(book, notice, TITLE, HEADER, [cells(line) for line in notice.lines])
    row = _write_lines(book, sheet, row + 1, [f"{note}。" for note in notice.notes], NOTE)
    row = _write_lines(book, sheet, row + 1, ["公示期限"], SUBHEADING)
    _write_lines(
        book,
        sheet,
        row,
        [f"{deadline_words(deadline, notice.made_at.date())}。" for deadline in notice.deadlines],
        NOTE,
    )
    if notice.projects:
        _add_page(book, notice, PROJECTS, PROJECT_HEADER, [project_cells(line) for line in notice.projects])
    write_notes(book, NOTES_SHEET, [f"{BUILD_NOTE}{notice.build}"]).hide()  # by it a notice handed in is known as ours
    book.close()
    return stream.getvalue()


def _add_page(
    book: Workbook, notice: FundNotice, title: str, header: Sequence[str], rows: Sequence[tuple[Cell, ...]]
) -> tuple[Worksheet, int]:
    """Write a table on a sheet of its own, and return the sheet and the row below. Of several printed pages each bears title and header."""
    sheet = add_sheet(book, title)
    sheet.set_paper(A3)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    made_on = f"期间：{notice.period}　制表日期：{day_text(notice.made_at)}"
    row = _write_lines(book, sheet, 0, [f"{notice.place}{title}"], HEADING)
    row = _write_lines(book, sheet, row, [made_on], {**NOTE, "align": "center"})
    sheet.repeat_rows(0, row)
    return sheet, _write_table(book, sheet, row, header, rows)


def _write_lines(book: Workbook, sheet: Worksheet, row: int, lines: Sequence[str], look: Mapping[str, object]) -> int:
    """Write each line over the whole width and return the row below."""
    line_format = book.add_format({"valign": "vcenter", **look})
    for place, line in enumerate(lines, row):
        sheet.merge_range(place, 0, place, len(HEADER) - 1, line, line_format)
        sheet.set_row(place, 1.5 * float(str(look["font_size"])) * line_count(line, sum(WIDTHS)))
    return row + len(lines)


def _write_table(
    book: Workbook, sheet: Worksheet, row: int, header: Sequence[str], rows: Sequence[tuple[Cell, ...]]
) -> int:
    """Write a framed table and return the row below; numbers, and words in their place, stand at the right."""
    head = book.add_format({**HEAD_LOOK, "border": 1, "font_size": 13})
    text = book.add_format(FRAME)
    number = book.add_format({**FRAME, "align": "right", "num_format": "#,##0.00"})
    whole = book.add_format({**FRAME, "align": "right", "num_format": "#,##0"})
    sheet.set_row(row, ROW_HEIGHT)
    for column, name in enumerate(header):
        sheet.write_string(row, column, name, head)
    for place, line in enumerate(rows, row + 1):
        sheet.set_row(place, ROW_HEIGHT * max(map(line_count, line, WIDTHS)))
        for column, cell in enumerate(line):
            is_money = header[column].endswith(MONEY)
            write_cell(sheet, place, column, cell, (number if isinstance(cell, float) else whole) if is_money else text)
    return row + 1 + len(rows)
