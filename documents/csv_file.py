"""Writes CSV, and is the only module that does: no cell, header or note can be run as a formula by a spreadsheet program."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from documents.document import Cell

# What a spreadsheet program may take for a formula, also behind spaces, quotes or invisible characters; full-width signs
# count because Chinese input methods produce them and Excel reads some of them as the plain ones.
_FORMULA = re.compile(r"[\s\x00\"'“”‘’\u200b-\u200f\u2060\ufeff]*(?:[=+\-@|%＝＋－＠]|[\t\r\n])")
# -5, +3.2, -1,234.50, -12%: signs in front of a plain number harm nobody, nor does the unit % by itself.
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?|%")

# Texts without any of these stand as they are: neither formula nor quotes.
_SPECIAL = r'[,"\r\n\t=+\-@|%＝＋－＠]'
_BATCH = 65_536  # rows

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # the comma in 2,643


Lines: TypeAlias = (
    Iterable[Sequence[Cell]] | pa.Table
)  # a table is written without turning its cells into values of Python


def csv_for_excel(header: Sequence[str], rows: Lines, notes: Sequence[str] = ()) -> bytes:
    """Return CSV that Excel and WPS open with a double click: byte order mark, CRLF, notes below the table."""
    below = [(), *([note] for note in notes)] if notes else []
    return b"".join((b"\xef\xbb\xbf", _csv([header], "\r\n"), *_body(rows, "\r\n"), _csv(below, "\r\n")))


def csv_plain(header: Sequence[str], rows: Lines, notes: Sequence[str] = ()) -> bytes:
    """Return CSV for programs: UTF-8 without a mark, LF, notes as lines beginning with # above the header."""
    above = "".join(f"# {_one_cell(note)}\n" for note in notes)
    return b"".join((above.encode("utf-8"), _csv([header], "\n"), *_body(rows, "\n")))


def guarded(text: str) -> str:
    """Return the text with an apostrophe in front if a spreadsheet program could run it; plain numbers stay as they are."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _one_cell(note: str) -> str:
    """A comment line is written bare, so signs that would begin a new cell or line become full-width ones; 2,643 is 2643."""
    return _THOUSANDS.sub("", " ".join(note.split())).translate(str.maketrans(',;"', "，；”"))


def _body(rows: Lines, line_end: str) -> Iterator[bytes]:
    """Yield the lines of rows, those of a table some thousands at once."""
    if not isinstance(rows, pa.Table):
        yield _csv(rows, line_end)
    elif rows.num_columns == 1:  # its empty cells are written as "", or they would be empty lines
        yield _csv(([cell] for cell in rows.column(0).to_pylist()), line_end)
    else:
        for batch in rows.to_batches(max_chunksize=_BATCH):
            lines = pc.binary_join_element_wise(*(_fields(column, line_end) for column in batch.columns), ",")
            ended = pc.binary_join_element_wise(lines, "", line_end)
            size = pc.sum(pc.binary_length(ended)).as_py()
            yield ended.buffers()[2][:size].to_pybytes()  # the lines as they lie behind one another


def _fields(column: pa.Array, line_end: str) -> pa.Array:
    """Return the cells of a column as they stand between commas; what is the same is written once."""
    if pa.types.is_integer(column.type):
        return column.cast(pa.string()).fill_null("")
    if pa.types.is_nested(column.type):
        return pa.array([_field(cell, line_end) for cell in column.to_pylist()], pa.string())
    encoded = column.dictionary_encode()
    cells = encoded.dictionary
    if pa.types.is_string(column.type) and not pc.any(pc.match_substring_regex(cells, _SPECIAL)).as_py():
        return column.fill_null("")
    fields = pa.array([_field(cell, line_end) for cell in cells.to_pylist()], pa.string())
    return fields.take(encoded.indices).fill_null("")


def _field(cell: Cell, line_end: str) -> str:
    """Return a cell as it stands between commas, as `csv` would write it."""
    return _csv([(cell, "")], line_end).decode("utf-8").removesuffix(f",{line_end}")


def _csv(lines: Iterable[Sequence[Cell]], line_end: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=line_end)
    writer.writerows([_written_cell(cell) for cell in line] for line in lines)
    return text.getvalue().encode("utf-8")


def _written_cell(cell: Cell) -> str | int | Decimal:
    """Whole numbers lose their “.0”; what is missing or not a number is left empty, never 0."""
    if isinstance(cell, str):
        return guarded(cell).replace("\r\n", "\n").replace("\r", "\n")  # Python 3.11 would not quote a lone \r
    if isinstance(cell, float):
        return "" if cell != cell or cell in (float("inf"), float("-inf")) else f"{cell:.15g}"
    if isinstance(cell, date):
        return cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat()
    return "" if cell is None else cell
