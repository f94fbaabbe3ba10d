"""Draws the frame on every run: page settings, the menu, and the page chosen in it. app.py hands it to Streamlit."""

from pathlib import Path

import streamlit as st

from ui.frame import address, filters, link_faults, menu, stand_in, turns

LOGO = Path(__file__).with_name("logo.svg")
MENU_WIDTH = 208  # pixels; a width asks Streamlit for "auto" at the same time: open on a desk, closed on a phone


def main() -> None:
    """Draw the frame and the page inside it."""
    st.logo(LOGO, size="large")
    address.restore()
    page = st.navigation(menu.pages(), expanded=True)
    # The icon of the tab is not set here: Streamlit takes /favicon.png, which is ours, and an icon set would be read and sent on each run.
    st.set_page_config(page_title=f"{page.title} · 五社成效", layout="wide", initial_sidebar_state=MENU_WIDTH)
    place = st.container() if link_faults.unused(filters.KEYS) else None
    stand_in.draw()
    page.run()
    if place:
        with place:  # only now is it known which names of the address the page's widgets have
            link_faults.draw_unused(link_faults.unused({*filters.KEYS, *st.session_state}))


with turns.OF_READERS.one():
    main()
