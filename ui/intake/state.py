"""Says in one line which data the app stands on now and what the page is for, and keeps the tab that the reader opened."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.frame import query
from warehouse.build import NoBuild
from wording import dates

TAB, TAB_KEPT = "intake-tab", "intake-tab-kept"  # session state
PURPOSE = "把台账拖进来，先看会怎样入库，确认后才存。"


def words() -> str:
    """Return the line under the title of the page."""
    try:
        build = query.current()
    except NoBuild as reason:
        return f"{reason.finding}{PURPOSE}"
    demo = "演示数据 · " if build.is_demo else ""
    return f"现在使用：{demo}{dates.batch(build.created_at)}。{PURPOSE}"


def is_sample_in_use() -> bool:
    """Tell whether the app stands on the sample, which makes way for the first ledger of the office."""
    try:
        return query.current().is_demo
    except NoBuild:
        return False


def tabs(labels: Sequence[str]) -> Sequence[DeltaGenerator]:
    """Draw tabs of which the one opened last is open: work under way clears the page, and with it what Streamlit knows of it."""
    return st.tabs(labels, default=st.session_state.get(TAB_KEPT), key=TAB, on_change=_keep_tab)


def _keep_tab() -> None:
    st.session_state[TAB_KEPT] = st.session_state[TAB]
