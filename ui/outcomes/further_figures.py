"""Draws what a page has drawn nowhere else of its sections of the catalogue, as a table: no indicator is on no page."""

from collections.abc import Mapping, Sequence

import streamlit as st

from indicators.engine import catalogue
from ui.charts import panel
from ui.frame.escape import html_escape
from ui.frame.view import View
from wording.figure_columns import in_words

TITLE = "更多数据"
HEAD = ("指标", "统计期", "数值", "分子/分母", "报送")


def draw(view: View) -> None:
    """Draw a row an indicator of the page's sections that the communities have begun and the page has not drawn so far."""
    ids = [id for id, each in catalogue().items() if each.section in view.sections and id not in view.drawn]
    if not (begun := view.begun(ids)):
        return
    figures = view.figures(begun)
    rows = list(map(in_words, figures))
    columns = [label for label in HEAD if any(row[label] for row in rows)]
    head = "".join(f"<th>{label}</th>" for label in columns)
    with st.container(key="panel-further"):
        st.html(
            f'<h2 class="headline">{TITLE}</h2><div class="scroll" tabindex="0" role="region" aria-label="{TITLE}">'
            f'<table class="standings"><thead><tr>{head}</tr></thead><tbody>{"".join(_row(row, columns) for row in rows)}</tbody></table></div>'
        )
        panel.draw_row_beneath(view, "further", TITLE, figures)


def _row(row: Mapping[str, str], columns: Sequence[str]) -> str:
    label, *cells = (html_escape(row[column]) for column in columns)
    return f'<tr><th scope="row">{label}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
