"""Writes figures or records as XLSX and CSV, with filters, definitions, build and row counts inside the file."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from documents import csv_file
from documents.document import Cell, Table
from documents.excel import open_workbook, write_notes, write_table
from documents.media_types import EXCEL
from etl import parse
from etl.columns import LINEAGE, WRITTEN_NAMES
from etl.declarations import record_types
from etl.schema import BUILD_NOTE, NOTES_SHEET, Column
from indicators import tables
from indicators.model import Figure, Indicator
from wording import definitions, reports
from wording.figure_columns import RANGE, in_numbers, range_words
from wording.notices import DEMO

MASKED_NAME = "某某"
ORIGIN = {**LINEAGE, WRITTEN_NAMES: "机构原来的写法"}  # columns that say where a row comes from
FIGURE_HEADER = (
    "指标",
    "单位",
    "社区",
    "类别",
    "统计期",
    "起",
    "止",
    "数值",
    "下限",
    "上限",
    "分子",
    "分母",
    "状态",
    RANGE,
    "报送",
    "未报送",
)


@dataclass(frozen=True)
class Provenance:
    """What a file says of where it comes from."""

    title: str
    filters: str
    build: str
    is_demo: bool


@dataclass(frozen=True)
class Extract:
    """A table with what explains it. `selected` is the number of rows selected; the file says when it holds fewer.

    `remark` is what a reader must mind when he compares the figures.
    """

    provenance: Provenance
    header: tuple[str, ...]
    rows: Sequence[Sequence[Cell]] | pa.Table
    selected: int
    definitions: tuple[tuple[str, ...], ...] = ()
    remark: str = ""

    @property
    def row_cells(self) -> list[tuple[Cell, ...]]:
        """The rows, cell by cell."""
        if isinstance(self.rows, pa.Table):
            return list(zip(*(column.to_pylist() for column in self.rows.columns), strict=True))
        return [tuple(row) for row in self.rows]

    @property
    def notes(self) -> list[str]:
        """The lines that every file carries: demo, title, filters, build, rows, definitions."""
        demo = [DEMO] if self.provenance.is_demo else []
        return [
            *demo,
            f"内容：{self.provenance.title}",
            f"筛选条件：{self.provenance.filters}",
            f"{BUILD_NOTE}{self.provenance.build}",
            f"行数：选中{self.selected}行，本文件{len(self.rows)}行",
            *(f"口径：{'；'.join(filter(None, line))}" for line in self.definitions),
            *filter(None, [self.remark]),
        ]


def figure_extract(provenance: Provenance, figures: Sequence[Figure], declared: Mapping[str, Indicator]) -> Extract:
    """Return figures with both sides, state and definitions; they arrive disclosed."""
    rows = [tuple(_figure_cells(figure).values()) for figure in figures]
    used = dict.fromkeys(figure.indicator for figure in figures)
    return Extract(provenance, FIGURE_HEADER, rows, len(rows), tuple(definitions.lines(declared[id]) for id in used))


def table_extract(provenance: Provenance, table: pa.Table, selected: int | None = None) -> Extract:
    """Return the rows of a table with Chinese headers; `selected` where it holds fewer rows than were asked for."""
    columns = {name: _in_words(column) for name, column in zip(table.column_names, table.columns, strict=True)}
    return Extract(provenance, tuple(columns), pa.table(columns), table.num_rows if selected is None else selected)


def readable(table: str, rows: pa.Table) -> pa.Table:
    """Return rows of a record table or a fact under Chinese headers, lineage included; loaded again, records stay what they are.

    Who a person is stands in one column as in a ledger: the name of an organisation, else the key of a person, 某某 where the
    ledger masked the name.
    """
    record = record_types().get(table)
    people = (
        {name: column for column in record.columns for name in column.stored if column.kind.is_personal}
        if record
        else {}
    )
    columns: dict[str, pa.ChunkedArray] = {}
    for name in rows.column_names:
        column = people.get(name)
        if column is None:
            label = ORIGIN.get(name) or tables.label_of(table, name)
            assert label not in columns, f"{table}: two columns are labelled {label}"
            columns[label] = rows[name]
        elif column.label not in columns:
            columns[column.label] = _people(column, rows)
    return pa.table(columns)


def _people(column: Column, rows: pa.Table) -> pa.ChunkedArray:
    keys = rows[column.key_name]
    if column.kind.keeps_organisations:
        nature = rows[column.nature_name]
        marked = pc.binary_join_element_wise(keys.cast(pa.string()), parse.AS_ORGANISATION, "")
        known = pc.if_else(pc.equal(pc.fill_null(nature, ""), "单位"), marked, keys)
        names = pc.coalesce(rows[column.organisation_name], known, MASKED_NAME)
        return pc.if_else(pc.is_valid(nature), names, pa.scalar(None, pa.string()))
    return pc.coalesce(keys, MASKED_NAME) if column.is_required else keys


def xlsx(extract: Extract) -> bytes:
    """Return a workbook: 数据 with the table, 说明 with filters, definitions, build and row counts."""
    stream = io.BytesIO()
    book = open_workbook(stream, extract.provenance.title)
    write_table(book, Table("数据", extract.header, extract.row_cells))
    write_notes(book, NOTES_SHEET, extract.notes)
    book.close()
    return stream.getvalue()


def csv_for_excel(extract: Extract) -> bytes:
    """Return CSV that a spreadsheet program opens with a double click."""
    return csv_file.csv_for_excel(extract.header, extract.rows, extract.notes)


def csv_plain(extract: Extract) -> bytes:
    """Return CSV for programs."""
    return csv_file.csv_plain(extract.header, extract.rows, extract.notes)


# label a reader chooses → (end of the file name, media type, writer)
FORMATS: dict[str, tuple[str, str, Callable[[Extract], bytes]]] = {
    "Excel（.xlsx）": (".xlsx", EXCEL, xlsx),
    "CSV（Excel 用）": ("_Excel.csv", "text/csv", csv_for_excel),
    "CSV（程序用）": (".csv", "text/csv", csv_plain),
}


def _figure_cells(figure: Figure) -> dict[str, Cell]:
    further = {"报送": reports.coverage(figure), "未报送": reports.missing_cell(figure)}
    return {**in_numbers(figure), RANGE: range_words(figure), **further}


def _in_words(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return a column, yes and no in words."""
    return pc.if_else(column, "是", "否") if pa.types.is_boolean(column.type) else column
