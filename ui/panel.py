"""A chart with its headline above and its one quiet row below: 表格 · 下载 · 口径 · 原始记录."""

from collections.abc import Callable, Sequence

import streamlit as st

from evidence import definition, extracts
from evidence.extracts import Extract, Setting
from indicators import engine
from indicators.model import Figure
from ui import charts, query, tables
from ui.charts import Chart
from ui.escape import html_escape, md_escape
from ui.view import View, indicator

TABLE, DOWNLOAD, DEFINITION, ROWS = "表格", "下载", "口径", "原始记录"
MOST_ROWS = 200


def show(view: View, chart: Chart) -> None:
    """Draw a chart whole: headline, picture, note, row; a sentence in place of an empty picture."""
    with st.container(key=f"panel-{chart.name}"):
        st.html(f'<h2 class="headline">{html_escape(chart.headline)}</h2>')
        if charts.is_empty(chart.figures):
            st.info(_nothing(view), icon=":material/inbox:")
        else:
            st.plotly_chart(chart.picture, config=charts.CONFIG, alt=chart.alt, key=f"picture-{chart.name}")
        st.html(f'<p class="note">{html_escape(chart.note)}</p>')
        _row(view, chart.name, chart.headline, chart.figures, chart.by)


def beneath(view: View, name: str, title: str, figures: Sequence[Figure], by: Sequence[str] = ()) -> None:
    """Draw the quiet row alone, beneath something that is no chart."""
    _row(view, name, title, tuple(figures), tuple(by))


def _nothing(view: View) -> str:
    return f"{view.choice.words}：没有可以画图的记录。换一个时期或社区，或者把台账放进 data/inbox 后重新入库。"


@st.fragment
def _row(view: View, name: str, title: str, figures: Sequence[Figure], by: Sequence[str]) -> None:
    choices = [TABLE, DOWNLOAD, DEFINITION, ROWS]
    opened = st.pills("图下的内容", choices, label_visibility="collapsed", key=f"row-{name}")
    if opened:
        ids = tuple(dict.fromkeys(figure.indicator for figure in figures))
        OPENED[opened](view, name, title, figures, ids, by)


def _table(_view: View, name: str, title: str, figures: Sequence[Figure], _ids: Sequence[str], _by: Sequence[str]) -> None:
    tables.figures(figures, name=name, alt=title)


def _downloads(view: View, name: str, title: str, figures: Sequence[Figure], _ids: object, _by: object) -> None:
    buttons(name, title, lambda: extracts.of_figures(setting(view, title), figures, engine.catalogue()))


def _definitions(view: View, _name: str, _title: str, _figures: object, ids: Sequence[str], by: Sequence[str]) -> None:
    for id in ids:
        name, words, *lines = definition.lines(indicator(id))
        st.markdown(f"**{md_escape(name)}**　{md_escape(words)}")
        st.markdown("\n".join(f"- {md_escape(line)}" for line in lines if line))
        st.code(engine.sql_of(id, view.filters, by), language="sql", wrap_lines=True)


def _sources(view: View, name: str, title: str, _figures: object, ids: Sequence[str], _by: object) -> None:
    id = ids[0]
    if len(ids) > 1:
        id = st.selectbox("指标", ids, format_func=lambda one: indicator(one).label, key=f"source-{name}")
    rows = query.source_rows(view.build, id, view.filters, MOST_ROWS)
    tables.records(indicator(id).numerator.table, rows, name=name, alt=f"{title}的原始记录")
    if rows.num_rows == MOST_ROWS:
        st.caption(f"只列出前{MOST_ROWS}行；全部记录在“数据导出”下载。")


OPENED: dict[str, Callable[..., None]] = {TABLE: _table, DOWNLOAD: _downloads, DEFINITION: _definitions, ROWS: _sources}


def setting(view: View, title: str) -> Setting:
    """Return what a file says of where it comes from."""
    return Setting(title, view.choice.words, f"{view.build.name}（{view.build_words}）", view.is_demo)


def buttons(name: str, title: str, extract: Callable[[], Extract]) -> None:
    """Draw one button a format; the file is made when it is asked for."""
    with st.container(horizontal=True):
        for label, (ending, media, write) in extracts.FORMATS.items():
            st.download_button(
                label,
                data=lambda write=write: write(extract()),
                file_name=f"{_file_name(title)}{ending}",
                mime=media,
                on_click="ignore",
                key=f"download-{name}-{ending}",
                icon=":material/download:",
            )


def _file_name(title: str) -> str:
    """A name every file system takes."""
    return "".join(sign for sign in title if sign.isalnum() or sign in "（）—-")[:40]
