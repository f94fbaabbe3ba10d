"""Draws a chart with its headline above and its one quiet row below: 表格 · 下载 · 口径 · 原始记录."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

import warehouse.build
from evidence import extracts
from evidence.extracts import Extract, Provenance
from evidence.sent_figures import Sending, send_figures
from indicators import disclosure, engine
from indicators.model import Figure
from indicators.survey_modes import ANSWERS, BY_MODE, asked_otherwise, is_of_survey
from ui.charts.chart import CONFIG, ChartPanel, alt, is_all_hidden, is_empty
from ui.frame import address, data_table, link_faults, query, reader
from ui.frame.escape import html_escape, md_escape
from ui.frame.view import View, indicator_of
from wording import dates, definitions
from wording.states import CLAUSES, hidden_advice
from wording.survey_waves import asked_otherwise_note

TABLE, DOWNLOAD, DEFINITION, ROWS = "表格", "下载", "口径", "原始记录"
MOST_ROWS = 200
SQL_HEIGHT = 320
MOST_CHARACTERS = 26  # of a part of a file name: three parts and the ending stay below 255 bytes
_FORBIDDEN = re.compile(r"[\\/:*?\"<>|.,\s\x00-\x1f]+")  # a stop or a comma inside a number would be lost on the way

RowContents = Mapping[str, Callable[[], object]]


def draw(view: View, chart: ChartPanel, beneath: RowContents | None = None) -> None:
    """Draw a chart whole: headline, picture, note, row; a sentence in place of an empty picture.

    `beneath` replaces contents of the row where a chart shows more than figures.
    """
    if chart.figures and not view.begun(_ids(chart.figures)):
        return  # what was never sent is said once, under the title of the page
    headline = _headline(view, chart)
    with st.container(key=f"panel-{chart.name}"):
        st.html(f'<h2 class="headline">{html_escape(headline)}</h2>')
        if is_all_hidden(chart):
            _say_hidden(view, chart)
        elif is_empty(chart):
            st.info(f"{md_escape(view.choice.words)}：没有可以画图的记录。{NEXT_STEP}", icon=":material/inbox:")
        else:
            st.plotly_chart(
                chart.picture.figure, config=CONFIG, alt=alt(view, chart.subject), key=f"picture-{chart.name}"
            )
            if chart.narrow:
                st.html(f'<div class="narrow">{chart.narrow}</div>')
            if chart.note:
                st.html(f'<p class="note">{html_escape(chart.note)}</p>')
        contents = row_contents(view, chart.name, chart.subject, headline, chart.figures, chart.by)
        draw_row(chart.name, {**contents, **(beneath or {})})


def _headline(view: View, chart: ChartPanel) -> str:
    """Return the headline, with its period where that is not the one under the page's title."""
    period = f"{view.window.label}，"
    return f"{period}{chart.headline}" if view.is_wider and period not in chart.headline else chart.headline


def _say_hidden(view: View, chart: ChartPanel) -> None:
    """Say that every number is hidden, in place of an axis without any, and lead to the same chart by longer periods."""
    grains = list(dates.GRAINS)
    longer = grains[grains.index(view.grain) + 1 :] if view.grain in chart.by else []
    split = f"{dates.by_grain(view.grain)}看，" if view.grain in chart.by else ""
    why = f"{split}有数的各处{CLAUSES['hidden']}，没有可以画的数"
    advice = f"{'、'.join(map(dates.by_grain, longer))}看可能有数" if longer else hidden_advice(view.window)
    st.info(f"{md_escape(view.choice.words)}：{why}。{advice}。", icon=":material/visibility_off:")
    ways_out = {
        f"改为{dates.by_grain(grain)}看": address.with_values("grain", [dates.GRAINS[grain]]) for grain in longer
    }
    link_faults.draw_ways_out(ways_out)


NEXT_STEP = "换一个时期或社区再看；如果应当有记录，请到“数据导入”上传台账。"


def draw_row_beneath(view: View, name: str, title: str, figures: Sequence[Figure], by: Sequence[str] = ()) -> None:
    """Draw the quiet row beneath figures that are no chart."""
    draw_row(name, row_contents(view, name, title, title, figures, by))


