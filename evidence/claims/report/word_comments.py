"""The draft as a Word document with a comment on every claim: an uploaded file as it was, pasted text in our typography."""

import io
from copy import deepcopy
from datetime import UTC, datetime
from itertools import islice

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.run import Run

from documents.document import Table
from documents.word_page import new_document
from documents.word_table import add_table
from documents.word_text import add_paragraph
from evidence.claims.checked_claim import Checked, Report
from evidence.claims.draft import Draft, paragraphs, runs
from evidence.claims.report.claim_rows import label, recorded

TITLE = "口径核对"
AUTHOR, INITIALS = "五社成效·口径核对", "核"
HEAD = ("Title", "Subtitle")  # the styles of the paragraphs above pasted text
SHOWN = ("序号", "原文", "指标", "记录里的数", "结果")
SPLITTABLE = frozenset(map(qn, ("w:rPr", "w:t", "w:tab")))


def commented(draft: Draft, report: Report) -> bytes:
    """Return the .docx file."""
    document = docx.Document(io.BytesIO(draft.document)) if draft.document else _written(draft, report)
    skipped = 0 if draft.document else len(HEAD)
    for one in report.checked:
        _comment(document, one, skipped)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def comment_words(one: Checked) -> str:
    """Return what a comment says: 【偏高】…… 建议：……"""
    better = f"\n建议：{one.suggestion}" if one.suggestion else ""
    return f"【{one.verdict}】{one.reason}{better}"


def _written(draft: Draft, report: Report) -> Document:
    """Pasted text under a title, then the results as a table, since comments are easily left out in print."""
    nature = "【演示数据，不得用于申报】" if report.is_demo else TITLE
    document = new_document(TITLE, f"{nature}　数据批次 {report.build}", datetime.now(UTC))
    for words, style in zip((TITLE, report.summary), HEAD, strict=True):
        add_paragraph(document, words, style)
    for line in draft.text.split("\n"):
        add_paragraph(document, line, "BodyText")
    add_paragraph(document, "逐处结果", "Caption")
    add_table(document, _results(report))
    return document


def _results(report: Report) -> Table:
    lines = (
        (str(n), one.claim.text, label(one), recorded(one), one.verdict) for n, one in enumerate(report.checked, 1)
    )
    return Table("逐处结果", SHOWN, tuple(lines))


def _comment(document: Document, one: Checked, skipped: int) -> None:
    paragraph, start, end = _stretch(document, one, skipped)
    anchored = _isolated(paragraph, start, end) if paragraph is not None else []
    if anchored:
        marked = [Run(run, document) for run in anchored]
        document.add_comment(marked, comment_words(one), AUTHOR, INITIALS)


def _stretch(document: Document, one: Checked, skipped: int) -> tuple[CT_P | None, int, int]:
    """Return the paragraph a claim begins in, with its place there."""
    at = 0
    for paragraph, after in islice(paragraphs(document), skipped, None):
        length = sum(len(run.text) for run in runs(paragraph))
        if at <= one.claim.start < at + length:
            return paragraph, one.claim.start - at, min(length, one.claim.end - at)
        at += length + len(after)
    return None, 0, 0


def _isolated(paragraph: CT_P, start: int, end: int) -> list[BaseOxmlElement]:
    """Cut the runs at the edges of a claim, and return those that hold exactly it (or a little more, where one cannot be cut)."""
    for edge in (end, start):
        at = 0
        for run in runs(paragraph):
            if at < edge < at + len(run.text):
                _cut(run, edge - at)
                break
            at += len(run.text)
    found, at = [], 0
    for run in runs(paragraph):
        if run.text and at < end and at + len(run.text) > start:
            found.append(run)
        at += len(run.text)
    return found


def _cut(run: BaseOxmlElement, at: int) -> None:
    """Cut a run of plain text in two alike; one with a picture, a field or a note stays whole."""
    if not all(child.tag in SPLITTABLE for child in run.iterchildren()):
        return
    rest = deepcopy(run)
    text = run.text
    run.text, rest.text = text[:at], text[at:]
    run.addnext(rest)
