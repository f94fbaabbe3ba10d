"""Draws what files would change, or have changed: rows gained and lost, the figures that move, kept ones among them."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from etl.declarations import record_types
from evidence import build_changes
from evidence.archive.archived_figure import archive_folder
from evidence.build_changes import BuildChanges, FigureMove
from indicators.model import Figure
from ui.frame import data_table
from ui.frame.escape import md_escape
from ui.frame.view import indicator_of
from warehouse.build import Build, NoBuild
from warehouse.communities import short_name
from wording import numbers

MOST_SENTENCES = 8
NONE_YET = "原来没有"


INCOMPARABLE = "和原来的数据批次比不了，改变了什么没有列出：原来那一批的明细坏了，或是以前的版本生成的。"


def between(before: Build | None, after: Build, data: Path) -> BuildChanges | str:
    """Return what a build changes, or the sentence that the rows of one before cannot be read: no reason to call the load failed."""
    try:
        return build_changes.compare(before, after, archive_folder(data))
    except NoBuild:
        return INCOMPARABLE


def draw(changes: BuildChanges | str, name: str) -> None:
    """Draw rows by record type and community, then the figures, those that were kept first; or why they cannot be told."""
    if isinstance(changes, str):
        st.info(md_escape(changes), icon=":material/difference:")
        return
    if not changes.rows:
        st.info("记录和各项数字都不会变：这些行已经在库里，或没有一行能入库。", icon=":material/drag_handle:")
        return
    lines = [
        (record_types()[count.record].label, short_name(count.community), f"+{count.gained}", f"−{count.lost}")
        for count in changes.rows
    ]
    table = data_table.of_rows(("记录", "社区", "增加行", "减少行"), lines)
    data_table.draw(table, name=f"rows-{name}", alt="增加和减少的行")
    for move in changes.archived:
        words = _words(move.archived.indicator.id, None, move.before, move.after)
        note = f"（{move.archived.note}）" if move.archived.note else ""
        st.warning(md_escape(f"已存下的数会变{note}：{words}"), icon=":material/bookmark:")
    _draw_figures(changes.figures, changes.window.label, name)


def _draw_figures(moves: Sequence[FigureMove], window: str, name: str) -> None:
    if not moves:
        st.caption("没有指标因此变动。")
        return
    st.caption(f"变动的数（{window}）：")
    words = [_words(move.after.indicator, move.after.community, move.before, move.after) for move in moves]
    st.markdown("\n".join(f"- {md_escape(line)}" for line in words[:MOST_SENTENCES]))
    if len(words) > MOST_SENTENCES:
        with st.expander(f"还有{len(words) - MOST_SENTENCES}个数"):
            table = data_table.of_rows(("变动",), [(line,) for line in words[MOST_SENTENCES:]])
            data_table.draw(table, name=f"figures-{name}", alt="其余变动的数")


def _words(id: str, community: str | None, before: Figure | None, after: Figure) -> str:
    """Return 凤二村志愿服务时间 4,532 → 4,581小时."""
    indicator = indicator_of(id)
    place = short_name(community) if community else ""
    former = numbers.number(before, indicator) if before else NONE_YET
    return f"{place}{indicator.label} {former} → {numbers.full(after, indicator)}"
