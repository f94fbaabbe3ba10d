"""Archives a figure that is handed in, and compares it later with the figure of today (那时与现在)."""

from datetime import datetime

import pyarrow as pa
import streamlit as st

import warehouse.build
from evidence.archive.archive_comparison import ArchiveComparison, compare_with_archive
from evidence.archive.archived_figure import (
    LONGEST_NOTE,
    ArchivedFigure,
    ArchiveFull,
    BadArchive,
    archive_figure,
    archive_folder,
    archived_figures,
)
from indicators import disclosure, engine
from indicators.periods import window
from ui.frame import data_table, indicator_choice, query, reader
from ui.frame.escape import md_escape
from ui.frame.opening import say_no_records
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name
from wording.numbers import quantity, signed
from wording.states import CLAUSES, WORDS

ARCHIVED, MOST_A_READER = "kept-count", 50  # session state; figures that one reader archives in one sitting


def offer_archiving(view: View) -> None:
    """Offer to keep a figure of the page's choice, where that holds records."""
    if not view.has_records:
        say_no_records(view)
        return
    with st.form("keep", border=True), st.container(horizontal=True, vertical_alignment="bottom"):
        ids = list(engine.catalogue())
        first = ids.index("volunteer_hours")
        id = st.selectbox("存下一个要申报的数", ids, first, format_func=indicator_choice.label, key="kept-indicator")
        note = st.text_input(
            "用在哪里（选填）", placeholder="如：2026年优秀案例申报书第3页", key="kept-note", max_chars=LONGEST_NOTE
        )
        pressed = st.form_submit_button("按当前筛选存下", icon=":material/bookmark_add:")
    if pressed and any(figure.state == "hidden" for figure in view.figures([id])):
        st.warning(
            f"这个数涉及的{CLAUSES['hidden']}，不能存下。换一个更长的时期或合并几个社区。", icon=":material/lock:"
        )
    elif pressed and st.session_state.get(ARCHIVED, 0) >= MOST_A_READER:
        st.warning(
            f"这一次已经存下{MOST_A_READER}个数，没有再存。请先核对已存的，不要的请管理员删去。",
            icon=":material/inventory_2:",
        )
    elif pressed:
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        folder = archive_folder(warehouse.build.data_folder())
        try:
            archived = archive_figure(view.build, indicator_of(id), view.filters, folder, now, note)
        except ArchiveFull as fault:
            st.warning(str(fault), icon=":material/inventory_2:")
            return
        st.session_state[ARCHIVED] = st.session_state.get(ARCHIVED, 0) + 1
        st.success(
            f"已存下：{archived.indicator.label} {quantity(archived.value, archived.indicator)}（{md_escape(view.choice.words)}）。",
            icon=":material/check:",
        )


def draw_archive(view: View) -> None:
    """Draw every archived figure with what became of it."""
    figures, faults = archived_figures(archive_folder(warehouse.build.data_folder()))
    for fault in faults:
        st.error(md_escape(str(fault)), icon=":material/error:")
    if not figures and not faults:
        st.info(
            "还没有存下的数。申报前在上面把要用的数存下来，以后就能说清“为什么和上次不一样”。",
            icon=":material/bookmark:",
        )
    for archived in figures:
        _draw_figure(view, archived)


def _draw_figure(view: View, archived: ArchivedFigure) -> None:
    places = "、".join(short_name(community) for community in archived.filters.communities)
    period = window(archived.filters.from_on, archived.filters.to_on).label
    with st.container(border=True, key=f"kept-{archived.id}"):
        st.markdown(
            f"**{md_escape(archived.indicator.label)}**　{md_escape(places)}，{period}　{md_escape(archived.note)}"
        )
        try:
            comparison = query.answer(view.build, compare_with_archive, archived)
        except BadArchive as fault:
            st.error(str(fault), icon=":material/error:")
            return
        is_hidden = comparison.tells_of_few(archived.indicator, disclosure.OFFICE)
        then = WORDS["hidden"] if is_hidden else quantity(archived.value, archived.indicator)
        st.caption(
            f"{archived.archived_at[:10]} 存下，批次 {archived.build}，口径第{archived.indicator.version}版，当时 {then}"
        )
        st.markdown(f"**{md_escape(comparison.sentence(archived.indicator))}**")
        if not is_hidden:
            _draw_difference(archived, comparison)


def _draw_difference(archived: ArchivedFigure, comparison: ArchiveComparison) -> None:
    if any(effect for _, effect in comparison.effects):
        lines = [
            ("当时", _number(archived, comparison.then)),
            *((reason, signed(effect, archived.indicator)) for reason, effect in comparison.effects),
            ("现在", _number(archived, comparison.now)),
        ]
        effects = pa.table({"原因": [line[0] for line in lines], archived.indicator.unit: [line[1] for line in lines]})
        data_table.draw(effects, name=f"parts-{archived.id}", alt="差异的来源")
    changed = comparison.changed_rows
    tables = set(changed["table"].to_pylist())
    if not all(reader.may_see_rows(table, archived.filters.communities) for table in tables):
        reader.say_withheld()
    elif changed.num_rows:
        with st.expander(f"变动的记录（{changed.num_rows}行）"):
            named = changed.rename_columns(["记录表", "变动", "来源文件", "工作表", "行号"])
            data_table.draw(named, name=f"rows-{archived.id}", alt="变动的记录")


def _number(archived: ArchivedFigure, value: float | None) -> str:
    return quantity(value, archived.indicator).removesuffix(archived.indicator.unit)
