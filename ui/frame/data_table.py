"""Draws tables on screen: figures in words, and records with their origin first, under Chinese headers."""

from collections.abc import Sequence

import pyarrow as pa
import streamlit as st

from evidence import extracts
from indicators.model import Figure
from wording.figure_columns import in_words

MOST_HEIGHT = 420
ROW_HEIGHT = 32


def draw_figures(figures: Sequence[Figure], *, name: str, alt: str) -> None:
    """Draw figures as they are said in full, with both sides and what is missing; columns without content are left out."""
    rows = [in_words(figure) for figure in figures]
    columns = {header: [row[header] for row in rows] for header in (rows[0] if rows else ())}
    draw(pa.table({label: cells for label, cells in columns.items() if any(cells)}), name=f"figures-{name}", alt=alt)


def draw_records(table: str, rows: pa.Table, *, name: str, alt: str) -> None:
    """Draw records of a table, where they come from first."""
    origin = [column for column in extracts.ORIGIN if column in rows.column_names]
    ordered = rows.select([*origin, *(column for column in rows.column_names if column not in origin)])
    draw(extracts.readable(table, ordered), name=f"records-{name}", alt=alt)


def of_rows(header: Sequence[str], rows: Sequence[Sequence[object]]) -> pa.Table:
    """Return rows of cells as a table; a column may hold texts or numbers, not both."""
    columns = list(zip(*rows, strict=True)) or [()] * len(header)
    return pa.table({name: list(cells) for name, cells in zip(header, columns, strict=True)})


def draw(content: pa.Table, *, name: str, alt: str) -> None:
    """Draw a table as high as its rows need, up to a limit."""
    if content.num_rows == 0:
        st.info("这个筛选条件下没有记录。换一个时期或社区再看。", icon=":material/inbox:")
        return
    height = min(MOST_HEIGHT, (content.num_rows + 1) * ROW_HEIGHT + 3)
    st.dataframe(content, hide_index=True, row_height=ROW_HEIGHT, height=height, key=name, alt=alt, placeholder="")
