"""Draws the mechanisms that the communities chosen have, a card each: what was resolved, fulfilled, ordered, earned, won, decided."""

import streamlit as st

from ui.charts import panel
from ui.frame import query
from ui.frame.view import View
from ui.outcomes import cards

IDS = (
    "topics_resolved",
    "wishes_fulfilled",
    "orders_completed",
    "points_awarded",
    "honours",
    "decided_spending_share",
)
TITLE = "五社联动的各项机制"


def draw_begun(view: View) -> None:
    """Draw the cards of what any of the communities has begun; nothing where none has."""
    query.learn(view.build, IDS, view.filters)
    if not view.begun(IDS):
        return
    with st.container(key="panel-mechanisms"):
        st.html(f'<h2 class="headline">{TITLE}</h2>')
        panel.draw_row_beneath(view, "mechanisms", TITLE, cards.draw_cards(view, IDS))
