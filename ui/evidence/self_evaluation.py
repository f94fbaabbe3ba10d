"""Shows the form 项目支出绩效自评表 filled from targets and figures, and offers it as Word and Excel."""

from collections.abc import Callable
from functools import partial

import streamlit as st

import warehouse.build
from documents.media_types import EXCEL, WORD
from evidence.self_evaluation.form import HEADER, TITLE, UNWEIGHTED, SelfEvaluation, cells, total_cells
from evidence.self_evaluation.form_notes import form_notes
from evidence.self_evaluation.form_workbook import form_workbook
from evidence.self_evaluation.sent_form import form_of, published_progress, sent_form
from evidence.self_evaluation.word_form import word_form
from indicators import target_progress
from ui.charts import panel
from ui.frame import form_table, query
from ui.frame.escape import html_escape
from ui.frame.view import View
from ui.outcomes.targets import NOTHING
from warehouse.communities import short_name
from wording import targets as words

FORMATS: tuple[tuple[tuple[str, str, str], Callable[[SelfEvaluation], bytes]], ...] = (
    (("下载 Word（.docx）", ".docx", WORD), word_form),
    (("下载 Excel（.xlsx）", ".xlsx", EXCEL), form_workbook),
)


def ask_form(view: View) -> SelfEvaluation:
    """Return the form of the promise a reader picks; without any target the page says what to do and stops."""
    progress = query.answer(view.build, published_progress, view.filters)
    promises = list(target_progress.by_promise(progress).values())
    if not promises:
        st.info(f"{view.choice.words}：{NOTHING}", icon=":material/inbox:")
        st.stop()
    number = st.selectbox(
        "哪一份指标", range(len(promises)), format_func=lambda n: words.heading(promises[n][0].target), key="promise"
    )
    return form_of(view.build, promises[number])


def draw(view: View, form: SelfEvaluation) -> None:
    """Draw the form as it will be, what must be known of it, and the buttons that hand it out."""
    lead = "，".join(filter(None, (form.points_words, form.grade))) if form.full_points else UNWEIGHTED
    st.html(f'<h2 class="headline">{html_escape(words.heading(form.target))}：{html_escape(lead)}</h2>')
    rows = [tuple(map(_shown, row)) for row in (*map(cells, form.lines), total_cells(form))]
    form_table.draw(HEADER, rows, TITLE)
    st.html("".join(f'<p class="note">{html_escape(note)}。</p>' for note in form_notes(form)))
    place = f"{short_name(form.target.community)}{form.target.project or ''}"
    with st.container(horizontal=True):
        for (label, ending, media), write in FORMATS:
            name = panel.file_name(TITLE, place, form.target.period.label)
            content = partial(
                sent_form, view.build, warehouse.build.data_folder(), form, write
            )  # called on the click, outside the run
            st.download_button(label, content, f"{name}{ending}", media, on_click="ignore", icon=":material/download:")


def _shown(cell: str | float | None) -> str:
    return cell if isinstance(cell, str) else "" if cell is None else f"{cell:g}"
