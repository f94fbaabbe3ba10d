"""Reads what calamine does not tell of a .xlsx: which rows and columns are hidden, struck through, or hold formulas without a value.

The XML of a sheet is searched as bytes, piece by piece, and only a piece that holds a mark is looked at row by row.
"""

import html
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

PIECE = 1 << 20  # bytes searched at a time
HIDDEN = (b' hidden="1"', b' hidden="true"')
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?row>)", re.DOTALL)
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_UNCALCULATED = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d+)"([^>]*)>\s*<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*(<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>'
)
_VALUE = re.compile(rb"<(?:\w+:)?v>(\d+)</")
_FONT = re.compile(rb"<(?:\w+:)?font\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?font>)", re.DOTALL)
_STRING = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_STRIKE = re.compile(rb'<(?:\w+:)?strike\b(?![^>]*val="(?:0|false)")')
_FONTS = re.compile(rb"<(?:\w+:)?fonts\b.*?</(?:\w+:)?fonts>", re.DOTALL)
_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_FORMAT = re.compile(rb"<(?:\w+:)?xf\b([^>]*)>")


@dataclass(frozen=True)
class Marks:
    """What is marked in a sheet: numbers of rows as the spreadsheet shows them, columns counted from 0."""

    hidden_rows: tuple[int, ...] = ()
    struck_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    uncalculated: tuple[
        tuple[int, int], ...
    ] = ()  # (row, column) of formulas without a value, which read as empty cells


NO_MARKS = Marks()


def marks_by_sheet(file: Path | BytesIO) -> Mapping[str, Marks]:
    """Return the marks of each sheet that has any, by its name; none for a file that is no .xlsx or not as one should be."""
    with suppress(KeyError, ValueError, OSError, zipfile.BadZipFile), zipfile.ZipFile(file) as archive:
        struck = _StruckTexts.of(archive)
        marks = {name: _marks(archive, part, struck) for name, part in _parts(archive)}
        return {name: own for name, own in marks.items() if own != NO_MARKS}
    return {}


@dataclass(frozen=True)
class _StruckTexts:
    """By what a cell of a workbook is struck through: numbers of its format, or of its text in the table of texts."""

    formats: frozenset[bytes]
    texts: frozenset[bytes]

    @classmethod
    def of(cls, archive: zipfile.ZipFile) -> "_StruckTexts":
        names = set(archive.namelist())
        styles, strings = (
            archive.read(part) if part in names else b"" for part in ("xl/styles.xml", "xl/sharedStrings.xml")
        )
        return cls(frozenset(_struck_formats(styles)), frozenset(_numbers_of_struck(_STRING, strings)))

    def is_of(self, attributes: bytes, content: bytes) -> bool:
        """Tell whether a filled cell is struck through, by its own format or in a part of its text."""
        if _attribute(attributes, b"s") in self.formats or _STRIKE.search(content):
            return bool(content)
        value = _VALUE.search(content)
        return _attribute(attributes, b"t") == b"s" and value is not None and value[1] in self.texts


def _struck_formats(styles: bytes) -> Iterator[bytes]:
    fonts, formats = _FONTS.search(styles), _FORMATS.search(styles)
    struck = set(_numbers_of_struck(_FONT, fonts[0])) if fonts else set()
    for number, attributes in enumerate(_FORMAT.findall(formats[0]) if struck and formats else ()):
        if _attribute(attributes, b"fontId") in struck:
            yield b"%d" % number


def _numbers_of_struck(element: re.Pattern[bytes], xml: bytes) -> Iterator[bytes]:
    """Yield the numbers of those elements that have a part struck through."""
    if _STRIKE.search(xml):
        yield from (b"%d" % number for number, match in enumerate(element.finditer(xml)) if _STRIKE.search(match[0]))


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield (name, part of the archive) of each worksheet."""
    relations = [match[0] for match in _RELATION.finditer(archive.read("xl/_rels/workbook.xml.rels"))]
    targets = {_attribute(relation, b"Id"): _attribute(relation, b"Target").decode() for relation in relations}
    for sheet in _SHEET.findall(archive.read("xl/workbook.xml")):
        target = PurePosixPath("/xl") / targets[_attribute(sheet, rb"\w+:id")]  # which may be absolute
        yield html.unescape(_attribute(sheet, b"name").decode()), str(target)[1:]


def _marks(archive: zipfile.ZipFile, part: str, struck: _StruckTexts) -> Marks:
    rows: dict[str, list[int]] = {"hidden": [], "struck": []}
    columns: list[int] = []
    uncalculated: list[tuple[int, int]] = []
    for piece in _pieces(archive, part):
        if b"<f" in piece or b":f>" in piece:
            uncalculated += _uncalculated(piece)
        if not (struck.formats or struck.texts or _is_hidden(piece)):
            continue
        columns += _hidden_columns(piece)
        for match in _ROW.finditer(piece):
            attributes, content = match[1], match[2] or b""
            if _is_hidden(attributes):
                rows["hidden"].append(int(_attribute(attributes, b"r")))
            if any(struck.is_of(*cell) for cell in _CELL.findall(content)):
                rows["struck"].append(int(_attribute(attributes, b"r")))
    return Marks(tuple(rows["hidden"]), tuple(rows["struck"]), tuple(columns), tuple(uncalculated))


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield the XML of a sheet in pieces that end where a row ends."""
    with archive.open(part) as xml:
        rest = b""
        while piece := xml.read(PIECE):
            whole, end, rest = (rest + piece).rpartition(b"row>")
            yield whole + end


def _uncalculated(xml: bytes) -> Iterator[tuple[int, int]]:
    """Yield (row, column) of formulas without a value; one that gave an empty text has one: t="str" and an empty <v>."""
    for letters, row, attributes, value in _UNCALCULATED.findall(xml):
        if not (value and _attribute(attributes, b"t") == b"str"):
            yield int(row), _number(letters)


def _hidden_columns(xml: bytes) -> Iterator[int]:
    for attributes in filter(_is_hidden, _COLUMN.findall(xml)):
        yield from range(int(_attribute(attributes, b"min")) - 1, int(_attribute(attributes, b"max")))


def _number(letters: bytes) -> int:
    """Return the number of a column, counted from 0, by its letters: A 0, AA 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _is_hidden(attributes: bytes) -> bool:
    return any(word in attributes for word in HIDDEN)


def _attribute(attributes: bytes, name: bytes) -> bytes:
    match = re.search(rb'\b%s="([^"]*)"' % name, attributes)
    return match[1] if match else b""
