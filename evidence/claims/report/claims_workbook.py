"""A report as an Excel workbook: the claims, the definitions they were compared with, the rows behind them, and notes."""

import io
from collections.abc import Iterable, Iterator, Sequence

from xlsxwriter import Workbook

from documents.day_text import day_text
from documents.document import Cell, Table
from documents.excel import SheetStyle, open_workbook, write_table
from documents.reproducible_zip import reproducible
from evidence.claims.checked_claim import ClaimsReport
from evidence.claims.report import unread_rows
from evidence.claims.report.claim_rows import HEADER, claim_rows
from evidence.claims.report.source_rows import source_sheets
from indicators import disclosure
from indicators.engine import catalogue
from warehouse.build import Build
from wording import definitions, notices

DEFINITION_HEADER = ("指标", "口径", "分子", "分母", "算法", "责任")
SOURCE_HEADER = ("序号", "原文", "来源文件", "工作表", "行数", "行号")
SHEET_STYLE = SheetStyle(widest=40, wraps=True)


def claims_workbook(build: Build, report: ClaimsReport, filters: str) -> bytes:
    """Return the .xlsx file; `filters` says in words what the reader asked to check."""
    stream, made_at = io.BytesIO(), build.created_at
    book = open_workbook(stream, "口径核对", made_at)
    _add_sheet(book, "核对结果", HEADER, claim_rows(report))
    if report.unread:
        _add_sheet(book, unread_rows.TITLE, unread_rows.HEADER, unread_rows.unread_rows(report))
    _add_sheet(book, "口径", DEFINITION_HEADER, _definition_rows(report))
    _add_sheet(book, "来源", SOURCE_HEADER, _source_rows(build, report))
    _add_sheet(book, "说明", ("项目", "内容"), _note_rows(report, filters))
    book.close()
    return reproducible(stream.getvalue(), made_at)


def _add_sheet(book: Workbook, name: str, header: tuple[str, ...], rows: Iterable[Sequence[Cell]]) -> None:
    write_table(book, Table(name, header, [tuple(row) for row in rows]), SHEET_STYLE)


def _definition_rows(report: ClaimsReport) -> Iterator[Sequence[Cell]]:
    bindings = (checked_claim.binding for checked_claim in report.claims)
    indicators = dict.fromkeys(binding.indicator for binding in bindings if binding)
    return (definitions.lines(catalogue()[indicator]) for indicator in indicators)


def _source_rows(build: Build, report: ClaimsReport) -> Iterator[Sequence[Cell]]:
    for number, checked_claim in enumerate(report.claims, 1):
        for sheet in source_sheets(build, checked_claim):
            yield number, checked_claim.claim.text, sheet.file, sheet.sheet, sheet.count, sheet.row_numbers


def _note_rows(report: ClaimsReport, filters: str) -> Iterator[Sequence[Cell]]:
    if report.is_demo:
        yield "性质", notices.DEMO
    yield "结果", report.summary
    yield "筛选条件", filters
    yield "写作日期", day_text(report.as_of)
    if report.warning:
        yield "请核对", report.warning
    yield "数据批次", report.build
    yield "小数目", f"{notices.small_numbers_that_leave(disclosure.PUBLISHED)}；隐藏的不核对"
    yield "全文", report.text[:32_000]  # an Excel cell holds no more
