"""Draws pairs of names that may be one organisation, asks which to count them as, and takes decisions back."""

from pathlib import Path

import streamlit as st

from etl import organisations
from etl.inbox import organisation_decisions as decided
from etl.inbox.organisation_decisions import Decision, Sameness
from etl.load import LoadOutcome, Progress
from etl.organisations import OrganisationPair
from ui.frame import query
from ui.frame.escape import md_escape
from ui.intake import confirmation, task, withheld
from warehouse.build import NoBuild, data_folder

MOST = 20  # pairs drawn at once
NOTE = "合并只改变怎样计数：台账和每一行的写法都留着，随时可以撤销。没有确认的各算各的。"
LATER = "这里列的是当前数据批次里的名称；导入台账后再来。"


def draw() -> None:
    """Draw what is to be decided, then what was."""
    try:
        build = query.in_use()
    except NoBuild:
        st.info(LATER, icon=":material/domain:")
        return
    decisions, faults = decided.read(data_folder())
    for fault in faults:
        st.error(md_escape(fault), icon=":material/error:")
    pairs = query.answer(build, organisations.pairs, decisions)
    headline = f"{len(pairs)}对机构名称相近，是同一家吗？" if pairs else "没有名称相近、还没有确认的机构。"
    st.html(f'<h2 class="headline">{headline}</h2><p class="note">{NOTE}</p>')
    for pair in pairs[:MOST]:
        _draw_pair(pair)
    if len(pairs) > MOST:
        st.caption(f"先列最相近的{MOST}对，确认后再列其余的。")
    _draw_decisions(decisions)


def _draw_pair(pair: OrganisationPair) -> None:
    key = f"{pair.first}={pair.second}"
    with st.container(border=True, key=f"organisations-{key}"):
        st.markdown(f"**{md_escape(pair.first)}**　{md_escape(organisations.where(pair.first_uses))}")
        st.markdown(f"**{md_escape(pair.second)}**　{md_escape(organisations.where(pair.second_uses))}")
        with st.container(horizontal=True):
            for name, other in ((pair.second, pair.first), (pair.first, pair.second)):
                if st.button(f"合并为“{md_escape(other)}”", key=f"merge-{name}={other}"):
                    _start("正在合并", name, "合并为", other)
            if st.button("不是同一家", key=f"apart-{key}"):
                _start("正在记下", pair.first, "不是同一家", pair.second)


def _draw_decisions(decisions: tuple[Decision, ...]) -> None:
    if not decisions:
        return
    st.html('<h2 class="headline">已确认的</h2>')
    for decision in decisions:
        with st.container(horizontal=True, vertical_alignment="center"):
            by = "，".join(filter(None, (decision.by, decision.at[:10])))
            st.markdown(md_escape(f"{decision.name} {decision.verdict} {decision.other}（{by}）"))
            if st.button("撤销", icon=":material/undo:", key=f"undo-{decision.name}={decision.other}"):
                arguments = (data_folder(), decision.name, decision.other, confirmation.current_who())
                st.session_state[confirmation.TASK] = task.start("正在撤销", _undo, *arguments)
                st.rerun()


def _start(words: str, name: str, verdict: Sameness, other: str) -> None:
    arguments = (data_folder(), name, verdict, other, confirmation.current_who())
    st.session_state[confirmation.TASK] = task.start(words, _decide, *arguments)
    st.rerun()


def _decide(folder: Path, name: str, verdict: Sameness, other: str, who: str, progress: Progress) -> str:
    """Carry a decision out and return what was done; runs beside the page."""
    outcome = organisations.decide(folder, name, verdict, other, who, progress)
    if verdict == "不是同一家":
        return f"已记下：“{name}”和“{other}”不是同一家，不再提。"
    return f"“{name}”已合并为“{other}”。{_build_words(outcome)}"


def _undo(folder: Path, name: str, other: str, who: str, progress: Progress) -> str:
    """Take a decision back and return what was done; runs beside the page."""
    return f"已撤销：“{name}”和“{other}”。{_build_words(organisations.undo(folder, name, other, who, progress))}"


def _build_words(outcome: LoadOutcome | None) -> str:
    if outcome is None or outcome.path:
        return "各页现在用的是新的数据批次。"
    return withheld.unpublished_words(outcome)
