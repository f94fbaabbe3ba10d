"""The draft as a Word document with a comment on every claim: an uploaded file as it was, pasted text in the typography of all reports."""

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
from evidence.claims.checked_claim import CheckedClaim, ClaimsReport
from evidence.claims.draft import Draft, paragraph_runs, paragraphs
from evidence.claims.report import unread_rows
from evidence.claims.report.claim_rows import indicator_label, recorded_number
from wording.notices import DEMO_BANNER

TITLE = "口径核对"
AUTHOR, INITIALS = "五社成效·口径核对", "核"
TITLE_STYLES = ("Title", "Subtitle")  # of the paragraphs above pasted text
RESULT_HEADER = ("序号", "原文", "指标", "记录里的数", "结果")
SPLITTABLE = frozenset(map(qn, ("w:rPr", "w:t", "w:tab")))


def commented_document(draft: Draft, report: ClaimsReport) -> bytes:
    """Return the .docx file."""
    document = docx.Document(io.BytesIO(draft.document)) if draft.document else _typeset(draft, report)
    skipped = 0 if draft.document else len(TITLE_STYLES)
    for checked_claim in report.claims:
        _add_comment(document, checked_claim, skipped)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def comment_words(checked_claim: CheckedClaim) -> str:
    """Return what a comment says: 【偏高】…… 建议：……"""
    suggestion = f"\n建议：{checked_claim.suggestion}" if checked_claim.suggestion else ""
    return f"【{checked_claim.verdict}】{checked_claim.reason}{suggestion}"


def _typeset(draft: Draft, report: ClaimsReport) -> Document:
    """Pasted text under a title, then the results as a table, since comments are easily left out in print."""
    nature = DEMO_BANNER if report.is_demo else TITLE
    document = new_document(TITLE, f"{nature}　数据批次 {report.build}", datetime.now(UTC))
    for words, style in zip((TITLE, report.summary), TITLE_STYLES, strict=True):
        add_paragraph(document, words, style)
    for line in draft.text.split("\n"):
        add_paragraph(document, line, "BodyText")
    add_paragraph(document, "逐处结果", "Caption")
    add_table(document, _result_table(report))
    if report.unread:
        add_paragraph(document, unread_rows.TITLE, "Caption")
        add_table(document, Table(unread_rows.TITLE, unread_rows.HEADER, tuple(unread_rows.unread_rows(report))))
    return document


def _result_table(report: ClaimsReport) -> Table:
    rows = (
        (
            str(number),
            checked_claim.claim.text,
            indicator_label(checked_claim),
            recorded_number(checked_claim),
            checked_claim.verdict,
        )
        for number, checked_claim in enumerate(report.claims, 1)
    )
    return Table("逐处结果", RESULT_HEADER, tuple(rows))


def _add_comment(document: Document, checked_claim: CheckedClaim, skipped: int) -> None:
    """Comment a claim; `skipped` paragraphs at the beginning are no part of the text."""
    paragraph, start, end = _locate(document, checked_claim, skipped)
    runs = _claim_runs(paragraph, start, end) if paragraph is not None else []
    if runs:
        anchors = [Run(run, document) for run in runs]
        document.add_comment(anchors, comment_words(checked_claim), AUTHOR, INITIALS)


def _locate(document: Document, checked_claim: CheckedClaim, skipped: int) -> tuple[CT_P | None, int, int]:
    """The paragraph a claim begins in, with the claim's offsets there."""
    claim, at = checked_claim.claim, 0
    for paragraph, separator in islice(paragraphs(document), skipped, None):
        length = sum(len(run.text) for run in paragraph_runs(paragraph))
        if at <= claim.start < at + length:
            return paragraph, claim.start - at, min(length, claim.end - at)
        at += length + len(separator)
    return None, 0, 0


def _claim_runs(paragraph: CT_P, start: int, end: int) -> list[BaseOxmlElement]:
    """Cut the runs at the edges of a claim, and return those that hold exactly it (or a little more, where one cannot be cut)."""
    for edge in (end, start):
        at = 0
        for run in paragraph_runs(paragraph):
            if at < edge < at + len(run.text):
                _cut(run, edge - at)
                break
            at += len(run.text)
    runs, at = [], 0
    for run in paragraph_runs(paragraph):
        if run.text and at < end and at + len(run.text) > start:
            runs.append(run)
        at += len(run.text)
    return runs


def _cut(run: BaseOxmlElement, at: int) -> None:
    """Cut a run of plain text in two alike; one with a picture, a field or a note stays whole."""
    if not all(child.tag in SPLITTABLE for child in run.iterchildren()):
        return
    rest = deepcopy(run)
    text = run.text
    run.text, rest.text = text[:at], text[at:]
    run.addnext(rest)
