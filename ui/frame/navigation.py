"""Draws the frame on every run: page settings, the menu, and the page chosen in it. app.py hands it to Streamlit."""

import ast
from functools import cache
from pathlib import Path

import streamlit as st

from ui.frame import address

HERE = Path(__file__).parent
PAGES = HERE.parents[1] / "pages"
MENU_WIDTH = 208  # pixels; a width asks Streamlit for "auto" at the same time: open on a desk, closed on a phone
# Folder → section of the menu, and the pages that come first in it; a new page joins at the end without being named here.
SECTIONS = {
    "outcomes": (
        "成效",
        (
            "overview",
            "participation",
            "consultation",
            "satisfaction",
            "volunteering",
            "casework",
            "points",
            "help",
            "funds",
            "parties",
            "honours",
        ),
    ),
    "evidence": ("申报", ("sentences", "pack", "claims", "score", "kept", "extracts")),
    "data": ("数据", ("intake", "coverage", "problems")),
    "reference": ("说明", ("indicators", "records")),
}


@cache
def titled_files() -> dict[str, list[tuple[Path, str]]]:
    """Return {section: [(file, title)]} in the order of the menu, read once a process.

    The title is the first line of the file's docstring.
    """
    return {label: _titled_files(PAGES / folder, first) for folder, (label, first) in SECTIONS.items()}


def _titled_files(folder: Path, first: tuple[str, ...]) -> list[tuple[Path, str]]:
    files = [path for path in folder.glob("*.py") if path.stem != "__init__"]
    ranks = {name: rank for rank, name in enumerate(first)}
    return [(path, _title(path)) for path in sorted(files, key=lambda p: (ranks.get(p.stem, len(first)), p.stem))]


def _title(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or path.stem).splitlines()[0]


def _menu() -> dict[str, list[st.Page]]:
    return {
        section: [
            st.Page(path, title=title, url_path=path.stem, default=path.stem == "overview") for path, title in files
        ]
        for section, files in titled_files().items()
    }


def main() -> None:
    """Draw the frame and the page inside it."""
    st.set_page_config(
        page_title="五社成效", page_icon=str(HERE / "icon.png"), layout="wide", initial_sidebar_state=MENU_WIDTH
    )
    st.logo(HERE / "logo.svg", size="large")
    st.html(HERE / "style.css")
    address.restore()
    st.navigation(_menu(), expanded=True).run()


main()
