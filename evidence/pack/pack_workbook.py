"""The pack as an Excel workbook: the charts, then every table that they and the figures come from."""

import io
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from documents import chart_tables
from documents.chart_defaults import with_defaults
from documents.document import Cell, Chart, Table
from documents.native_chart import GREY, native_chart, number_format, open_workbook, write_cell, write_numbers
from documents.reproducible_zip import reproducible
from documents.text_width import text_width
from evidence.pack import tables
from evidence.pack.content import Pack

WIDEST, NARROWEST = 60, 8  # of a column, in Latin characters
_CHART_SIZE = {"width": 760, "height": 340}
_CHART_ROWS = 18  # of 20 pixels, a little more than a chart's height
_HEAD = {"bold": True, "bg_color": "#E8EEF5", "bottom": 1, "text_wrap": True, "valign": "vcenter"}


@dataclass(frozen=True)
class _Formats:
    head: Format
    text: Format
    whole: Format
    decimal: Format


def workbook(pack: Pack) -> bytes:
    """Return the .xlsx file; the same pack gives the same bytes."""
    stream = io.BytesIO()
    book = open_workbook(stream, banner(pack), pack.built_at)
    formats = _formats(book)
    _write_charts(book, formats, pack)
    for table in (tables.figures, tables.definitions, tables.filters, tables.sources, tables.problems):
        _write_table(book, formats, pack, table(pack))
    book.close()
    return reproducible(stream.getvalue(), pack.built_at, _completed_charts)


def banner(pack: Pack) -> str:
    """Return the line on top of every sheet, so that one printed alone explains itself."""
    nature = "【演示数据，不得用于申报】" if pack.is_demo else ""
    return f"{nature}{pack.title}　统计期：{pack.period}　数据批次：{pack.build}"


def _completed_charts(name: str, content: bytes) -> bytes:
    return with_defaults(content) if name.startswith("xl/charts/chart") else content


def _formats(book: Workbook) -> _Formats:
    top = {"valign": "top"}
    return _Formats(
        head=book.add_format(_HEAD),
        text=book.add_format({**top, "text_wrap": True}),
        whole=book.add_format({**top, "num_format": "#,##0"}),
        decimal=book.add_format({**top, "num_format": "#,##0.00"}),
    )


def _open_sheet(book: Workbook, pack: Pack, name: str) -> Worksheet:
    sheet = book.add_worksheet(name)
    color = "#B00020" if pack.is_demo else GREY
    sheet.write_string(0, 0, banner(pack), book.add_format({"font_color": color, "bold": pack.is_demo}))
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")
    return sheet


def _write_table(book: Workbook, formats: _Formats, pack: Pack, table: Table) -> None:
    sheet = _open_sheet(book, pack, table.title)
    for column, name in enumerate(table.header):
        write_cell(sheet, 1, column, name, formats.head)
    for row, cells in enumerate(table.rows, 2):
        for column, cell in enumerate(cells):
            write_cell(sheet, row, column, cell, _format(formats, cell))
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(0, 1)
    sheet.autofilter(1, 0, 1 + len(table.rows), len(table.header) - 1)
    for column, cells in enumerate(zip(table.header, *table.rows, strict=True)):
        wanted = max(text_width(chart_tables.printed(cell)) for cell in cells) + 3
        sheet.set_column(column, column, min(WIDEST, max(NARROWEST, wanted)))


def _format(formats: _Formats, cell: Cell) -> Format:
    if isinstance(cell, str):
        return formats.text
    return formats.whole if cell is None or cell == int(cell) else formats.decimal


def _write_charts(book: Workbook, formats: _Formats, pack: Pack) -> None:
    """Write the charts one below the other, each on its own printed page."""
    sheet = _open_sheet(book, pack, "图表")
    charts = [chart for section in pack.sections for chart in section.charts]
    widest = max((len(chart.series) for chart in charts), default=0)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, widest, 14)
    sheet.repeat_rows(0)
    top, breaks = 2, []
    for chart in charts:
        breaks.append(top)
        top = _write_chart(book, formats, sheet, chart, top, widest + 2)
    sheet.set_h_pagebreaks(breaks[1:])


def _write_chart(book: Workbook, formats: _Formats, sheet: Worksheet, chart: Chart, top: int, beside: int) -> int:
    """Write headline, numbers, the words of the gaps, the chart beside them; return the row where the next one begins."""
    sheet.write_string(top, 0, chart.headline, book.add_format({"bold": True, "font_size": 13}))
    below = write_numbers(sheet, chart, top + 1, formats.head, book.add_format({"num_format": number_format(chart)}))
    sheet.set_row(top + 1, 32)  # long names of communities take two lines
    _shade_gaps(book, sheet, chart, top + 1)
    for offset, words in enumerate(filter(None, (chart.note, chart_tables.gaps(chart)))):
        sheet.write_string(below + offset, 0, words, book.add_format({"font_color": GREY}))
    drawn = native_chart(book, sheet, chart, top + 1)
    drawn.set_size(_CHART_SIZE)
    sheet.insert_chart(top + 1, beside, drawn, {"description": chart.alt, "object_position": 1})
    return max(below + 2, top + 1 + _CHART_ROWS) + 2


def _shade_gaps(book: Workbook, sheet: Worksheet, chart: Chart, top: int) -> None:
    """Grey where there is no number. A rule, not a format: a formatted empty cell would be drawn as 0."""
    cells = (top + 1, 1, top + len(chart.categories), len(chart.series))
    sheet.conditional_format(*cells, {"type": "blanks", "format": book.add_format({"bg_color": "#E6E6E6"})})
