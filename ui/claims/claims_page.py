"""口径核对 on screen: a draft is pasted or uploaded, its claims judged, each looked into and bound otherwise, and all saved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import streamlit as st

import evidence.claims
from evidence.claims.checked_claim import BindingOverride, ClaimPeriod, ClaimsReport
from evidence.claims.draft import BadDraft, Draft, read_file, read_text
from evidence.claims.report.claims_workbook import claims_workbook
from evidence.claims.report.word_comments import commented_document
from evidence.claims.verification.check import ALL, check
from indicators import disclosure
from ui.claims import claim_html
from ui.frame import filters, query
from ui.frame.view import View
from warehouse.build import Build
from warehouse.communities import short_name
from wording import dates

STYLE = Path(__file__).with_name("claims.css")
DEMO = Path(evidence.claims.__file__).parent / "demo.txt"
TEXT, CHOICES = "claims-text", "claims-choices"
TALL, LOW = 230, 120  # of the entry, before and after there is a text
AS_WRITTEN, SO_FAR = "以文中写的为准", "从头累计到写作日期"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Asked:
    """A draft and how the reader wants it checked."""

    draft: Draft
    community: str | None
    as_of: date
    span: ClaimPeriod | None
    choices: tuple[BindingOverride, ...]


def asked(view: View) -> Asked | None:
    """Draw the entry and return what is to be checked; None while there is nothing, or nothing that can be read."""
    st.html(STYLE)
    wide, narrow = st.columns([3, 2], gap="large")
    with wide:
        st.text_area(
            "文稿",
            height=TALL if not st.session_state.get(TEXT) else LOW,
            key=TEXT,
            placeholder="把申报书、总结或报道的文字粘贴到这里",
            label_visibility="collapsed",
        )
        with st.container(horizontal=True):
            st.button("核对", type="primary", icon=":material/fact_check:")
            st.button("用演示文字试一试", icon=":material/science:", on_click=_use_demo)
    with narrow:
        upload = st.file_uploader("或上传文件（Word .docx、文本 .txt）", type=["docx", "txt"], key="claims-file")
        with st.container(horizontal=True):
            community, as_of = _community(view), _as_of(view)
            span = _span(view, as_of)
    draft = _draft(upload.name if upload else "", upload.getvalue() if upload else b"")
    return Asked(draft, community, as_of, span, _choices(draft)) if draft else None


def _use_demo() -> None:
    st.session_state[TEXT] = DEMO.read_text(encoding="utf-8")


def _community(view: View) -> str | None:
    """The community where the text names none; the one chosen on another page is taken along."""
    options = [AS_WRITTEN, ALL, *view.register]
    _, kept = st.session_state.get(filters.KEPT, ("", {}))
    before = [name for name in kept.get("community", ()) if name in view.register]
    chosen = st.selectbox(
        "没写社区时", options, index=options.index(before[0]) if len(before) == 1 else 0,
        format_func=short_name, key="claims-community", help="文中写明社区的，一律以文中为准",
    )  # fmt: skip
    return None if chosen == AS_WRITTEN else chosen


def _as_of(view: View) -> date:
    last = view.filters.to_on
    label = "写作日期"
    note = "“今年”“目前”“近三年”从这一天算起"
    return st.date_input(label, last, max_value=last, format="YYYY-MM-DD", key="claims-as-of", help=note) or last


def _span(view: View, as_of: date) -> ClaimPeriod | None:
    """The days where the text names none: a year, or all up to the day of writing."""
    first = view.filters.from_on
    years = {f"{year}年": year for year in range(as_of.year, first.year - 1, -1)}
    chosen = st.selectbox(
        "没写时期时", [AS_WRITTEN, SO_FAR, *years], key="claims-span", help="文中写明时期的，一律以文中为准"
    )
    if chosen == AS_WRITTEN:
        return None
    if chosen == SO_FAR:
        return ClaimPeriod(first, as_of, is_until=True)
    return ClaimPeriod(date(years[chosen], 1, 1), min(date(years[chosen], 12, 31), as_of))


def _draft(name: str, content: bytes) -> Draft | None:
    text = st.session_state.get(TEXT, "")
    if not name and not text.strip():
        st.info("粘贴文字或上传文件，这里会标出每一个数字和趋势，逐处与台账对照。", icon=":material/rule:")
        return None
    try:
        return read_file(name, content) if name else read_text(text)
    except BadDraft as fault:
        st.error(str(fault), icon=":material/error:")
        return None


def _choices(draft: Draft) -> tuple[BindingOverride, ...]:
    """What the reader chose for this text; another text begins anew."""
    text, chosen = st.session_state.get(CHOICES, ("", {}))
    return tuple(chosen[start] for start in sorted(chosen)) if text == draft.text else ()


def report(view: View, one: Asked) -> ClaimsReport:
    """Return the draft checked for the screen, kept for this reader only: a draft is nobody else's business."""
    return _kept(view.build.path, one, disclosure.OFFICE)


@st.cache_data(scope="session", max_entries=8, show_spinner="正在核对……")
def _kept(path: Path, one: Asked, k: int) -> ClaimsReport:
    return _checked(query.opened(path), one, k)


def _checked(build: Build, one: Asked, k: int) -> ClaimsReport:
    return check(build, one.draft.text, one.community, one.as_of, one.span, one.choices, k)


def _asked_words(one: Asked) -> str:
    span = dates.days(one.span.from_on, one.span.to_on) if one.span else AS_WRITTEN
    return f"没写社区时：{short_name(one.community or AS_WRITTEN)}；没写时期时：{span}"


def show(view: View, one: Asked, found: ClaimsReport) -> None:
    """Draw the counts, the downloads, the text with its marks, and the table."""
    if not found.claims:
        st.info("没有找到可以核对的数字或趋势。换一段写有数字的文字再试。", icon=":material/search_off:")
        return
    with st.container(horizontal=True, vertical_alignment="center", key="claims-head"):
        st.html(claim_html.summary(found))
        _downloads(view, one)
    with st.container(border=True, key="claims-draft"):
        st.html(claim_html.text(found))


def listed(found: ClaimsReport) -> None:
    """Draw the table of claims, those to be mended first if the reader wants them alone."""
    known = [verdict for verdict in claim_html.CLASSES if found.counts[verdict]]
    picked = st.pills("只看", known, selection_mode="multi", key="claims-verdicts")
    chosen = [(n, one) for n, one in enumerate(found.claims, 1) if not picked or one.verdict in picked]
    st.html(claim_html.table(chosen))
    st.caption(f"人数不足{disclosure.OFFICE}的不显示；下载的文件里不足{disclosure.PUBLISHED}的不显示。")


def _downloads(view: View, one: Asked) -> None:
    """The files are made when asked for, small numbers hidden as in all that leaves the office."""
    shapes: dict[str, tuple[str, str, Callable[[ClaimsReport], bytes]]] = {
        "Word（带批注）": (".docx", WORD, lambda found: commented_document(one.draft, found)),
        "Excel": (".xlsx", EXCEL, lambda found: claims_workbook(view.build, found, _asked_words(one))),
    }

    def maker(write: Callable[[ClaimsReport], bytes]) -> Callable[[], bytes]:
        return lambda: write(_checked(view.build, one, disclosure.PUBLISHED))

    for label, (ending, media, write) in shapes.items():
        st.download_button(
            label, maker(write), f"口径核对{ending}", media, on_click="ignore", icon=":material/download:",
            key=f"download-claims-{ending}",
        )  # fmt: skip
