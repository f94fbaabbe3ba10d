"""Draws a chart as Excel does, in a workbook or, lifted out of a small one, in Word."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart as NativeChart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from documents.axis import MOST_LABELS, chart_ticks, label_step
from documents.chart_tables import numbers
from documents.document import Chart, Series
from documents.excel import write_cell

INK, GREY, GRID = "#333333", "#595959", "#D9D9D9"
_KINDS = {
    "line": {"type": "line"},
    "column": {"type": "column"},
    "stacked": {"type": "column", "subtype": "stacked"},
    "bar": {"type": "bar"},
}
_MARKERS = ("circle", "square", "triangle", "diamond", "x", "plus", "star", "long_dash")
AXIS_WIDTH = 80  # Latin characters of 10 points beside one another under a chart


def write_numbers(
    sheet: Worksheet, chart: Chart, top: int = 0, head: Format | None = None, body: Format | None = None
) -> int:
    """Write a chart's numbers from the first column of row `top` and return the row after them."""
    table = numbers(chart)
    for column, name in enumerate(table.header):
        write_cell(sheet, top, column, name, head)
    for row, cells in enumerate(table.rows, top + 1):
        for column, cell in enumerate(cells):
            write_cell(sheet, row, column, cell, body)
    return top + 1 + len(table.rows)


def native_chart(book: Workbook, sheet: Worksheet, chart: Chart, top: int = 0) -> NativeChart:
    """Return the chart drawn from the numbers that `write_numbers` put there."""
    native = book.add_chart(_KINDS[chart.kind])
    for position, series in enumerate(chart.series):
        native.add_series(_series(chart, series, position, sheet.get_name(), top))
    # A title taken from its cell stays text; a title given as text would be a formula if it began with =.
    native.set_title({"name": [sheet.get_name(), top, 0], "name_font": _font(12, INK), "overlay": False})
    native.set_legend({"none": True} if len(chart.series) == 1 else {"position": "bottom", "font": _font(10, INK)})
    native.set_chartarea({"border": {"none": True}})
    native.show_blanks_as("gap")
    _set_axes(native, chart)
    return native


def _series(chart: Chart, series: Series, position: int, sheet: str, top: int) -> dict[str, Any]:
    last, column = top + len(chart.categories), position + 1
    options = {
        "name": [sheet, top, column],
        "categories": [sheet, top + 1, 0, last, 0],
        "values": [sheet, top + 1, column, last, column],
    }
    if chart.kind == "line":
        return {**options, "line": {"color": series.color, "width": 2}, "marker": _marker(chart, series, position)}
    return {**options, "fill": {"color": series.color}, "gap": 60, **_value_labels(chart)}


def _marker(chart: Chart, series: Series, position: int) -> dict[str, Any]:
    """Lines differ in the shape of their points too, for a print without colours; many points would hide the line."""
    size = 5 if len(chart.categories) <= 2 * MOST_LABELS else 2
    paint = {"color": series.color}
    return {"type": _MARKERS[position % len(_MARKERS)], "size": size, "fill": paint, "border": paint}


def _value_labels(chart: Chart) -> dict[str, Any]:
    """Few bars of one series carry their values; many would only cover one another."""
    if len(chart.series) > 1 or len(chart.categories) > MOST_LABELS:
        return {}
    return {"data_labels": {"value": True, "num_format": number_format(chart), "font": _font(10, INK)}}


def number_format(chart: Chart) -> str:
    """Return Excel's format for a chart's numbers: thousands separated, as many decimals (at most two) as they have."""
    values = [value for series in chart.series for value in series.values if value is not None]
    decimals = max((len(f"{value:.2f}".rstrip("0").partition(".")[2]) for value in values), default=0)
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _set_axes(native: NativeChart, chart: Chart) -> None:
    category = {
        "num_font": _font(10, GREY),
        "line": {"color": GRID},
        "major_tick_mark": "none",
        "interval_unit": label_step(chart, AXIS_WIDTH),
        "label_position": "low",  # below the chart even where bars go under zero
    }
    value: dict[str, object] = {
        "num_font": _font(10, GREY),
        "num_format": number_format(chart),
        "line": {"none": True},
        "major_tick_mark": "none",
        "major_gridlines": {"visible": True, "line": {"color": GRID, "width": 0.5}},
    }
    first, second, *_ = chart_ticks(chart)
    value["min"] = first  # the end is left to the program, for whoever edits the numbers
    if chart.is_whole and second - first == 1:
        value["major_unit"] = 1  # the program would mark halves
    if chart.kind == "bar":  # lies on its side; the first bar belongs on top, and the values stay below
        native.set_x_axis(value)
        native.set_y_axis({**category, "reverse": True, "crossing": "max"})
    else:
        native.set_x_axis(category)
        native.set_y_axis(value)


def _font(size: int, color: str) -> dict[str, Any]:
    return {"name": "宋体", "size": size, "color": color, "bold": False}
