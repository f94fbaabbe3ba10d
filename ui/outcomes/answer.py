"""Draws the sentence that answers a page: whoever reads only this has read the page."""

from collections.abc import Sequence

import streamlit as st

from ui.frame.escape import html_escape
from ui.frame.view import View, indicator_of
from wording import year_on_year


def draw(view: View, ids: Sequence[str]) -> None:
    """Draw how the headline figures stand against a year before, and beneath, quietly, on how many reports that rests."""
    compared = view.comparisons(ids)
    others = [indicator_of(id).label for id in ids if id not in compared]
    missing = view.gaps(ids)
    silent = {gap.community for gap in missing if gap.is_whole}
    partly = {gap.community for gap in missing} - silent
    comparisons = [compared[id] for id in ids if id in compared]
    words = {
        "answer": year_on_year.sentence(comparisons, others),
        "note": year_on_year.footing(comparisons, len(silent), len(partly)),
    }
    for look, text in words.items():
        if text:
            st.html(f'<p class="{look}">{html_escape(text)}</p>')
