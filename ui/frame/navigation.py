"""Draws the frame on every run: page settings, the menu, and the page chosen in it. app.py hands it to Streamlit."""

from pathlib import Path

import streamlit as st

from ui.frame import address, filters, link_faults, menu, stand_in

HERE = Path(__file__).parent
MENU_WIDTH = 208  # pixels; a width asks Streamlit for "auto" at the same time: open on a desk, closed on a phone


def _menu() -> dict[str, list[st.Page]]:
    return {
        section: [
            st.Page(path, title=title, url_path=path.stem, default=path.stem == menu.FIRST_PAGE)
            for path, title in files
        ]
        for section, files in menu.titled_files().items()
    }


def main() -> None:
    """Draw the frame and the page inside it."""
    st.set_page_config(
        page_title="五社成效", page_icon=str(HERE / "icon.png"), layout="wide", initial_sidebar_state=MENU_WIDTH
    )
    st.logo(HERE / "logo.svg", size="large")
    st.html(HERE / "style.css")
    address.restore()
    page, place = st.navigation(_menu(), expanded=True), st.container()
    stand_in.draw()
    page.run()
    with place:  # only now is it known which names of the address the page's widgets have
        link_faults.draw_unused(link_faults.unused({*filters.KEYS, *st.session_state}))


main()
