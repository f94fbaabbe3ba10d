"""Draws who took in or took back which ledgers, when, and which build came of it, newest first."""

from datetime import datetime

import streamlit as st

from documents.day_text import time_text
from etl import history
from etl.history import HistoryEntry
from indicators import disclosure
from ui.frame import data_table, reader
from warehouse.build import data_folder
from wording.unloaded_rows import rounded_count_words

HEADER = ("时间", "经办", "做了什么", "文件或机构", "入库", "拒收", "按上次的对应", "数据批次")
NO_BUILD = "没有发布"


def draw() -> None:
    """Draw the history, or that there is none yet."""
    entries = history.entries(data_folder())
    if not entries:
        st.info("还没有导入记录。", icon=":material/history:")
        return
    table = data_table.of_rows(HEADER, [_row(entry) for entry in entries])
    data_table.draw(table, name="history", alt="导入记录")


def _loaded(entry: HistoryEntry) -> str:
    """Return how many rows were loaded, to whoever sees none of people about how many: one ledger may be the cases of a month."""
    return str(entry.loaded if reader.sees_people() else rounded_count_words(entry.loaded, disclosure.OFFICE))


def _row(entry: HistoryEntry) -> tuple[str, ...]:
    at = time_text(datetime.fromisoformat(entry.at))
    counts = (_loaded(entry), str(entry.refused)) if entry.act == "导入" else ("", "")
    return (
        at, entry.who, entry.act, "、".join(entry.files), *counts, "、".join(entry.recipes), entry.build or NO_BUILD,
    )  # fmt: skip
