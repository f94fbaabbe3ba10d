"""Reads a draft: pasted text, .txt in any usual encoding, or .docx, whose paragraphs and cells become lines in reading order."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.table import CT_Row, CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml.etree import LxmlError

from command_line import UserError
from documents.file_size import size_text

MOST_CHARACTERS = 100_000  # an application has ten thousand; more is a mistake or several drafts
MOST_BYTES = 20_000_000
MOST_UNPACKED = 200_000_000
BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# Control characters, which no XML may hold; a blank in their place keeps every offset.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # the first bytes of a .doc, and of a .docx with a password


class BadDraft(UserError):
    """A draft that cannot be checked. Carries a Chinese sentence: what is wrong and what to do."""


@dataclass(frozen=True)
class Draft:
    """The text of a draft; `document` is the file it came from when that was a Word file, so that comments can go back into it."""

    text: str
    document: bytes | None = None


def read_text(text: str) -> Draft:
    """Return pasted text as a draft; BadDraft when it is empty or far too long."""
    return Draft(_within_limits(text))


def read_file(name: str, content: bytes) -> Draft:
    """Return a .txt or .docx file as a draft; BadDraft when it cannot be read. The content decides, not the ending."""
    if len(content) > MOST_BYTES:
        raise BadDraft(
            f"“{name}”有{size_text(len(content))}，超过{size_text(MOST_BYTES)}。请删去图片，或只把文字粘贴进来。"
        )
    if content.startswith(OLD_OFFICE):
        raise BadDraft(f"“{name}”是加了密码的文件，或旧版 .doc。请去掉密码，另存为 .docx 再上传；也可以直接粘贴文字。")
    if content.startswith(b"PK"):
        return Draft(_within_limits(_document_text(name, content)), content)
    return Draft(_within_limits(_decode(name, content)))


def paragraphs(document: Document) -> Iterator[tuple[CT_P, str]]:
    """Yield every paragraph in reading order, body and table cells, with the characters that part it from the next in the text."""
    yield from _in_blocks(document.element.body)


def paragraph_runs(paragraph: CT_P) -> list[BaseOxmlElement]:
    """Return a paragraph's own runs: those in links and insertions too, deleted ones and text boxes not."""
    return [
        run
        for run in paragraph.xpath(".//w:r[not(ancestor::w:del)]")
        if next(run.iterancestors(paragraph.tag)) is paragraph
    ]


def _document_text(name: str, content: bytes) -> str:
    document = open_document(name, content)
    return "".join(_paragraph_text(paragraph) + separator for paragraph, separator in paragraphs(document))


def _paragraph_text(paragraph: CT_P) -> str:
    return "".join(run.text for run in paragraph_runs(paragraph))


def open_document(name: str, content: bytes) -> Document:
    """Open a Word file; BadDraft for one that is damaged, hostile or no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(part.file_size for part in package.infolist()) > MOST_UNPACKED:
                raise BadDraft(f"“{name}”解压后过大，没有打开。请删去图片，或只把文字粘贴进来。")
        return docx.Document(io.BytesIO(content))
    except (
        zipfile.BadZipFile,
        PackageNotFoundError,
        LxmlError,
        KeyError,
        ValueError,
        NotImplementedError,
        OSError,
    ) as error:
        if isinstance(error, BadDraft):
            raise
        raise BadDraft(
            f"“{name}”打不开：文件坏了，或不是 Word 文档（.docx）。请重新另存为 .docx，或直接粘贴文字。"
        ) from error


def _in_blocks(block: BaseOxmlElement) -> Iterator[tuple[CT_P, str]]:
    for child in block.iterchildren():
        if isinstance(child, CT_P):
            yield child, "\n"
        elif isinstance(child, CT_Tbl):
            for row in child.tr_lst:
                yield from _in_row(row)
        elif child.tag.endswith(("}sdt", "}sdtContent", "}ins", "}smartTag", "}customXml")):
            yield from _in_blocks(child)


def _in_row(row: CT_Row) -> Iterator[tuple[CT_P, str]]:
    """The paragraphs of a table row; a label and the number beside it are parted by a colon only: 服务人次：2400."""
    cells = row.tc_lst
    for cell in cells:
        cell_paragraphs = list(_in_blocks(cell))
        label = "".join(_paragraph_text(paragraph) for paragraph, _ in cell_paragraphs)
        separator = "\n" if cell is cells[-1] else "：" if label and not re.search(r"\d", label) else "，"
        yield from (*cell_paragraphs[:-1], (cell_paragraphs[-1][0], separator)) if cell_paragraphs else ()


def _decode(name: str, content: bytes) -> str:
    by_mark = next((encoding for mark, encoding in BYTE_ORDER_MARKS.items() if content.startswith(mark)), None)
    for encoding in (by_mark,) if by_mark else ("utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise BadDraft(f"“{name}”不是文字文件：认不出编码。请存成 .docx，或存成 UTF-8 编码的 .txt，或直接粘贴文字。")


def _within_limits(text: str) -> str:
    text = CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise BadDraft("没有文字。请粘贴申报书或报道的文字，或上传 .docx、.txt 文件。")
    if len(text) > MOST_CHARACTERS:
        raise BadDraft(f"全文{len(text):,}字，一次最多核对{MOST_CHARACTERS:,}字。请分几次核对；原文没有改动。")
    return text
