"""Tells rows between records that head columns again, and refuses what stands below one with other columns than the first.

A running number is never 序号, and nobody is called 姓名: one such cell makes a row a header.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np
import pyarrow.compute as pc

from etl.cleaning.coded_column import EMPTY_CODE, CodedColumn
from etl.parse import without_personal_data
from etl.reading.grid import Sheet
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import CHECKED, find_column

_RUNNING_NUMBER = re.compile(r"序号?|No\.?|#", re.IGNORECASE)
_VALUE = re.compile(r"[\d.,:/\s¥￥元%年月日√×-]+")  # what stands in no header


def heads_again(sheet: Sheet, table: LedgerTable, columns: Mapping[int, CodedColumn], size: int) -> np.ndarray:
    """Tell which rows have 序号 in the column of running numbers or 姓名 in that of people, and nothing but words."""
    is_header = np.zeros(size, bool)
    if table.header.rows[-1] < 0:
        return is_header
    headers = sheet.row(table.header.rows[-1])
    for index in _telling_columns(table, columns):
        code = pc.index(columns[index].texts, headers[index]).as_py() if headers[index] else -1
        is_header |= (columns[index].codes == code) & (code >= 0)
    for offset in np.flatnonzero(is_header).tolist():
        is_header[offset] = not any(map(_VALUE.fullmatch, filter(None, _cells(columns, offset))))
    return is_header


def refusals(sheet: Sheet, table: LedgerTable, columns: Mapping[int, CodedColumn]) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the rows below a header of other columns, down to the next header, with a sentence each."""
    size = table.stop - table.start
    starts = [] if table.header.is_checked else np.flatnonzero(heads_again(sheet, table, columns, size)).tolist()
    for start, stop in pairwise((*starts, size)):
        if not _has_other_columns(sheet, table, columns, start):
            continue
        rows = np.zeros(size, bool)
        rows[start + 1 : stop] = True
        words = "、".join(map(without_personal_data, filter(None, _cells(columns, start))))
        yield (
            rows,
            f"上面第{sheet.row_no(table.start + start)}行另有一个表头（{words}），和第一个表头不一样，这一行没有入库。"
            f"请把两段分成两张工作表，或把表头改成一样的；确实各列都一样的，加 --set {CHECKED}=是。",
        )


def _telling_columns(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> list[int]:
    numbers = [match.index for match in table.header.matches if _RUNNING_NUMBER.fullmatch(match.header)]
    people = [
        i for name, indices in table.sources.items() if table.record.column(name).kind.is_personal for i in indices
    ]
    return [index for index in (*numbers, *people) if index in columns]


def _has_other_columns(sheet: Sheet, table: LedgerTable, columns: Mapping[int, CodedColumn], offset: int) -> bool:
    """Tell whether a header says another thing than the first one over a column that is read."""
    headers = sheet.row(table.header.rows[-1])
    for name, indices in table.sources.items():
        for index in indices:
            cell = columns[index].cell(offset) if columns[index].codes[offset] != EMPTY_CODE else ""
            column = find_column(table.record, cell) if cell else None
            if cell and cell != headers[index] and not (column and column.name == name):
                return True
    return False


def _cells(columns: Mapping[int, CodedColumn], offset: int) -> list[str]:
    return [column.cell(offset) for column in columns.values()]
