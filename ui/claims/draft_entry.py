"""Asks for a draft and how it is to be checked: pasted or uploaded, and what holds where the text names no community or period."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

import evidence.claims
from documents.day_text import day_text
from evidence.claims.checked_claim import BindingOverride, ClaimPeriod
from evidence.claims.draft import BadDraft, Draft, read_file, read_text
from evidence.claims.publication_day import publication_day
from evidence.claims.verification.check import ALL
from ui.claims import overrides
from ui.frame import filters
from ui.frame.view import View
from warehouse.communities import short_name

STYLE = Path(__file__).with_name("claims.css")
DEMO = Path(evidence.claims.__file__).parent / "demo.txt"
TEXT, DAY = "claims-text", "claims-as-of"
TALL, LOW = 230, 120  # pixels of the entry, before and after there is a text
AS_WRITTEN, SO_FAR = "以文中写的为准", "从头累计到写作日期"


@dataclass(frozen=True)
class CheckRequest:
    """A draft and how the reader wants it checked; `community` and `period` hold where the text names none."""

    draft: Draft
    community: str | None
    as_of: date
    period: ClaimPeriod | None
    overrides: tuple[BindingOverride, ...]


def ask_draft(view: View) -> CheckRequest | None:
    """Draw the entry and return what is to be checked; None while there is nothing, or nothing that can be read."""
    st.html(STYLE)
    wide, narrow = st.columns([3, 2], gap="large")
    with wide:
        _ask_text()
    with narrow:
        upload = st.file_uploader("或上传文件（Word .docx、文本 .txt）", type=["docx", "txt"], key="claims-file")
        with st.container(horizontal=True):
            community, as_of = _ask_community(view), _ask_day(view)
            period = _ask_period(view, as_of)
    draft = _read_draft(upload)
    if draft:
        _offer_publication_day(draft, as_of, view)
    return CheckRequest(draft, community, as_of, period, overrides.of_text(draft.text)) if draft else None


def _ask_text() -> None:
    st.text_area(
        "文稿",
        height=TALL if not st.session_state.get(TEXT) else LOW,
        key=TEXT,
        placeholder="把申报书、总结或报道的文字粘贴到这里",
        label_visibility="collapsed",
    )
    with st.container(horizontal=True):
        st.button("核对", type="primary", icon=":material/fact_check:")  # a click anywhere else runs the page, too
        st.button("用演示文字试一试", icon=":material/science:", on_click=_use_demo)


def _use_demo() -> None:
    """Fill the entry in before the next run: once its widget is drawn, Streamlit refuses to set the text."""
    st.session_state[TEXT] = DEMO.read_text(encoding="utf-8")


def _ask_community(view: View) -> str | None:
    """Return the community where the text names none; the one chosen on another page is taken along."""
    options = [AS_WRITTEN, ALL, *view.register]
    before = [name for name in filters.last_choice("community") if name in view.register]
    community = st.selectbox(
        "没写社区时", options, index=options.index(before[0]) if len(before) == 1 else 0,
        format_func=short_name, key="claims-community", help="文中写明社区的，一律以文中为准",
    )  # fmt: skip
    return None if community == AS_WRITTEN else community


def _ask_day(view: View) -> date:
    last = view.filters.to_on
    note = "“今年”“目前”“近三年”从这一天算起；改了日期，按回车或点“核对”才重新核对"
    return st.date_input("写作日期", last, max_value=last, format="YYYY-MM-DD", key=DAY, help=note) or last


def _offer_publication_day(draft: Draft, as_of: date, view: View) -> None:
    """Offer the day that the text gives as that of its publication, where records reach so far back and another day was taken."""
    day = publication_day(draft.text)
    if day is None or day == as_of or not view.filters.from_on <= day <= view.filters.to_on:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"文中写的发布日期是{day_text(day)}，现在按{day_text(as_of)}核对“目前”“今年”。")
        st.button(f"按{day_text(day)}核对", icon=":material/event:", on_click=_take_day, args=(day,))


def _take_day(day: date) -> None:
    st.session_state[DAY] = day


def _ask_period(view: View, as_of: date) -> ClaimPeriod | None:
    """Return the days where the text names none: a year, or all up to the day of writing."""
    first = view.filters.from_on
    years = {f"{year}年": year for year in range(as_of.year, first.year - 1, -1)}
    option = st.selectbox(
        "没写时期时", [AS_WRITTEN, SO_FAR, *years], key="claims-span", help="文中写明时期的，一律以文中为准"
    )
    if option == AS_WRITTEN:
        return None
    if option == SO_FAR:
        return ClaimPeriod(first, as_of, is_until=True)
    return ClaimPeriod(date(years[option], 1, 1), min(date(years[option], 12, 31), as_of))


def _read_draft(upload: UploadedFile | None) -> Draft | None:
    """Return the file uploaded, else the text entered; where there is none, or it cannot be read, say so."""
    text = st.session_state.get(TEXT, "")
    if not upload and not text.strip():
        st.info("粘贴文字或上传文件，这里会标出每一个数字和趋势，逐处与台账对照。", icon=":material/rule:")
        return None
    try:
        return read_file(upload.name, upload.getvalue()) if upload else read_text(text)
    except BadDraft as fault:
        st.error(str(fault), icon=":material/error:")
        return None
