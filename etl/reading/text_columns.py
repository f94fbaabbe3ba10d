"""Turns cell values into columns of distinct texts: encodes first, then writes, strips and blanks each distinct value once."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice, zip_longest
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from etl.reading.grid import Unreadable

# Unicode's white space, and the marks that show nothing: zero-width spaces and joiners, direction marks, word joiner, BOM.
BLANKS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
COLUMNS = 16_384  # as many as Excel has
TOO_WIDE = f"有一行超过 {COLUMNS:,} 列（Excel 的上限），没有读取。多半是右边有多余的空列或分隔符，请删去后再导入。"
BLOCK_ROWS = 1024  # rows held as Python values at a time: 16,384 columns of them are still only 130 MB


def encode_rows(rows: Iterator[Sequence[Any]]) -> list[pa.DictionaryArray]:
    """Return the columns of a grid given as rows of values; short rows are filled up with empty cells.

    Raises Unreadable where a row is wider than a spreadsheet.
    """
    columns: list[_ColumnCodes] = []
    height = 0
    narrow_rows = _checked(rows)
    while block := list(islice(narrow_rows, BLOCK_ROWS)):
        for index, values in enumerate(zip_longest(*block, fillvalue="")):
            if index == len(columns):
                columns.append(_ColumnCodes())
            if values.count("") < len(values):
                columns[index].extend(values, height)
        height += len(block)
    return [column.texts(height) for column in columns]


def _checked(rows: Iterator[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    for row in rows:
        if len(row) > COLUMNS:
            raise Unreadable(TOO_WIDE)
        yield row


def _numbering() -> "defaultdict[Any, int]":
    """Return a mapping that numbers values from 0 in the order of first look-up."""
    numbering: defaultdict[Any, int] = defaultdict()
    numbering.default_factory = numbering.__len__
    return numbering


@dataclass(frozen=True)
class _ColumnCodes:
    """A column while it is read: its distinct values, numbered in order of appearance, and the number of each cell's value.

    Far to the right in a sheet most blocks are empty; their codes are added only when a filled block follows.
    """

    numbers: "defaultdict[Any, int]" = field(default_factory=_numbering)
    codes: "array[int]" = field(default_factory=lambda: array("i"))

    def extend(self, values: Sequence[Any], start: int) -> None:
        """Add the cells of the rows from `start` on."""
        self.fill_up(start)
        distinguishable = _without_booleans(values) if bool in set(map(type, values)) else values
        self.codes.extend(map(self.numbers.__getitem__, distinguishable))

    def fill_up(self, height: int) -> None:
        """Add empty cells up to this height."""
        if len(self.codes) < height:
            self.codes.extend(array("i", [self.numbers[""]]) * (height - len(self.codes)))

    def texts(self, height: int) -> pa.DictionaryArray:
        """Return the column as canonical texts, filled up to this height."""
        if not self.codes:
            return empty_column(height)
        self.fill_up(height)
        indices = pa.Array.from_buffers(pa.int32(), height, [None, pa.py_buffer(self.codes)])
        texts = pa.array(
            list(map(canonical_text, self.numbers)), pa.string()
        ).dictionary_encode()  # 1 and "1" become one text
        return strip_texts(texts.indices.take(indices), texts.dictionary)


def empty_column(height: int) -> pa.DictionaryArray:
    """Return a column without any text."""
    return pa.nulls(height, pa.dictionary(pa.int32(), pa.string()))


def _without_booleans(values: Sequence[Any]) -> list[Any]:
    """Return the values with 是 and 否 for booleans: as keys of a mapping True and 1 are the same."""
    return [("否", "是")[value] if isinstance(value, bool) else value for value in values]


def strip_texts(indices: pa.Array, texts: pa.Array) -> pa.DictionaryArray:
    """Return a column of stripped, distinct texts from one of distinct texts; cells with nothing but blanks are null.

    Bills of a payment platform put a grave accent before every cell, which stays when they are saved as a workbook: `100.00 is 100.00.
    """
    is_marked = pc.any(pc.starts_with(texts, "`")).as_py()
    stripped = pc.utf8_trim(pc.replace_substring_regex(texts, "^`", "") if is_marked else texts, BLANKS)
    blanked = pc.if_else(pc.equal(stripped, ""), pa.scalar(None, pa.string()), stripped)
    if blanked.equals(texts):
        return pa.DictionaryArray.from_arrays(indices, texts)
    distinct = blanked.dictionary_encode()
    return pa.DictionaryArray.from_arrays(distinct.indices.take(indices), distinct.dictionary)


def canonical_text(value: Any) -> str:
    """Return a cell's value as canonical text.

    Numbers have the 15 significant digits Excel keeps and shows (5, 2.5, 0.3 for 0.30000000000000004). From 16 digits on they
    come in powers of ten (1.10101199003071E+17): their last digits are lost, so a reader of identifiers must refuse them.
    """
    match value:
        case str():
            return value
        case int() | float():
            return f"{value + 0:.15G}"  # + 0: no -0
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ", "seconds")
        case time():
            return value.isoformat("seconds")
        case timedelta():
            return _hours(value)
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _hours(duration: timedelta) -> str:
    minutes, seconds = divmod(round(duration.total_seconds()), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def trim_edges(columns: Sequence[pa.DictionaryArray]) -> tuple[pa.DictionaryArray, ...]:
    """Return the columns without the empty rows and columns at the end of the grid."""
    heights = [_filled_height(column) for column in columns]
    height = max(heights, default=0)
    width = max((index + 1 for index, filled_height in enumerate(heights) if filled_height), default=0)
    return tuple(column.slice(0, height) for column in columns[:width])


def _filled_height(column: pa.DictionaryArray) -> int:
    """Return the number of rows down to the last one that is not empty."""
    if column.null_count == len(column):
        return 0
    if column[-1].is_valid:
        return len(column)
    return int(pc.indices_nonzero(column.is_valid())[-1].as_py()) + 1
