"""Checks a draft and draws the result: counts, the text with its marks, the table, and the files to carry away."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from documents.media_types import EXCEL, WORD
from evidence.claims.checked_claim import ClaimsReport
from evidence.claims.report import unread_rows
from evidence.claims.report.claims_workbook import claims_workbook
from evidence.claims.report.word_comments import commented_document
from evidence.claims.verification.check import check
from evidence.claims.verification.guards import Guard, PageGuard, SendingGuard
from indicators import disclosure, periods
from ui.claims import claim_html
from ui.claims.draft_entry import AS_WRITTEN, CheckRequest
from ui.frame import query
from ui.frame.view import View
from warehouse.build import Build, data_folder
from warehouse.communities import short_name


def check_draft(view: View, request: CheckRequest) -> ClaimsReport:
    """Return the draft checked for the screen."""
    return _cached_report(view.build.path, request, disclosure.OFFICE)


# In the session's cache and not in the one of all readers: a draft is nobody else's business.
@st.cache_data(scope="session", max_entries=8, show_spinner="正在核对……")
def _cached_report(path: Path, request: CheckRequest, k: int) -> ClaimsReport:
    return _report(query.open_build(path), request, PageGuard(k))


def _report(build: Build, request: CheckRequest, guard: Guard) -> ClaimsReport:
    text, community, as_of = request.draft.text, request.community, request.as_of
    return check(build, text, community, as_of, request.period, request.overrides, guard)


def _sent_report(build: Build, request: CheckRequest) -> ClaimsReport:
    """Return the report as it leaves the office; what it tells of people is remembered."""
    guard = SendingGuard.of(data_folder(), disclosure.PUBLISHED)
    report = _report(build, request, guard)
    guard.write_log(data_folder())
    return report


def draw_text(view: View, request: CheckRequest, report: ClaimsReport) -> None:
    """Draw the counts, the downloads and the text with its marks."""
    if not report.claims:
        st.info("没有找到可以核对的数字或趋势。换一段写有数字的文字再试。", icon=":material/search_off:")
        if report.unread:
            st.html(claim_html.text(report))
        return
    if report.warning:
        st.warning(report.warning, icon=":material/event:")
    with st.container(horizontal=True, vertical_alignment="center", key="claims-head"):
        st.html(claim_html.summary(report))
        _draw_downloads(view, request)
    with st.container(border=True, key="claims-draft"):
        st.html(claim_html.text(report))


def draw_table(report: ClaimsReport) -> None:
    """Draw the table of claims, those of the verdicts the reader wants to see alone."""
    occurring = [verdict for verdict in claim_html.CLASSES if report.counts[verdict]]
    verdicts = st.pills("只看", occurring, selection_mode="multi", key="claims-verdicts")
    numbered = enumerate(report.claims, 1)
    st.html(claim_html.table([(n, claim) for n, claim in numbered if not verdicts or claim.verdict in verdicts]))
    st.caption(f"人数不足{disclosure.OFFICE}的不显示；下载的文件里不足{disclosure.PUBLISHED}的不显示。")


def draw_unread(report: ClaimsReport) -> None:
    """Draw the numbers that are no claim, folded away: why each was not checked."""
    if report.unread:
        with st.expander(f"{unread_rows.TITLE}（{len(report.unread)}个）", icon=":material/visibility_off:"):
            st.html(claim_html.unread(report))


def _draw_downloads(view: View, request: CheckRequest) -> None:
    """Draw a button a file; it is made when asked for, small numbers hidden as in all that leaves the office."""

    def download(label: str, ending: str, media: str, write: Callable[[ClaimsReport], bytes]) -> None:
        st.download_button(
            label, lambda: write(_sent_report(view.build, request)), f"口径核对{ending}", media,
            on_click="ignore", icon=":material/download:", key=f"download-claims-{ending}",
        )  # fmt: skip

    download("Word（带批注）", ".docx", WORD, lambda report: commented_document(request.draft, report))
    download("Excel", ".xlsx", EXCEL, lambda report: claims_workbook(view.build, report, _request_words(request)))


def _request_words(request: CheckRequest) -> str:
    period = periods.window(request.period.from_on, request.period.to_on).label if request.period else AS_WRITTEN
    return f"没写社区时：{short_name(request.community or AS_WRITTEN)}；没写时期时：{period}"
