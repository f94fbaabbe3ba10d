"""Draws the table of a form as it will be printed: words wrap, so that no column is cut off, and numbers stand at the right."""

from collections.abc import Iterator, Sequence

import streamlit as st

from documents.document import Cell, printed
from ui.frame.escape import html_escape

AMOUNT = "（元）"  # in which the headers of amounts end, where words such as 未报送 stand at the right too


def draw(header: Sequence[str], rows: Sequence[Sequence[Cell]], alt: str) -> None:
    """Draw rows of cells under their header; on a phone the table is pushed sideways."""
    head = "".join(f"<th{_kind(name.endswith(AMOUNT))}>{html_escape(name)}</th>" for name in header)
    is_amount = [name.endswith(AMOUNT) for name in header]
    body = "".join(f"<tr>{''.join(_cells(row, is_amount))}</tr>" for row in rows)
    table = f'<table class="form"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    st.html(f'<div class="scroll" tabindex="0" role="region" aria-label="{html_escape(alt)}">{table}</div>')


def _cells(row: Sequence[Cell], is_amount: Sequence[bool]) -> Iterator[str]:
    for cell, stands_right in zip(row, is_amount, strict=True):
        yield f"<td{_kind(stands_right or isinstance(cell, (int, float)))}>{html_escape(printed(cell))}</td>"


def _kind(stands_right: bool) -> str:
    return ' class="number"' if stands_right else ""
