"""Looks into one claim: why, from which rows, and bound otherwise where its words were misread."""

from datetime import date

import streamlit as st

from evidence.claims.checked_claim import BindingOverride, CheckedClaim, ClaimsReport
from evidence.claims.report import claim_rows
from evidence.claims.report.source_rows import source_rows
from ui.claims import claim_html, overrides
from ui.frame import data_table, indicator_choice, reader
from ui.frame.escape import md_escape
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name

MOST_ROWS = 200
NONE = ""
WRITTEN, UNTIL, BETWEEN = "照文中写的", "截至某日", "自选起止"


def draw(view: View, report: ClaimsReport) -> None:
    """Draw the claim the reader picks, with a form to bind it otherwise and the rows behind it."""
    index = _ask_claim(report)
    claim = report.claims[index]
    st.html(claim_html.single(index + 1, claim))
    with st.expander("改口径：指标、时期、社区", icon=":material/tune:"):
        _draw_form(view, report, claim)
    with st.expander("原始记录", icon=":material/table_rows:"):
        _draw_rows(view, claim)


def _ask_claim(report: ClaimsReport) -> int:
    claims, ranks = report.claims, list(claim_html.CLASSES)
    order = sorted(range(len(claims)), key=lambda index: ranks.index(claims[index].verdict))
    return st.selectbox(
        "逐处查看", order, format_func=lambda index: f"{index + 1}．{claims[index].claim.text}（{claims[index].verdict}）",
        key="claims-picked",
    )  # fmt: skip


def _draw_form(view: View, report: ClaimsReport, claim: CheckedClaim) -> None:
    start = claim.claim.start
    with st.form(f"rebind-{start}", border=False):
        override = _ask_override(view, claim)
        with st.container(horizontal=True):
            is_changed = st.form_submit_button("按这个口径核对", icon=":material/check:")
            is_restored = st.form_submit_button("恢复原样", icon=":material/undo:")
    if is_changed:
        overrides.put(report.text, override)
    if is_restored:
        overrides.remove(report.text, start)


def _ask_override(view: View, claim: CheckedClaim) -> BindingOverride:
    start = claim.claim.start
    ids = [NONE, *indicator_choice.options()]
    bound = ids.index(claim.binding.indicator if claim.binding else NONE)
    id = st.selectbox("指标", ids, bound, format_func=_indicator_words, key=f"rebind-indicator-{start}")
    names = [NONE, *view.register]
    community = st.selectbox("社区", names, format_func=_community_words, key=f"rebind-community-{start}")
    way = st.radio("时期", (WRITTEN, UNTIL, BETWEEN), horizontal=True, key=f"rebind-how-{start}")
    days = st.date_input(
        "起止日期（截至某日只看后一天）", _days(view, claim), format="YYYY-MM-DD", key=f"rebind-days-{start}",
        max_value=view.filters.to_on,
    )  # fmt: skip
    from_on, to_on = days if way != WRITTEN and len(days) == 2 else (None, None)
    return BindingOverride(start, id, from_on if way == BETWEEN else None, to_on, community or None)


def _indicator_words(id: str) -> str:
    return indicator_choice.name(id) if id else "没有对应的指标"


def _community_words(name: str) -> str:
    return short_name(name) if name else WRITTEN


def _days(view: View, claim: CheckedClaim) -> tuple[date, date]:
    first, last = view.filters.from_on, view.filters.to_on
    return (claim.period.from_on, min(claim.period.to_on, last)) if claim.period else (first, last)


def _draw_rows(view: View, claim: CheckedClaim) -> None:
    table = indicator_of(claim.binding.indicator).numerator.table if claim.binding else ""
    if table and claim.place and not reader.may_see_rows(table, claim.place.communities):
        reader.say_withheld()
        return
    rows = source_rows(view.build, claim, MOST_ROWS)
    if rows is None or not claim.binding:
        st.caption("没有可以列出的记录。")
        return
    labels = (claim_rows.indicator_label(claim), claim_rows.period_label(claim), claim_rows.place_label(claim))
    st.caption("　".join(map(md_escape, labels)))
    alt = f"“{claim.claim.text}”的原始记录"
    data_table.draw_records(table, rows, name=f"claim-{claim.claim.start}", alt=alt)
    if rows.num_rows == MOST_ROWS:
        st.caption(f"只列出前{MOST_ROWS}行；各表用了哪些行，见下载的 Excel“来源”表。")
