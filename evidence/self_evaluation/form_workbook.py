"""Writes the form 项目支出绩效自评表 as a workbook that prints as the form and loads back as a ledger of targets.

Right of the form, outside what is printed, stand the columns a ledger needs: community, project, period, document, day set.
"""

import io

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from documents.document import Cell
from documents.excel import HEADER as HEAD_LOOK
from documents.excel import LINE_HEIGHT, add_sheet, line_count, open_workbook, write_cell, write_notes
from etl.schema import BUILD_NOTE, NOTES_SHEET
from evidence.self_evaluation.form import HEADER, TITLE, FormLine, SelfEvaluation, cells, total_cells
from evidence.self_evaluation.form_notes import form_notes

LEDGER_HEADER = ("社区", "项目", "期间", "依据文件", "设定日期")  # as etl/records/target.py heads them
WIDTHS = (12, 22, 20, 16, 18, 8, 8, 50, 16, 14, 18, 24, 12)
TOP = 2  # rows above the header


def form_workbook(form: SelfEvaluation) -> bytes:
    """Return the .xlsx file."""
    stream = io.BytesIO()
    book = open_workbook(stream, TITLE, form.made_at)
    sheet = add_sheet(book, TITLE)
    _write_heading(book, sheet, form)
    _write_lines(book, sheet, form)
    sheet.print_area(0, 0, TOP + len(form.lines) + 1, len(HEADER) - 1)
    write_notes(book, NOTES_SHEET, [f"{BUILD_NOTE}{form.build}", *(f"{note}。" for note in form_notes(form))])
    book.close()
    return stream.getvalue()


def _write_heading(book: Workbook, sheet: Worksheet, form: SelfEvaluation) -> None:
    title = book.add_format({"bold": True, "font_size": 16, "align": "center"})
    sheet.merge_range(0, 0, 0, len(HEADER) - 1, TITLE, title)
    facts = "　".join(f"{name}：{text}" for name, text in form.facts)
    sheet.merge_range(1, 0, 1, len(HEADER) - 1, facts, book.add_format({"align": "left"}))
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    look = book.add_format({**HEAD_LOOK, "border": 1})
    for column, name in enumerate((*HEADER, *LEDGER_HEADER)):
        sheet.write_string(TOP, column, name, look if column < len(HEADER) else book.add_format(HEAD_LOOK))
    sheet.freeze_panes(TOP + 1, 0)


def _write_lines(book: Workbook, sheet: Worksheet, form: SelfEvaluation) -> None:
    body = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    plain = book.add_format({"font_color": "#595959"})
    for row, line in enumerate(form.lines, TOP + 1):
        _write_form_row(sheet, row, cells(line), body)
        _write_cells(sheet, row, len(HEADER), _ledger_cells(line), plain)
    _write_form_row(sheet, TOP + 1 + len(form.lines), total_cells(form), body)


def _write_form_row(sheet: Worksheet, row: int, values: tuple[Cell, ...], look: Format) -> None:
    """Write a row of the form as high as its longest text needs."""
    sheet.set_row(row, LINE_HEIGHT * max(map(line_count, values, WIDTHS)))
    _write_cells(sheet, row, 0, values, look)


def _write_cells(sheet: Worksheet, row: int, first: int, values: tuple[Cell, ...], look: Format) -> None:
    """Write values beside each other; an empty one keeps its frame."""
    for column, value in enumerate(values, first):
        if value is None or value == "":
            sheet.write_blank(row, column, None, look)
        else:
            write_cell(sheet, row, column, value, look)


def _ledger_cells(line: FormLine) -> tuple[str, ...]:
    target = line.target
    return (
        target.community,
        target.project or "",
        target.period.label,
        target.document or "",
        target.set_on.isoformat(),
    )
