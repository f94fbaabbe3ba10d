"""Draws what needs attention: ledgers that were not reported, figures that fall, rows that were refused."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from etl.declarations import monthly_records
from indicators import coverage, periods
from indicators.coverage import CoverageGap
from indicators.model import Period
from ui.frame import query
from ui.frame.escape import html_escape
from ui.frame.view import View, indicator_of
from warehouse import ledgers
from warehouse.communities import short_name
from wording import dates, unloaded_rows
from wording.numbers import p_value

WATCHED = ("attendances", "volunteer_hours", "overall_satisfied_share", "cash_received", "closing_rate_of_period")
QUARTERS = 12
DEMO = "现在看到的是演示数据。到“数据导入”上传第一份自己的台账，演示数据就会自动换下。"
MOST_LINES = 5  # of each part


def draw_column(view: View) -> None:
    """Draw the list, each part with a sentence even when there is nothing to say."""
    gaps, falling, unloaded = (
        query.answer(view.build, coverage.gaps, view.filters),
        _falling(view),
        query.answer(view.build, ledgers.unloaded),
    )
    with st.container(key="panel-attention"):
        st.html(
            '<h2 class="headline">需要留意</h2>'
            + (f'<p class="note">{DEMO}</p>' if view.is_demo else "")
            + _part(f"未报送（{len(gaps)}项）", [_gap(gap) for gap in gaps], "统计期内各社区都已报送。")
            + _part(
                f"下降（近{QUARTERS}个季度）",
                falling,
                "检验下来，没有哪个社区的指标呈下降趋势；卡片上的▲▼只与上年同期比。",
            )
            + _part("未入库", [unloaded_rows.sentence(unloaded)], "")
        )
        with st.container(horizontal=True, key="row-attention"):
            st.page_link("../../pages/data/coverage.py", label="报送情况")
            st.page_link("../../pages/data/problems.py", label="未入库问题")


def _part(title: str, lines: Sequence[str], nothing: str) -> str:
    more = f"<li>另有{len(lines) - MOST_LINES}项</li>" if len(lines) > MOST_LINES else ""
    items = "".join(f"<li>{line}</li>" for line in lines[:MOST_LINES]) if lines else f"<li>{nothing}</li>"
    return f'<h3 class="part">{title}</h3><ul class="attention">{items}{more}</ul>'


def _gap(gap: CoverageGap) -> str:
    record = monthly_records()[gap.record].label
    when = "整个统计期" if gap.is_whole else months(gap.months)
    return f"<b>{html_escape(short_name(gap.community))}</b>　{html_escape(record)}：{when}"


def months(missing: Sequence[Period]) -> str:
    """Return the months in words: 2026年9月至10月, or how many when they are scattered."""
    first, last = missing[0], missing[-1]
    if len(missing) == 1:
        return first.label
    return (
        periods.window(first.from_on, last.to_on).label if periods.are_consecutive(missing) else f"{len(missing)}个月"
    )


def _falling(view: View) -> list[str]:
    """Return the falls of figures that should rise, all tested together, a sentence each.

    No test looks at a part of a month: for every day of a month the same is tested, and answered once for all readers.
    """
    first = periods.first_of(view.filters.to_on, "quarter", QUARTERS - 1)
    from_on, to_on = periods.whole_months(first, view.filters.to_on)
    window = replace(view.filters, from_on=from_on, to_on=to_on, strands=())
    return [
        f"<b>{html_escape(short_name(name))}</b>　{indicator_of(id).label}{dates.by_grain(grain)}{tested.words}（p{p_value(tested.p or 0)}）"
        for id, name, grain, tested in query.tested_trends(view.build, WATCHED, window, "quarter")
        if tested.direction == "down"
    ]
