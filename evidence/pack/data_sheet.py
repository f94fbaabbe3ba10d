"""The figures of a pack read back from its own files: from the CSV, and from the workbook's sheet 数据."""

import csv
import io
from collections.abc import Iterator, Mapping
from zipfile import ZipFile

from lxml import etree

from documents.csv_file import guarded
from evidence.pack.manifest import PackError

CSV, BOOK, SHEET = "数据.csv", "数据.xlsx", "数据"
HEADS = 2  # rows above the data in the sheet: what the pack is, and the header
MOST_BYTES = 2**27  # of one part of the workbook, unpacked
_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

Row = dict[str, str]  # header → cell as the CSV writes it


def csv_rows(files: Mapping[str, bytes]) -> list[Row]:
    """Return the rows of the CSV. Raises PackError when it is missing or no CSV of ours."""
    try:
        found = list(csv.DictReader(io.StringIO(files[CSV].decode("utf-8-sig"), newline=""), strict=True))
    except (KeyError, UnicodeDecodeError, csv.Error) as error:
        raise PackError(f"“{CSV}”缺少或读不出来，数字无法重新计算。") from error
    if not found or any(None in row or None in row.values() for row in found):
        raise PackError(f"“{CSV}”的行列不完整，数字无法重新计算。")
    return found


def sheet_rows(files: Mapping[str, bytes]) -> list[list[str]]:
    """Return the rows of the workbook's sheet, each cell as the CSV would write it. Raises PackError like `csv_rows`."""
    try:
        with ZipFile(io.BytesIO(files[BOOK])) as book:
            names = [sheet.get("name") for sheet in _part(book, "xl/workbook.xml").iter(f"{_SPACE}sheet")]
            texts = ["".join(text.itertext()) for text in _part(book, "xl/sharedStrings.xml").iter(f"{_SPACE}si")]
            sheet = _part(book, f"xl/worksheets/sheet{names.index(SHEET) + 1}.xml")
            return [list(_cells(row, texts)) for row in list(sheet.iter(f"{_SPACE}row"))[HEADS:]]
    except PackError:
        raise
    except Exception as error:
        raise PackError(f"“{BOOK}”缺少或读不出来，没有与“{CSV}”对照。") from error


def _part(book: ZipFile, name: str) -> etree._Element:
    if book.getinfo(name).file_size > MOST_BYTES:
        raise PackError(f"“{BOOK}”大得不正常，没有与“{CSV}”对照。")
    return etree.fromstring(book.read(name), etree.XMLParser(resolve_entities=False, no_network=True))


def _cells(row: etree._Element, texts: list[str]) -> Iterator[str]:
    """Yield the cells up to the last; those never written are empty."""
    place = 0
    for cell in row.iter(f"{_SPACE}c"):
        while place < _column(cell.get("r", "")):
            yield ""
            place += 1
        value = cell.findtext(f"{_SPACE}v")
        if value is None:
            yield ""
        else:
            yield guarded(texts[int(value)]) if cell.get("t") == "s" else f"{float(value):.15g}"
        place += 1


def _column(reference: str) -> int:
    """Return the column of a cell such as C7, counted from 0."""
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
