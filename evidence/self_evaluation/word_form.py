"""Writes the form 项目支出绩效自评表 as a Word document."""

import io

from documents.document import Table
from documents.reproducible_zip import reproducible
from documents.word_page import new_document, turn_on_its_side
from documents.word_table import add_table
from documents.word_text import add_paragraph
from evidence.self_evaluation.form import HEADER, TITLE, SelfEvaluation, cells, total_cells
from evidence.self_evaluation.form_notes import form_notes
from wording.notices import DEMO_BANNER


def word_form(form: SelfEvaluation) -> bytes:
    """Return the .docx file; the same form gives the same bytes."""
    document = new_document(TITLE, DEMO_BANNER if form.is_demo else TITLE, form.made_at)
    width = turn_on_its_side(document)
    add_paragraph(document, TITLE, "Title")
    add_paragraph(document, "　".join(f"{name}：{text}" for name, text in form.facts), "Subtitle")
    rows = (*map(cells, form.lines), total_cells(form))
    add_table(document, Table(TITLE, HEADER, rows), width)
    for note in form_notes(form):
        add_paragraph(document, f"{note}。", "Note")
    stream = io.BytesIO()
    document.save(stream)
    return reproducible(stream.getvalue(), form.made_at)
