"""What is carried away: figures or records as XLSX and CSV, with filters, definitions, build and row counts inside the file."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from documents import csv_file
from documents.csv_file import Cell
from documents.text_width import text_width
from indicators import tables
from indicators.model import Figure, Indicator
from wording import definitions as definition
from wording.community_names import ALL
from wording.numbers import without_noise
from wording.states import WORDS

LINEAGE = {"source_file": "来源文件", "sheet": "工作表", "row_no": "行号"}
FIGURE_HEADER = (
    "指标", "单位", "社区", "类别", "统计期", "起", "止", "数值", "下限", "上限", "分子", "分母", "状态", "未报送",
)  # fmt: skip
WIDEST = 60
MOST_ROWS = 1_000_000  # an Excel sheet holds no more
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
            "nan_inf_to_errors": True, "remove_timezone": True}  # fmt: skip


@dataclass(frozen=True)
class Setting:
    """What a file says of where it comes from."""

    title: str
    filters: str
    build: str
    is_demo: bool


@dataclass(frozen=True)
class Extract:
    """A table with what explains it. `found` is the number of rows selected; the file says when it holds fewer."""

    setting: Setting
    header: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    found: int
    definitions: tuple[tuple[str, ...], ...] = field(default=())

    @property
    def notes(self) -> list[str]:
        """The lines that every file carries: demo, title, filters, build, rows, definitions."""
        demo = ["演示数据，不得用于申报"] if self.setting.is_demo else []
        return [
            *demo,
            f"内容：{self.setting.title}",
            f"筛选条件：{self.setting.filters}",
            f"数据批次：{self.setting.build}",
            f"行数：选中{self.found}行，本文件{len(self.rows)}行",
            *(f"口径：{'；'.join(filter(None, line))}" for line in self.definitions),
        ]


def of_figures(setting: Setting, figures: Sequence[Figure], catalogue: Mapping[str, Indicator]) -> Extract:
    """Return figures with both sides, state and definitions; they arrive disclosed."""
    rows = [_figure_row(figure, catalogue[figure.indicator]) for figure in figures]
    used = dict.fromkeys(figure.indicator for figure in figures)
    return Extract(setting, FIGURE_HEADER, rows, len(rows), tuple(definition.lines(catalogue[id]) for id in used))


def of_table(setting: Setting, labels: Sequence[str], table: pa.Table, found: int | None = None) -> Extract:
    """Return the rows of a table under Chinese headers."""
    columns = [column.to_pylist() for column in table.columns]
    rows = [tuple(_plain(value) for value in row) for row in zip(*columns, strict=True)]
    return Extract(setting, tuple(labels), rows, len(rows) if found is None else found)


def labels(table: str, columns: Sequence[str]) -> list[str]:
    """Return the Chinese headers of a record table's or a fact's columns, lineage included."""
    return [LINEAGE.get(column) or tables.label_of(table, column) for column in columns]


def xlsx(extract: Extract) -> bytes:
    """Return a workbook: 数据 with the table, 说明 with filters, definitions, build and row counts."""
    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    head = book.add_format({"bold": True, "bg_color": "#E8EEF5", "bottom": 1, "valign": "vcenter"})
    _write_data(book.add_worksheet("数据"), extract, head, book.add_format({"num_format": "yyyy-mm-dd"}))
    notes = book.add_worksheet("说明")
    notes.set_column(0, 0, 110, book.add_format({"text_wrap": True, "valign": "top"}))
    for row, note in enumerate(extract.notes):
        notes.write_string(row, 0, note)
    book.close()
    return stream.getvalue()


def csv_for_excel(extract: Extract) -> bytes:
    """Return CSV that a spreadsheet program opens with a double click."""
    return csv_file.csv_for_excel(extract.header, extract.rows, extract.notes)


def csv_plain(extract: Extract) -> bytes:
    """Return CSV for programs."""
    return csv_file.csv_plain(extract.header, extract.rows, extract.notes)


# label → (end of the file name, media type, writer)
FORMATS: dict[str, tuple[str, str, Callable[[Extract], bytes]]] = {
    "Excel（.xlsx）": (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx),
    "CSV（Excel 用）": ("_Excel.csv", "text/csv", csv_for_excel),
    "CSV（程序用）": (".csv", "text/csv", csv_plain),
}


def _figure_row(figure: Figure, one: Indicator) -> tuple[Cell, ...]:
    period = figure.period
    return (
        one.label, one.unit, figure.community or ALL, figure.category or "", period.label, period.from_on,
        period.to_on, without_noise(figure.value), without_noise(figure.low), without_noise(figure.high), without_noise(figure.numerator),
        without_noise(figure.denominator), WORDS[figure.state], "、".join(figure.missing),
    )  # fmt: skip


def _plain(value: Any) -> Cell:
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else value


def _write_data(sheet: Worksheet, extract: Extract, head: Format, day: Format) -> None:
    for column, name in enumerate(extract.header):
        sheet.write_string(0, column, name, head)
        sheet.set_column(column, column, _width(name, [row[column] for row in extract.rows[:200]]))
    for number, row in enumerate(extract.rows, 1):
        for column, cell in enumerate(row):
            _write_cell(sheet, number, column, cell, day)
    sheet.freeze_panes(1, 0)
    if extract.rows:
        sheet.autofilter(0, 0, len(extract.rows), len(extract.header) - 1)


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, day: Format) -> None:
    """Write a value as what it is: text never becomes a formula, what is missing stays empty."""
    if isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, int | float | Decimal):
        sheet.write_number(row, column, cell)


def _width(name: str, cells: Sequence[Cell]) -> int:
    return min(WIDEST, max(text_width(str(cell)) for cell in (name, *cells) if cell is not None) + 2)
