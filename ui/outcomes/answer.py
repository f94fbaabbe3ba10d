"""Draws the sentence that answers a page: whoever reads only this has read the page."""

from collections.abc import Sequence

import streamlit as st

from ui.frame.escape import html_escape
from ui.frame.view import View, unreported
from wording import year_on_year


def draw(view: View, ids: Sequence[str]) -> None:
    """Draw how the headline figures stand against a year before, and how many communities lack reports."""
    compared = view.comparisons(ids)
    words = year_on_year.sentence([compared[id] for id in ids if id in compared], len(unreported(view, ids)))
    if words:
        st.html(f'<p class="answer">{html_escape(words)}</p>')
