"""Says on every page that the build in use cannot be read, and which one the figures come from meanwhile, or what it still gives."""

import streamlit as st

from command_line import UserError
from ui.frame.escape import md_escape
from ui.frame.opening import INTAKE
from warehouse.build import data_folder
from warehouse.build_in_use import build_in_use


def draw() -> None:
    """Draw the sentence and the way to put it right; nothing while the build in use is whole, or where there is none."""
    try:
        note = build_in_use(data_folder()).note
    except (UserError, OSError):  # the page itself says what is wrong
        return
    if note:
        st.warning(f"{md_escape(note)}请到“数据导入”重新载入台账。", icon=":material/history:")
        st.page_link(INTAKE, label="打开“数据导入”", icon=":material/upload_file:")
