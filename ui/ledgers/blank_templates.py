"""Offers the blank template of every record type: filled in, it loads without a question."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from documents.media_types import EXCEL
from etl import template
from etl.declarations import record_types
from etl.schema import RecordType


def draw() -> None:
    """Draw one button a record type; the file is made when it is asked for."""
    with st.container(horizontal=True, key="templates"):
        for record in record_types().values():
            offer(record, record.label)


def offer(record: RecordType, words: str, place: str = "") -> None:
    """Draw the button of one record type, with these words on it; `place` tells it from others of the page."""
    st.download_button(
        words, data=partial(_content, record), file_name=f"{record.label}（空白模板）.xlsx", mime=EXCEL,
        on_click="ignore", key=f"template-{record.id}{place}", icon=":material/download:",
    )  # fmt: skip


def _content(record: RecordType) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "模板.xlsx"
        template.write(record, path)
        return path.read_bytes()
