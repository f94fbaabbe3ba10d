"""Writes CSV, and is the only module that does: no cell, header or note can be run as a formula by a spreadsheet program."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from documents.document import Cell

# What a spreadsheet program may take for a formula, also behind spaces, quotes or invisible characters; full-width signs
# count because Chinese input methods produce them and Excel reads some of them as the plain ones.
_FORMULA = re.compile(r"[\s\x00\"'“”‘’\u200b-\u200f\u2060\ufeff]*(?:[=+\-@|%＝＋－＠]|[\t\r\n])")
# -5, +3.2, -1,234.50, -12%: signs in front of a plain number harm nobody.
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?")

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # the comma in 2,643


def csv_for_excel(header: Sequence[str], rows: Iterable[Sequence[Cell]], notes: Sequence[str] = ()) -> bytes:
    """Return CSV that Excel and WPS open with a double click: byte order mark, CRLF, notes below the table."""
    lines = [header, *rows, *([()] if notes else []), *([note] for note in notes)]
    return b"\xef\xbb\xbf" + _csv(lines, "\r\n")


def csv_plain(header: Sequence[str], rows: Iterable[Sequence[Cell]], notes: Sequence[str] = ()) -> bytes:
    """Return CSV for programs: UTF-8 without a mark, LF, notes as lines beginning with # above the header."""
    above = "".join(f"# {_one_cell(note)}\n" for note in notes)
    return above.encode("utf-8") + _csv([header, *rows], "\n")


def guarded(text: str) -> str:
    """Return the text with an apostrophe in front if a spreadsheet program could run it; plain numbers stay as they are."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _one_cell(note: str) -> str:
    """A comment line is written bare, so signs that would begin a new cell or line become full-width ones; 2,643 is 2643."""
    return _THOUSANDS.sub("", " ".join(note.split())).translate(str.maketrans(',;"', "，；”"))


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
