"""Offers to load the ledgers received once more while the build in use cannot be read."""

from pathlib import Path

import streamlit as st

from command_line import UserError
from etl import intake
from etl.inbox.folder import Inbox
from etl.load import Progress
from ui.intake import confirmation, task, withheld
from warehouse.build import data_folder
from warehouse.build_files import newest_first
from warehouse.build_in_use import build_in_use, readable_build


def draw() -> None:
    """Draw the button; nothing while the build in use is whole, or where nothing was ever loaded."""
    folder = data_folder()
    chosen = readable_build(folder)
    is_whole = chosen is not None and not chosen.note
    if is_whole or not (newest_first(folder) or Inbox(folder).names()):
        return
    if chosen is None and not _has_note(folder):
        reason = "数据批次读不出来" if newest_first(folder) else "收到的台账还没有一份入库"
        st.warning(f"{reason}，各页现在没有数可看。", icon=":material/database_off:")
    if st.button("重新载入台账", icon=":material/refresh:", key="intake-reload"):
        arguments = (folder, confirmation.current_who())
        st.session_state[confirmation.TASK] = task.start("正在重新载入", _reload, *arguments)
        st.rerun()


def _has_note(folder: Path) -> bool:
    """Tell whether the build in use is served though it is damaged: each page then says above what it still gives."""
    try:
        return bool(build_in_use(folder).note)
    except UserError:
        return False


def _reload(folder: Path, who: str, progress: Progress) -> str:
    """Load all that was received and return what was done; runs beside the page."""
    outcome, _ = intake.load_and_note(folder, None, who, progress)
    return "已重新载入，各页现在用的是新的数据批次。" if outcome.path else withheld.unpublished_words(outcome)
