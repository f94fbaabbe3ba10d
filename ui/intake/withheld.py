"""Draws why a new build is held back, whoever made it, and asks whether to use it all the same."""

from pathlib import Path

import streamlit as st

from etl import intake
from etl.building import publication_gate
from etl.load import LoadOutcome, Progress
from etl.reporting import load_text
from ui.frame.escape import md_escape
from ui.intake import confirmation, task
from warehouse.build import data_folder


def draw() -> None:
    """Draw the losses and the button; nothing while no build is held back."""
    losses = publication_gate.withheld(data_folder())
    if not losses:
        return
    st.warning(md_escape(load_text.withheld(losses)), icon=":material/front_hand:")
    st.caption("台账找回来以后再导入一次就好；确实不要了，可以照现在的样子采用。")
    if st.button("仍然采用", icon=":material/check:", key="intake-accept"):
        arguments = (data_folder(), confirmation.current_who())
        st.session_state[confirmation.TASK] = task.start("正在采用", _accept, *arguments)
        st.rerun()


def unpublished_words(outcome: LoadOutcome) -> str:
    """Say of a load without a new build why there is none."""
    return "新的数据批次没有采用，原因见下。" if outcome.losses else "没有一行能入库，数据批次没有变。"


def _accept(folder: Path, who: str, progress: Progress) -> str:
    """Publish all the same and return what was done; runs beside the page."""
    outcome = intake.accept(folder, who, progress)
    return "已采用，各页现在用的是新的数据批次。" if outcome.path else unpublished_words(outcome)
