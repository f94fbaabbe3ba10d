"""Tells the header of another table, below or above the one that is read, that no record type takes: its rows would be mixed in, or lost."""

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.parse import without_personal_data
from etl.reading.grid import Sheet
from etl.recognition.meanings import CHECKED
from etl.recognition.nearest_types import lacking
from etl.recognition.table_header import TableHeader
from etl.recognition.unrecognised import Unrecognised

LEAST_CELLS = 2
LEAST_ROWS = 3  # with numbers beneath a header, that make a table of it: fewer may sum up the table below
_NUMBER = re.compile(r"[\d.,\s¥￥元%-]+")


def another_header(sheet: Sheet, row: int, first: TableHeader, read: TableHeader | None) -> str:
    """Return why a sheet is not read where a row below its header, `read` as the nearest record type, heads another table, else "".

    Words of headers stand there where the rows of the first table have their quantities.
    """
    if read is None or first.is_checked or 2 * read.known_share < 1:
        return ""
    cells = sheet.row(row)
    indices = [
        index for name in first.sources if first.record.column(name).kind.is_quantity for index in first.sources[name]
    ]
    quantities = [cells[index] for index in indices if cells[index]]
    words = [text for text in cells if text]
    if len(words) < LEAST_CELLS or not quantities or any(map(_NUMBER.fullmatch, words)):
        return ""
    return (
        f"第{sheet.first_row + row}行像另一张表的表头（{'、'.join(map(without_personal_data, words))}），"
        "下面的行不能按上面的表头读，整张都没有入库。请把两张表分成两张工作表再导入；"
        f"确实是同一张表的，加 --set {CHECKED}=是。"
    )


def with_way_to_lower(upper: Unrecognised, row_no: int) -> Unrecognised:
    """Return why the upper table is not read, with how to read the lower one alone, whose header stands in this row."""
    way = f"下面第{row_no}行的那张表认得出，只要它的，请写明表头在第{row_no}行。命令行写 --header-row {row_no}。"
    return replace(upper, rivals=(), objection=f"{upper.sentence()}{way}")


def rows_above(sheet: Sheet, stop: int) -> Sheet:
    """Return a sheet without the rows from a grid row on."""
    columns = tuple(column.slice(0, stop) for column in sheet.columns)
    return replace(sheet, columns=columns, merges=tuple(merge for merge in sheet.merges if merge.bottom < stop))


def is_table_above(sheet: Sheet, row: int, unread: Unrecognised, next_header: int) -> bool:
    """Tell whether a row above the first header that is taken, for which nothing was found, heads rows that would be passed over.

    Below a header that a record type knows but for a doubt each row is one.
    """
    read = unread.header
    if read is None or 2 * read.known_share < 1:
        return False
    least = 1 if unread.objection and not lacking(read) else LEAST_ROWS
    between = (sheet.row(other) for other in range(row + 1, next_header))
    filled = ([text for text in cells if text] for cells in between)
    return sum(map(_holds_data, filled)) >= least


def _holds_data(texts: Sequence[str]) -> bool:
    """Tell whether the filled cells of a row are several, a number among them."""
    return len(texts) >= LEAST_CELLS and any(map(_NUMBER.fullmatch, texts))


def data_rows_above(sheet: Sheet, header_row: int) -> list[int]:
    """Return the grid rows above a header that hold data, none where they are too few for a table: particulars stand there too."""
    filled = (filter(None, sheet.row(row)) for row in range(header_row))
    rows = [row for row, texts in enumerate(filled) if _holds_data([*texts])]
    return rows if len(rows) >= LEAST_ROWS else []
