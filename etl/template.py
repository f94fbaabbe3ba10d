"""Writes the blank template of a record type for clerks, made from its declaration; filled in, it loads as it is."""

from pathlib import Path

from documents.document import Table
from documents.excel import open_workbook, write_table
from etl.schema import EXPLANATION_SHEET, Column, RecordType

EXPLANATION = ("列", "怎么填", "必填", "例子", "说明")
CHECKED_ROWS = 1_000  # below the header, in which Excel offers the choices of a column


def write(record: RecordType, path: Path) -> None:
    """Write an .xlsx with the headers of a record type, lists to choose from, and a sheet that explains each column."""
    with path.open("wb") as stream, open_workbook(stream, record.label) as book:
        sheet = write_table(book, Table(record.label, tuple(column.label for column in record.columns), ()))
        for place, column in enumerate(record.columns):
            width = max(12, 2 * len(column.label) + 4)
            sheet.set_column(place, place, width, book.add_format({"num_format": _number_format(column)}))
            if column.choices and not column.is_open:
                choices = {"validate": "list", "source": list(column.choices)}
                sheet.data_validation(1, place, CHECKED_ROWS, place, choices)
        write_table(book, Table(EXPLANATION_SHEET, EXPLANATION, [_explanation(column) for column in record.columns]))


def _number_format(column: Column) -> str:
    """Return the format of a column's cells; under an identifier text, since Excel keeps fifteen digits of a number."""
    if column.kind.is_identity:
        return "@"
    return "yyyy-mm-dd" if column.kind.sql_type == "date" else "General"


def _explanation(column: Column) -> tuple[str, ...]:
    choices = f"可填：{'、'.join(column.choices)}" if column.choices else ""
    note = "；".join(filter(None, (column.note, choices)))
    return (
        column.label,
        column.kind.label,
        "是" if column.is_required else "",
        example(column),
        note,
    )


def example(column: Column) -> str:
    """Return what a clerk may write: the example of the column, else the first of its choices, else the example of its kind."""
    return column.example or next(iter(column.choices), column.kind.example)