@st.fragment
def draw_row(name: str, contents: RowContents) -> None:
    """Draw the quiet row; what the reader opens is made then. A fragment: only the row runs again, not the page."""
    content = st.pills("图下的内容", list(contents), label_visibility="collapsed", key=f"row-{name}")
    if content:
        contents[content]()


def row_contents(
    view: View, name: str, subject: str, headline: str, figures: Sequence[Figure], by: Sequence[str]
) -> RowContents:
    """Return {name of a content: the function that draws it} for figures drawn: files are named by the subject and say the headline."""
    view.drawn.update(_ids(figures))
    return {
        TABLE: lambda: data_table.draw_figures(figures, name=name, alt=subject),
        DOWNLOAD: lambda: draw_downloads(
            view,
            name,
            subject,
            lambda: figure_extract(view, headline, figures),
        ),
        DEFINITION: lambda: _draw_definitions(view, _ids(figures), by),
        ROWS: lambda: _draw_source_rows(view, name, subject, _ids(figures)),
    }


def _ids(figures: Sequence[Figure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure.indicator for figure in figures))


def _draw_definitions(view: View, ids: Sequence[str], by: Sequence[str]) -> None:
    for id in ids:
        name, words, *lines = definitions.lines(indicator_of(id))
        st.markdown(f"**{md_escape(name)}**　{md_escape(words)}")
        st.markdown("\n".join(f"- {md_escape(line)}" for line in lines if line))
        with st.expander("给技术人员：统计语句"):
            st.code(engine.sql_of(id, view.filters, by), language="sql", wrap_lines=True, height=SQL_HEIGHT)


def _draw_source_rows(view: View, name: str, title: str, ids: Sequence[str]) -> None:
    id = ids[0]
    if len(ids) > 1:
        id = st.selectbox("指标", ids, format_func=lambda id: indicator_of(id).label, key=f"source-{name}")
    table = indicator_of(id).numerator.table
    if not reader.may_see_rows(table, view.filters.communities):
        reader.say_withheld()
        return
    rows = query.source_rows(view.build, id, view.filters, MOST_ROWS)
    data_table.draw_records(table, rows, name=name, alt=f"{title}的原始记录")
    if rows.num_rows == MOST_ROWS:
        st.caption(f"只列出前{MOST_ROWS}行；全部记录在“数据导出”下载。")


def figure_extract(view: View, title: str, figures: Sequence[Figure]) -> Extract:
    """Return figures as a file that leaves the office."""
    sent = sent_figures(view, figures)
    extract = extracts.figure_extract(provenance(view, title), sent, engine.catalogue())
    if not any(is_of_survey(figure.indicator) for figure in figures):
        return extract
    answers = engine.figures(view.build, [ANSWERS], view.filters, BY_MODE)
    return replace(extract, remark=asked_otherwise_note(asked_otherwise(answers)))


def sent_figures(view: View, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures as they leave in a file: what they tell is remembered, beside what has left before."""
    return send_figures(warehouse.build.data_folder(), figures, Sending(view.filters, "extract", disclosure.OFFICE))


def provenance(view: View, title: str) -> Provenance:
    """Return what a file says of where it comes from."""
    return Provenance(title, view.choice.words, f"{view.build.name}（{view.build_words}）", view.is_demo)


def draw_downloads(view: View, name: str, subject: str, extract: Callable[[], Extract]) -> None:
    """Draw one button a format; the file is made when it is asked for, and named by what it holds, for whom and when."""
    with st.container(horizontal=True):
        for label, (ending, media, write) in extracts.FORMATS.items():
            st.download_button(
                label,
                data=partial(
                    _file_content, write, extract
                ),  # called on the click, outside the run: all it needs is bound
                file_name=f"{file_name(subject, view.choice.place_words, view.choice.period_words)}{ending}",
                mime=media,
                on_click="ignore",
                key=f"download-{name}-{ending}",
                icon=":material/download:",
            )


def _file_content(write: Callable[[Extract], bytes], extract: Callable[[], Extract]) -> bytes:
    return write(extract())


def file_name(*parts: str) -> str:
    """Return a name every file system takes: 各社区参与人次_凤二村_2025年; a long part is cut, never the next one."""
    return "_".join(_FORBIDDEN.sub("-", part)[:MOST_CHARACTERS] for part in parts)
