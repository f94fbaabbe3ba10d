"""One claim looked into: why, from which rows, and bound otherwise where the words were misread."""

from datetime import date

import streamlit as st

from evidence.claims.checked_claim import BindingOverride, CheckedClaim, ClaimsReport
from evidence.claims.report import claim_rows
from evidence.claims.report.source_rows import source_rows
from indicators import engine
from ui.claims import claim_html
from ui.claims.claims_page import CHOICES
from ui.frame import data_table, indicator_choice
from ui.frame.escape import md_escape
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name

MOST_ROWS = 200
NONE = ""
WRITTEN, UNTIL, BETWEEN = "照文中写的", "截至某日", "自选起止"


def show(view: View, found: ClaimsReport) -> None:
    """Draw the claim the reader picks, with a form to bind it otherwise and the rows behind it."""
    number = _picked(found)
    one = found.claims[number]
    st.html(claim_html.single(number + 1, one))
    with st.expander("改口径：指标、时期、社区", icon=":material/tune:"):
        _form(view, found, one)
    with st.expander("原始记录", icon=":material/table_rows:"):
        _rows(view, one)


def _picked(found: ClaimsReport) -> int:
    order = sorted(range(len(found.claims)), key=lambda i: list(claim_html.CLASSES).index(found.claims[i].verdict))
    return st.selectbox(
        "逐处查看", order, format_func=lambda i: f"{i + 1}．{found.claims[i].claim.text}（{found.claims[i].verdict}）",
        key="claims-picked",
    )  # fmt: skip


def _form(view: View, found: ClaimsReport, one: CheckedClaim) -> None:
    start = one.claim.start
    every = sorted(engine.catalogue(), key=lambda id: (indicator_of(id).section, id))
    options = [NONE, *every]
    bound = one.binding.indicator if one.binding else NONE
    with st.form(f"rebind-{start}", border=False):
        chosen = st.selectbox(
            "指标", options, options.index(bound), format_func=_label, key=f"rebind-indicator-{start}"
        )
        community = st.selectbox(
            "社区", [NONE, *view.register], format_func=_community, key=f"rebind-community-{start}"
        )
        how = st.radio("时期", (WRITTEN, UNTIL, BETWEEN), horizontal=True, key=f"rebind-how-{start}")
        days = st.date_input(
            "起止日期（截至某日只看后一天）", _days(view, one), format="YYYY-MM-DD", key=f"rebind-days-{start}",
            max_value=view.filters.to_on,
        )  # fmt: skip
        with st.container(horizontal=True):
            changed = st.form_submit_button("按这个口径核对", icon=":material/check:")
            restored = st.form_submit_button("恢复原样", icon=":material/undo:")
    if changed:
        span = days if how != WRITTEN and len(days) == 2 else (None, None)
        from_on = span[0] if how == BETWEEN else None
        _keep(found, BindingOverride(start, chosen, from_on, span[1], community or None))
    if restored:
        _forget(found, start)


def _label(id: str) -> str:
    return indicator_choice.name(id) if id else "没有对应的指标"


def _community(name: str) -> str:
    return short_name(name) if name else "照文中写的"


def _days(view: View, one: CheckedClaim) -> tuple[date, date]:
    span = one.period
    return (span.from_on, min(span.to_on, view.filters.to_on)) if span else (view.filters.from_on, view.filters.to_on)


def _keep(found: ClaimsReport, choice: BindingOverride) -> None:
    text, chosen = st.session_state.get(CHOICES, ("", {}))
    st.session_state[CHOICES] = found.text, {**(chosen if text == found.text else {}), choice.start: choice}
    st.rerun()


def _forget(found: ClaimsReport, start: int) -> None:
    text, chosen = st.session_state.get(CHOICES, ("", {}))
    st.session_state[CHOICES] = text, {place: choice for place, choice in chosen.items() if place != start}
    st.rerun()


def _rows(view: View, one: CheckedClaim) -> None:
    shown = source_rows(view.build, one, MOST_ROWS)
    if shown is None or not one.binding:
        st.caption("没有可以列出的记录。")
        return
    st.caption(
        f"{md_escape(claim_rows.indicator_label(one))}　{md_escape(claim_rows.period_label(one))}　{md_escape(claim_rows.place_label(one))}"
    )
    table = indicator_of(one.binding.indicator).numerator.table
    data_table.draw_records(table, shown, name=f"claim-{one.claim.start}", alt=f"“{one.claim.text}”的原始记录")
    if shown.num_rows == MOST_ROWS:
        st.caption(f"只列出前{MOST_ROWS}行；各表用了哪些行，见下载的 Excel“来源”表。")
