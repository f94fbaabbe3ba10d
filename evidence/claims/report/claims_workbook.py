"""A report as an Excel workbook: the claims, the definitions they were held against, the rows behind them, and how it was made."""

import io
from collections.abc import Iterable, Iterator, Sequence

from xlsxwriter import Workbook

from documents.document import Cell, Table
from documents.excel import SheetStyle, open_workbook, write_table
from documents.reproducible_zip import reproducible
from evidence.claims.checked_claim import Report
from evidence.claims.report.claim_rows import HEADER, rows
from evidence.claims.report.rows_behind import sources
from indicators.engine import catalogue
from warehouse.build import Build
from wording import definitions

DEFINED = ("指标", "口径", "分子", "分母", "算法", "责任")
SOURCED = ("序号", "原文", "来源文件", "工作表", "行数", "行号")
STYLE = SheetStyle(widest=40, wraps=True)


def workbook(build: Build, report: Report, filters: str) -> bytes:
    """Return the .xlsx file; `filters` says in words how the reader asked."""
    stream, made_at = io.BytesIO(), build.created_at
    book = open_workbook(stream, "口径核对", made_at)
    _write(book, "核对结果", HEADER, rows(report))
    _write(book, "口径", DEFINED, _definitions(report))
    _write(book, "来源", SOURCED, _sources(build, report))
    _write(book, "说明", ("项目", "内容"), _notes(report, filters))
    book.close()
    return reproducible(stream.getvalue(), made_at)


def _write(book: Workbook, name: str, header: tuple[str, ...], rows: Iterable[Sequence[Cell]]) -> None:
    write_table(book, Table(name, header, [tuple(row) for row in rows]), STYLE)


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
