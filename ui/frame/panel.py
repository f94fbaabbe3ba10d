"""A chart with its headline above and its one quiet row below: 表格 · 下载 · 口径 · 原始记录."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from evidence import extracts
from evidence.extracts import Extract, Provenance
from indicators import engine
from indicators.model import Figure
from ui.charts import chart as charts
from ui.charts.chart import Chart
from ui.frame import query, tables
from ui.frame.escape import html_escape, md_escape
from ui.frame.view import View, indicator
from wording import definitions

TABLE, DOWNLOAD, DEFINITION, ROWS = "表格", "下载", "口径", "原始记录"
MOST_ROWS = 200
SQL_HEIGHT = 320

Contents = Mapping[str, Callable[[], object]]


def show(view: View, chart: Chart) -> None:
    """Draw a chart whole: headline, picture, note, row; a sentence in place of an empty picture."""
    with st.container(key=f"panel-{chart.name}"):
        st.html(f'<h2 class="headline">{html_escape(chart.headline)}</h2>')
        if charts.is_empty(chart.figures):
            st.info(f"{md_escape(view.choice.words)}：没有可以画图的记录。{NEXT_STEP}", icon=":material/inbox:")
        else:
            st.plotly_chart(chart.picture.spec, config=charts.CONFIG, alt=chart.alt, key=f"picture-{chart.name}")
        if chart.note:
            st.html(f'<p class="note">{html_escape(chart.note)}</p>')
        row(chart.name, of_figures(view, chart.name, chart.headline, chart.figures, chart.by))


NEXT_STEP = "换一个时期或社区再看；如果应当有记录，请把台账放进 data/inbox，再运行 python -m etl load。"


def beneath(view: View, name: str, title: str, figures: Sequence[Figure], by: Sequence[str] = ()) -> None:
    """Draw the quiet row beneath figures that are no chart."""
    row(name, of_figures(view, name, title, figures, by))


@st.fragment
def row(name: str, contents: Contents) -> None:
    """Draw the quiet row; what the reader opens is made then, and only it runs again."""
    chosen = st.pills("图下的内容", list(contents), label_visibility="collapsed", key=f"row-{name}")
    if chosen:
        contents[chosen]()


def of_figures(view: View, name: str, title: str, figures: Sequence[Figure], by: Sequence[str]) -> Contents:
    """Return what stands beneath figures."""
    return {
        TABLE: lambda: tables.figures(figures, name=name, alt=title),
        DOWNLOAD: lambda: buttons(
            name, title, lambda: extracts.figure_extract(provenance(view, title), figures, engine.catalogue())
        ),
        DEFINITION: lambda: _definitions(view, _ids(figures), by),
        ROWS: lambda: _sources(view, name, title, _ids(figures)),
    }


def _ids(figures: Sequence[Figure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure.indicator for figure in figures))


def _definitions(view: View, ids: Sequence[str], by: Sequence[str]) -> None:
    for id in ids:
        name, words, *lines = definitions.lines(indicator(id))
        st.markdown(f"**{md_escape(name)}**　{md_escape(words)}")
        st.markdown("\n".join(f"- {md_escape(line)}" for line in lines if line))
        st.code(engine.sql_of(id, view.filters, by), language="sql", wrap_lines=True, height=SQL_HEIGHT)


def _sources(view: View, name: str, title: str, ids: Sequence[str]) -> None:
    id = ids[0]
    if len(ids) > 1:
        id = st.selectbox("指标", ids, format_func=lambda one: indicator(one).label, key=f"source-{name}")
    rows = query.source_rows(view.build, id, view.filters, MOST_ROWS)
    tables.records(indicator(id).numerator.table, rows, name=name, alt=f"{title}的原始记录")
    if rows.num_rows == MOST_ROWS:
        st.caption(f"只列出前{MOST_ROWS}行；全部记录在“数据导出”下载。")


def provenance(view: View, title: str) -> Provenance:
    """Return what a file says of where it comes from."""
    return Provenance(title, view.choice.words, f"{view.build.name}（{view.build_words}）", view.is_demo)


def buttons(name: str, title: str, extract: Callable[[], Extract]) -> None:
    """Draw one button a format; the file is made when it is asked for."""
    with st.container(horizontal=True):
        for label, (ending, media, write) in extracts.FORMATS.items():
            st.download_button(
                label,
                data=partial(_written, write, extract),
                file_name=f"{_file_name(title)}{ending}",
                mime=media,
                on_click="ignore",
                key=f"download-{name}-{ending}",
                icon=":material/download:",
            )


def _written(write: Callable[[Extract], bytes], extract: Callable[[], Extract]) -> bytes:
    return write(extract())


def _file_name(title: str) -> str:
    """A name every file system takes."""
    return "".join(sign for sign in title if sign.isalnum() or sign in "（）—-")[:40]
