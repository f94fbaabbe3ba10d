"""A report as an Excel workbook: the claims, the definitions they were held against, the rows behind them, and how it was made."""

import io
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from xlsxwriter import Workbook

from documents.native_chart import open_workbook, write_cell
from documents.reproducible_zip import reproducible
from documents.text_width import text_width
from evidence.claims.checked_claim import Report
from evidence.claims.report.claim_rows import HEADER, rows
from evidence.claims.report.rows_behind import sources
from indicators.engine import catalogue
from warehouse.build import Build
from wording import definitions

Cell = str | int | float | None
DEFINED = ("指标", "口径", "分子", "分母", "算法", "责任")
SOURCED = ("序号", "原文", "来源文件", "工作表", "行数", "行号")
WIDEST, MIDDLE, NARROWEST = 56, 34, 6  # of a column, in Latin characters; what is longer than LONG gets the widest
LONG = 70
LINE, MOST_LINES = 15, 27  # the height of a line in points; Excel's rows hold no more than 409
_HEAD = {"bold": True, "bg_color": "#E8EEF5", "bottom": 1, "text_wrap": True, "valign": "vcenter"}


def workbook(build: Build, report: Report, filters: str) -> bytes:
    """Return the .xlsx file; `filters` says in words how the reader asked."""
    stream, made_at = io.BytesIO(), build.created_at
    book = open_workbook(stream, "口径核对", made_at)
    _sheet(book, "核对结果", HEADER, rows(report))
    _sheet(book, "口径", DEFINED, _definitions(report))
    _sheet(book, "来源", SOURCED, _sources(build, report))
    _sheet(book, "说明", ("项目", "内容"), _notes(report, filters))
    book.close()
    return reproducible(stream.getvalue(), made_at)


def _definitions(report: Report) -> Iterator[Sequence[Cell]]:
    used = dict.fromkeys(one.binding.indicator for one in report.checked if one.binding)
    return (definitions.lines(catalogue()[id]) for id in used)


def _sources(build: Build, report: Report) -> Iterator[Sequence[Cell]]:
    for number, one in enumerate(report.checked, 1):
        for source in sources(build, one):
            yield number, one.claim.text, source.file, source.sheet, source.count, source.rows


def _notes(report: Report, filters: str) -> Iterator[Sequence[Cell]]:
    if report.is_demo:
        yield "性质", "演示数据，不得用于申报"
    yield "结果", report.summary
    yield "筛选条件", filters
    yield "写作日期", report.as_of.isoformat()
    yield "数据批次", report.build
    yield "小数目", "人数不足10的不显示，也不核对"
    yield "全文", report.text[:32_000]  # an Excel cell holds no more


def _sheet(book: Workbook, name: str, header: Sequence[str], lines: Iterable[Sequence[Cell]]) -> None:
    sheet, found = book.add_worksheet(name), list(lines)
    head, text = book.add_format(_HEAD), book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
    widths = [_width(cells) for cells in zip(header, *found, strict=True)]
    for column, (title, width) in enumerate(zip(header, widths, strict=True)):
        write_cell(sheet, 0, column, title, head)
        sheet.set_column(column, column, width)
    for row, line in enumerate(found, 1):
        for column, cell in enumerate(line):
            write_cell(sheet, row, column, cell, text)
        sheet.set_row(row, LINE * max(map(_lines, line, widths)))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    if found and len(header) > 2:
        sheet.autofilter(0, 0, len(found), len(header) - 1)


def _width(cells: Sequence[Cell]) -> float:
    wanted = max(text_width(str(cell)) for cell in cells if cell is not None) + 2
    return min(WIDEST if wanted > LONG else MIDDLE, max(NARROWEST, wanted))


def _lines(cell: Cell, width: float) -> int:
    """Return how many lines a cell takes; not every program finds that out by itself."""
    written = ("" if cell is None else str(cell)).split("\n")
    return min(MOST_LINES, sum(max(1, ceil(text_width(line) / (width - 1))) for line in written))
