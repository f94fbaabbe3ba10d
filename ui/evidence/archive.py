"""那时与现在 on screen: keep a figure that is handed in, and see later what changed and why."""

from datetime import datetime
from pathlib import Path

import pyarrow as pa
import streamlit as st

import warehouse.build
from evidence.archive import snapshots
from evidence.archive.snapshots import BadKept, Comparison, Kept
from indicators import engine
from indicators.periods import window
from ui.frame import tables, words
from ui.frame.escape import md_escape
from ui.frame.view import View, indicator


def folder() -> Path:
    """Return where kept figures lie: beside the builds, never inside one."""
    return warehouse.build.data_folder() / "kept"


def keep(view: View) -> None:
    """Offer to keep a figure of the page's choice."""
    with st.form("keep", border=True), st.container(horizontal=True, vertical_alignment="bottom"):
        ids = list(engine.catalogue())
        first = ids.index("volunteer_hours")
        chosen = st.selectbox(
            "存下一个要申报的数", ids, first, format_func=lambda id: indicator(id).label, key="kept-indicator"
        )
        note = st.text_input("用在哪里（选填）", placeholder="如：2026年优秀案例申报书第3页", key="kept-note")
        pressed = st.form_submit_button("按当前筛选存下", icon=":material/bookmark_add:")
    if pressed and any(figure.state == "hidden" for figure in view.figures([chosen])):
        st.warning("这个数涉及的人数太少，已隐藏，不能存下。换一个更长的时期或合并几个社区。", icon=":material/lock:")
    elif pressed:
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        done = snapshots.keep(view.build, indicator(chosen), view.filters, folder(), now, note)
        st.success(f"已存下：{done.indicator.label} {_value(done)}（{view.choice.words}）。", icon=":material/check:")


def show(view: View) -> None:
    """Draw every kept figure with what became of it."""
    try:
        found = snapshots.kept_figures(folder())
    except BadKept as fault:
        st.error(str(fault), icon=":material/error:")
        return
    if not found:
        st.info(
            "还没有存下的数。申报前在上面把要用的数存下来，以后就能说清“为什么和上次不一样”。",
            icon=":material/bookmark:",
        )
    for one in found:
        _one(view, one)


def _one(view: View, one: Kept) -> None:
    place = "、".join(words.name(name) for name in one.filters.communities)
    span = window(one.filters.from_on, one.filters.to_on).label
    with st.container(border=True, key=f"kept-{one.id}"):
        st.markdown(f"**{md_escape(one.indicator.label)}**　{md_escape(place)}，{span}　{md_escape(one.note)}")
        st.caption(f"{one.kept_at[:10]} 存下，批次 {one.build}，口径第{one.indicator.version}版，当时 {_value(one)}")
        try:
            _difference(one, snapshots.compare(one, view.build))
        except BadKept as fault:
            st.error(str(fault), icon=":material/error:")


def _difference(one: Kept, found: Comparison) -> None:
    st.markdown(f"**{md_escape(found.sentence(one.indicator))}**")
    if any(effect for _, effect in found.parts):
        lines = [
            ("当时", _number(one, found.then)),
            *((reason, _signed(one, effect)) for reason, effect in found.parts),
        ]
        lines.append(("现在", _number(one, found.now)))
        parts = pa.table({"原因": [line[0] for line in lines], one.indicator.unit: [line[1] for line in lines]})
        tables.draw(parts, name=f"parts-{one.id}", alt="差异的来源")
    if found.changed_rows.num_rows:
        with st.expander(f"变动的记录（{found.changed_rows.num_rows}行）"):
            named = found.changed_rows.rename_columns(["记录表", "变动", "来源文件", "工作表", "行号"])
            tables.draw(named, name=f"rows-{one.id}", alt="变动的记录")


def _value(one: Kept) -> str:
    return "没有数" if one.value is None else f"{_number(one, one.value)}{one.indicator.unit}"


def _number(one: Kept, value: float | None) -> str:
    return "没有数" if value is None else words.rounded(value, one.indicator.decimals)


def _signed(one: Kept, effect: float) -> str:
    return ("+" if effect > 0 else "") + words.rounded(effect, one.indicator.decimals)
