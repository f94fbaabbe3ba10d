"""Lists the pages of the menu: their sections, their order and their titles."""

import ast
from copy import copy
from functools import cache
from pathlib import Path

import streamlit as st

FIRST_PAGE = "overview"  # what the address of the app itself shows
PAGES = Path(__file__).parents[2] / "pages"
# Folder → section of the menu, and the pages that come first in it; a new page joins at the end without being named here.
SECTIONS = {
    "outcomes": (
        "成效",
        (
            "overview",
            "participation",
            "taxonomies",
            "consultation",
            "satisfaction",
            "volunteering",
            "casework",
            "points",
            "help",
            "orders",
            "funds",
            "parties",
            "targets",
            "honours",
        ),
    ),
    "evidence": (
        "申报",
        ("sentences", "pack", "claims", "score", "self_evaluation", "fund_notice", "kept", "extracts"),
    ),
    "data": ("数据", ("intake", "coverage", "problems")),
    "reference": ("说明", ("indicators", "records")),
}


def pages() -> dict[str, list[st.Page]]:
    """Return {section: its pages} as Streamlit takes them: copies, since a page remembers whether it was drawn in this run."""
    return {section: list(map(copy, of_section)) for section, of_section in _pages().items()}


@cache
def _pages() -> dict[str, list[st.Page]]:
    """Return the pages, looked up on the disk once a process: each takes as many looks as its path has folders."""
    return {
        section: [
            st.Page(path, title=title, url_path=path.stem, default=path.stem == FIRST_PAGE) for path, title in files
        ]
        for section, files in titled_files().items()
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
