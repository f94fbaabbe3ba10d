"""Writes the pack as a Word document: sentences, charts with their tables, then the definitions and sources as annexes."""

import io
from collections.abc import Callable, Iterator
from itertools import count

from docx.document import Document

from documents import chart_tables
from documents.document import Chart, Table
from documents.reproducible_zip import reproducible
from documents.word_chart import add_chart
from documents.word_page import new_document
from documents.word_table import add_table
from documents.word_text import add_footnote, add_paragraph, add_text
from evidence.pack import tables
from evidence.pack.content import Definition, Pack, Paragraph, Section
from wording.notices import DEMO_BANNER

_DIGITS = "零一二三四五六七八九十"
LONG = 5  # rows, from which a narrow table is laid out in two halves


def word_report(pack: Pack) -> bytes:
    """Return the .docx file; the same pack gives the same bytes."""
    document = new_document(pack.title, _header(pack), pack.built_at)
    _write_title(document, pack)
    numbers = count(1)
    for position, section in enumerate(pack.sections, 1):
        add_paragraph(document, f"{chinese_number(position)}、{section.title}", "Heading1")
        _write_section(document, section, numbers)
    for position, (title, write) in enumerate(_annexes(pack), 1):
        add_paragraph(document, f"附件{position}", "AnnexMark")
        add_paragraph(document, title, "AnnexTitle")
        write(document, pack)
    stream = io.BytesIO()
    document.save(stream)
    return reproducible(stream.getvalue(), pack.built_at)


def chinese_number(number: int) -> str:
    """Return 一 to 九十九, as headings count."""
    tens, ones = divmod(number, 10)
    if number <= 10:
        return _DIGITS[number]
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"


def _header(pack: Pack) -> str:
    nature = DEMO_BANNER if pack.is_demo else pack.title
    return f"{nature}　数据批次 {pack.build}"


def _write_title(document: Document, pack: Pack) -> None:
    add_paragraph(document, pack.title, "Title")
    if pack.is_demo:
        add_paragraph(document, "（演示数据，非真实记录）", "Subtitle")
    add_paragraph(document, pack.period, "Subtitle")
    add_paragraph(document, "", "Normal")
    conditions = "；".join(f"{name}：{words}" for name, words in pack.filters)
    scope = f"本材料涉及{'、'.join(pack.communities)}，统计期为{pack.period}。" + (
        f"筛选条件：{conditions}。" if conditions else ""
    )
    basis = f"全部数字取自数据批次{pack.build}，口径见附件，逐行数据见同一材料包内的“数据.xlsx”。"
    add_paragraph(document, scope + basis, "BodyText")


def _write_section(document: Document, section: Section, numbers: Iterator[int]) -> None:
    for paragraph in section.paragraphs:
        _write_paragraph(document, paragraph)
    for position, chart in enumerate(section.charts, 1):
        add_paragraph(document, f"（{chinese_number(position)}）{chart.title}", "Heading2")
        _write_chart(document, chart, next(numbers))
    for table in section.tables:
        add_paragraph(document, table.title, "Caption")
        add_table(document, table)
        add_paragraph(document, table.note, "Note")


def _write_paragraph(document: Document, clauses: Paragraph) -> None:
    paragraph = add_paragraph(document, "", "BodyText")
    for clause in clauses:
        add_text(paragraph, clause.text)
        if clause.footnote:
            add_footnote(document, paragraph, clause.footnote)


def _write_chart(document: Document, chart: Chart, number: int) -> None:
    """Write the chart with its table under it, which is read aloud, printed, and shown where a program draws no charts."""
    add_paragraph(document, chart.headline, "Headline")
    add_chart(document, add_paragraph(document, "", "Figure"), chart, number)
    table = chart_tables.points(chart)
    add_paragraph(document, f"图{number}　{table.title}", "Caption")
    add_table(document, _in_two_halves(table))
    for cell in document.tables[-1].rows[-1].cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    add_paragraph(document, chart.note, "Note")


def _in_two_halves(table: Table) -> Table:
    """Return a long narrow table as two halves side by side, since paper is wider than it needs; any other as it is."""
    if len(table.header) > 2 or len(table.rows) < LONG:
        return table
    half = (len(table.rows) + 1) // 2
    beside = [*table.rows[half:], *([("", "")] if len(table.rows) % 2 else [])]
    return Table(
        table.title,
        table.header * 2,
        tuple(left + right for left, right in zip(table.rows[:half], beside, strict=True)),
    )


def _annexes(pack: Pack) -> Iterator[tuple[str, Callable[[Document, Pack], None]]]:
    yield "统计口径", _write_definitions
    yield "数据来源与筛选条件", _write_sources
    if pack.attachments:
        yield "佐证附件清单", _write_attachments


def _write_definitions(document: Document, pack: Pack) -> None:
    add_paragraph(document, "每个指标的计算语句（SQL）见“数据.xlsx”的“口径”表。", "Note")
    for number, definition in enumerate(pack.definitions, 1):
        add_paragraph(document, f"{number}．{definition.label}（{definition.unit}）", "Heading3")
        add_table(document, _definition_table(definition))


def _definition_table(definition: Definition) -> Table:
    sides = (("口径", definition.words), ("分子", definition.numerator), ("分母", definition.denominator or "无"))
    who = f"责任人：{definition.owner}；复核人：{definition.checked_by}；复核日期：{definition.reviewed}"
    identity = ("编号与版本", f"{definition.id}，第{definition.version}版")
    return Table(definition.label, ("项目", "内容"), (*sides, identity, ("责任", who)))


def _write_sources(document: Document, pack: Pack) -> None:
    _write_captioned(document, tables.filters(pack))
    _write_captioned(document, _printed_sources(pack))
    note = (
        f"没有入库或需要核对的行共{len(pack.problems):,}条（合计行等不是记录的也在内），逐条列于“数据.xlsx”的“问题”表。"
    )
    note += "每个文件的读取行数等于入库、拒收、跳过行数之和。SHA-256只印前12位，全文见“数据.xlsx”和manifest.json。"
    add_paragraph(document, note, "Note")


def _printed_sources(pack: Pack) -> Table:
    """Return the sources with twelve digits of each checksum: on paper it serves to recognise a file, not to be typed."""
    full = tables.sources(pack)
    return Table(full.title, full.header, tuple((*cells, str(checksum)[:12]) for *cells, checksum in full.rows))


def _write_attachments(document: Document, pack: Pack) -> None:
    _write_captioned(document, tables.attachments(pack))


def _write_captioned(document: Document, table: Table) -> None:
    add_paragraph(document, table.title, "Caption")
    add_table(document, table)
