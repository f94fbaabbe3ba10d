"""Asks once whose the rows are where several files name no community, and answers for all of them."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from etl.columns import COMMUNITY
from etl.inbox.settings import Settings
from ui.frame.escape import md_escape
from ui.intake import constants_form, dropped_files, owners
from ui.intake.dropped_files import DroppedFile

LEAST_FILES = 2  # of one file the box stands in its own frame
MOST_NAMED = 10
NOT_CHOSEN = "请选社区"


def draw(files: Sequence[DroppedFile]) -> None:
    """Draw one box for all files that nothing says the community of; the answer holds for each of their sheets that lack it."""
    open_files = [dropped for dropped in files if owners.sheets_without_owner(dropped.sheets)]
    if len(open_files) < LEAST_FILES:
        return
    with st.container(border=True, key="shared-owner"):
        more = "等" if len(open_files) > MOST_NAMED else ""
        names = "、".join(dropped.name for dropped in open_files[:MOST_NAMED]) + more
        st.markdown(md_escape(f"{len(open_files)}份都没有写是哪个社区：{names}。同一个社区的，在这里选一次就行。"))
        community = constants_form.ask_owner("这几份的社区", "", "shared-community", NOT_CHOSEN).strip()
        if not st.button("全部用这个社区", key="shared-owner-apply", icon=":material/done_all:"):
            return
        if fault := _fault(community):
            st.error(md_escape(fault), icon=":material/error:")
            return
        dropped_files.look_at_all_again(
            [replace(dropped, settings=_with_owner(dropped, community)) for dropped in open_files]
        )


def _fault(community: str) -> str:
    if not community:
        return f"{NOT_CHOSEN}，再按“全部用这个社区”。"
    try:
        COMMUNITY.kind.parse(community)
    except ValueError as fault:
        return f"{COMMUNITY.label}：{fault}"
    return ""


def _with_owner(dropped: DroppedFile, community: str) -> Settings:
    """Return the settings of a file that state the community of each sheet that lacks it."""
    settings = dropped.settings
    for sheet in owners.sheets_without_owner(dropped.sheets):
        settings = owners.with_community(settings, sheet, community, dropped.sheet_names)
    return settings
