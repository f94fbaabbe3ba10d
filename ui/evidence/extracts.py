"""Offers any set of figures and any table of records for the reader's filters: how many rows, a glance, three formats."""

from datetime import date

import streamlit as st

import warehouse.records
from documents.excel import MOST_ROWS
from etl.declarations import record_types
from evidence import extracts
from indicators import tables
from ui.charts import panel
from ui.frame import address, data_table, indicator_choice, link_faults, query, reader
from ui.frame.escape import md_escape
from ui.frame.view import View, indicator_of

SPLITS = {"社区": "community", "月": "month", "季": "quarter", "年": "year"}
GLANCE = 100  # rows


def draw_figures(view: View) -> None:
    """Choose indicators and how they are split."""
    st.header("指标数据", anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom", key="figure-choice"):
        every = indicator_choice.options()
        ids = st.multiselect(
            "指标",
            every,
            placeholder="全部指标",
            **indicator_choice.bound("indicator", indicator_choice.name_with_unit),
        )
        bound = link_faults.bound("split", "拆分", _splits(view) if address.is_followed("split") else SPLITS)
        split = st.pills("拆分", _splits(view), selection_mode="multi", default=["社区"], **bound)
    by = [SPLITS[name] for name in split]
    with st.spinner("正在计算……"):
        figures = view.figures(ids or every, by)
    title = "指标数据" if len(ids) != 1 else indicator_of(ids[0]).label
    st.caption(f"{len(ids) or len(every)}个指标，{len(figures):,}行。没有数的行写明未报送、无样本或已隐藏。")
    panel.draw_downloads(
        view,
        "figures",
        title,
        lambda: panel.figure_extract(view, title, figures),
    )
    data_table.draw_figures(figures[:GLANCE], name="extract", alt=title)


def _splits(view: View) -> list[str]:
    """Return the splits on offer: by community, and by the grain chosen above."""
    return ["社区", next(name for name, grain in SPLITS.items() if grain == view.grain)]


def draw_records(view: View) -> None:
    """Choose a record table."""
    st.header("原始记录", anchor=False)
    bound = link_faults.bound("table", "记录表", map(tables.name_of, record_types()))
    table = st.selectbox("记录表", list(record_types()), format_func=tables.name_of, **bound)
    if not reader.may_see_rows(table, view.filters.communities):
        reader.say_withheld()
        return
    count = query.answer(view.build, warehouse.records.count, table, *_window(view))
    title = tables.name_of(table)
    st.caption(f"{md_escape(view.choice.words)}：{count:,}行。人名在入库时已换成代码。")
    panel.draw_downloads(view, "records", title, lambda: _every_record(view, table, title))
    data_table.draw_records(
        table,
        query.answer(view.build, warehouse.records.rows, table, *_window(view), GLANCE),
        name="extract",
        alt=title,
    )


def _every_record(view: View, table: str, title: str) -> extracts.Extract:
    rows = warehouse.records.rows(view.build, table, *_window(view), MOST_ROWS)
    count = query.answer(view.build, warehouse.records.count, table, *_window(view))
    return extracts.table_extract(panel.provenance(view, title), extracts.readable(table, rows), count)


def _window(view: View) -> tuple[tuple[str, ...], date, date]:
    return view.filters.communities, view.filters.from_on, view.filters.to_on
