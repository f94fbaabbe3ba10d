"""Writes a table in Word: heading repeated on every page, no row broken over two pages, numbers to the right, columns as wide as their text."""

import re
from collections.abc import Sequence

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from documents.document import Cell, Table, printed
from documents.text_width import text_width
from documents.word_text import run_content

ROWS_KEPT_TOGETHER = 12  # a longer table may run over pages
WIDTH = 8844  # twips: the 156 mm between the margins
# 1,204 · −3.2% · 46/50 · 92.0（46/50） · 40–163 · 1.2万
_NUMBER = re.compile(r"[-+−–\d,.%‰（）/万亿]+")
LONGEST_WORD = 3  # that stands in a column of numbers for one that is missing: 未报送
_MARGINS = '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
_BORDERS = (
    '<w:tblBorders><w:top w:val="single" w:sz="10" w:color="000000"/><w:bottom w:val="single" w:sz="10" w:color="000000"/>'
    '<w:insideH w:val="single" w:sz="4" w:color="C8C8C8"/></w:tblBorders>'
)


def add_table(document: Document, table: Table, width: int = WIDTH) -> None:
    """Add the table, `width` twips wide, at the end of the document; one of few rows stays on one page."""
    widths = column_widths(table, width)
    styles = [_column_style(cells) for cells in _columns(table)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(table.header, widths, ["TableHead"] * len(widths), "<w:cantSplit/><w:tblHeader/>")
    body = "".join(_row(cells, widths, styles, "<w:cantSplit/>") for cells in table.rows)
    properties = (
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>{_BORDERS}<w:tblLayout w:type="fixed"/>{_MARGINS}'
    )
    xml = f"<w:tbl {nsdecls('w')}><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"
    element = parse_xml(xml)
    if len(table.rows) <= ROWS_KEPT_TOGETHER:
        for paragraph in element.xpath("./w:tr[position() < last()]//w:pPr"):
            paragraph.append(OxmlElement("w:keepNext"))
    document.element.body.insert_element_before(element, "w:sectPr")


def column_widths(table: Table, width: int = WIDTH) -> list[int]:
    """Return widths in twips that fill the page: narrow columns get what they need, the wide ones share what is left."""
    needed = [_needed_width(name, cells) for name, cells in zip(table.header, _columns(table), strict=True)]
    widths, left = [0] * len(needed), width
    for served, column in enumerate(sorted(range(len(needed)), key=needed.__getitem__)):
        widths[column] = min(needed[column], left // (len(needed) - served))
        left -= widths[column]
    return [column + left * column // (width - left) for column in widths]


def _needed_width(name: str, cells: Sequence[Cell]) -> int:
    """Return the twips a column needs so that cells stay on one line and its name on two."""
    characters = max(4, text_width(name) / 2 + 1, *(text_width(printed(cell)) for cell in cells))
    return round(characters * 105 + 240)  # half of 10.5 points a character, and the cell's margins


def _columns(table: Table) -> list[tuple[Cell, ...]]:
    return list(zip(*table.rows, strict=True)) or [()] * len(table.header)


def _column_style(cells: Sequence[Cell]) -> str:
    """A column of numbers holds at least one, and beside them nothing but short words that stand for missing ones."""
    texts = [printed(cell) for cell in cells if printed(cell)]
    words = [text for text in texts if not _NUMBER.fullmatch(text)]
    are_numbers = len(words) < len(texts) and all(len(word) <= LONGEST_WORD for word in words)
    return "TableNumber" if are_numbers else "TableText"


def _row(cells: Sequence[Cell], widths: Sequence[int], styles: Sequence[str], properties: str) -> str:
    row = "".join(_cell(*parts) for parts in zip(map(printed, cells), widths, styles, strict=True))
    return f"<w:tr><w:trPr>{properties}</w:trPr>{row}</w:tr>"


def _cell(text: str, width: int, style: str) -> str:
    edge = (
        '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:color="000000"/></w:tcBorders>'
        if style == "TableHead"
        else ""
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edge}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{run_content(text)}</w:r></w:p></w:tc>'
    )
