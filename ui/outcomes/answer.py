"""Draws the sentence that answers a page: whoever reads only this has read the page."""

from collections.abc import Sequence

import streamlit as st

from ui.frame.escape import html_escape
from ui.frame.view import View, gaps, indicator_of
from wording import year_on_year


def draw(view: View, ids: Sequence[str]) -> None:
    """Draw how the headline figures stand against a year before, and how many communities lack reports."""
    compared = view.comparisons(ids)
    others = [indicator_of(id).label for id in ids if id not in compared]
    missing = gaps(view, ids)
    silent = {gap.community for gap in missing if gap.is_whole}
    partly = {gap.community for gap in missing} - silent
    words = year_on_year.sentence([compared[id] for id in ids if id in compared], others, len(silent), len(partly))
    if words:
        st.html(f'<p class="answer">{html_escape(words)}</p>')
