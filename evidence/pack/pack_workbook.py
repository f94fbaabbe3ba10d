"""Writes the pack as an Excel workbook: the charts, then every table that they and the figures come from."""

import io

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from documents import chart_tables
from documents.chart_defaults import with_defaults
from documents.document import Chart
from documents.excel import HEADER, PRINTED, Banner, add_sheet, open_workbook, write_table
from documents.native_chart import GREY, native_chart, number_format, write_numbers
from documents.reproducible_zip import reproducible
from evidence.pack import tables
from evidence.pack.content import Pack
from wording.notices import DEMO_BANNER

WARNING_RED = "#B00020"
_CHART_SIZE = {"width": 760, "height": 340}
_CHART_ROWS = 18  # of 20 pixels, a little more than a chart's height


def workbook(pack: Pack) -> bytes:
    """Return the .xlsx file; the same pack gives the same bytes."""
    stream = io.BytesIO()
    book = open_workbook(stream, banner(pack).text, pack.built_at)
    _write_charts(book, pack)
    for table in (tables.figures, tables.definitions, tables.filters, tables.sources, tables.problems):
        write_table(book, table(pack), PRINTED, banner(pack))
    book.close()
    return reproducible(stream.getvalue(), pack.built_at, _completed_charts)


def banner(pack: Pack) -> Banner:
    """Return the line on top of every sheet, so that one printed alone explains itself."""
    nature = DEMO_BANNER if pack.is_demo else ""
    text = f"{nature}{pack.title}　统计期：{pack.period}　数据批次：{pack.build}"
    return Banner(text, WARNING_RED if pack.is_demo else GREY, is_bold=pack.is_demo)


def _completed_charts(name: str, content: bytes) -> bytes:
    return with_defaults(content) if name.startswith("xl/charts/chart") else content


def _write_charts(book: Workbook, pack: Pack) -> None:
    """Write the charts one below the other, each on its own printed page."""
    sheet = add_sheet(book, "图表", banner(pack))
    charts = [chart for section in pack.sections for chart in section.charts]
    widest = max((len(chart.series) for chart in charts), default=0)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, widest, 14)
    sheet.repeat_rows(0)
    top, breaks = 2, []
    for chart in charts:
        breaks.append(top)
        top = _write_chart(book, sheet, chart, top, widest + 2)
    sheet.set_h_pagebreaks(breaks[1:])


def _write_chart(book: Workbook, sheet: Worksheet, chart: Chart, top: int, beside: int) -> int:
    """Write headline, numbers, the words of the gaps, the chart beside them; return the row where the next one begins."""
    sheet.write_string(top, 0, chart.headline, book.add_format({"bold": True, "font_size": 13}))
    below = write_numbers(
        sheet, chart, top + 1, book.add_format(HEADER), book.add_format({"num_format": number_format(chart)})
    )
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
