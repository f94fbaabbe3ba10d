"""The frame: page settings, the menu, and the page chosen in it. Run by app.py."""

import ast
from functools import cache
from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
PAGES = HERE.parents[1] / "pages"
SIDEBAR = 208  # pixels
# Folder → section of the menu, and the pages that come first in it; a new page joins at the end without being named here.
SECTIONS = {
    "outcomes": ("成效", ("overview", "participation", "satisfaction", "volunteering", "casework", "funds")),
    "evidence": ("申报", ("sentences", "pack", "claims", "score", "kept", "extracts")),
    "data": ("数据", ("coverage", "problems")),
    "reference": ("说明", ("indicators", "records")),
}


@cache
def pages() -> dict[str, list[tuple[Path, str]]]:
    """Return {section: [(file, title)]} in the order of the menu; the title is the first line of the file's docstring."""
    return {label: _in_folder(PAGES / folder, first) for folder, (label, first) in SECTIONS.items()}


def _in_folder(folder: Path, first: tuple[str, ...]) -> list[tuple[Path, str]]:
    files = [path for path in folder.glob("*.py") if path.stem != "__init__"]
    place = {name: number for number, name in enumerate(first)}
    return [(path, _title(path)) for path in sorted(files, key=lambda p: (place.get(p.stem, len(first)), p.stem))]


def _title(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or path.stem).splitlines()[0]


def _menu() -> dict[str, list[st.Page]]:
    return {
        section: [
            st.Page(path, title=title, url_path=path.stem, default=path.stem == "overview") for path, title in found
        ]
        for section, found in pages().items()
    }


def main() -> None:
    """Draw the frame and the page inside it."""
    st.set_page_config(
        page_title="五社成效", page_icon=str(HERE / "icon.png"), layout="wide", initial_sidebar_state=SIDEBAR
    )
    st.logo(HERE / "logo.svg", size="large")
    st.html(HERE / "style.css")
    page = st.navigation(_menu(), expanded=True)
    page.run()


main()
