"""Trends and comparisons that withstand doubt: tests with their numbers in words, bases shown, warnings beside the result."""

from itertools import groupby

import pyarrow as pa
import streamlit as st

from evidence import extracts
from indicators import before_after, engine, trend
from indicators.model import Figure
from ui.charts import panel
from ui.frame import data_table
from ui.frame.escape import md_escape
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name
from wording import dates
from wording.numbers import p_value, slope

TREND_HEADER = ("指标", "社区", "结论", "期数", "每期变化", "p值")
PER_RESIDENT = ("activities_per_1000", "participation_rate", "volunteers_per_100_residents")


def trends(view: View) -> None:
    """Draw the trend test of the chosen indicators for each community, with its numbers and in words."""
    st.header("趋势检验", anchor=False)
    known = list(engine.catalogue())
    default = ["attendances", "overall_satisfied_share", "volunteer_hours"]
    ids = st.multiselect("指标", known, default, format_func=_label, placeholder="请选择指标", key="trend-indicators")
    figures = view.figures(ids, (view.grain, "community"))
    groups = groupby(figures, key=lambda figure: (figure.indicator, figure.community))
    by_series: dict[tuple[str, str | None], list[Figure]] = {}
    for key, found in groups:
        by_series.setdefault(key, []).extend(found)
    rows = [_trend_row(id, community, found) for (id, community), found in by_series.items()]
    data_table.draw(_table(TREND_HEADER, rows), name="trends", alt="趋势检验结果")
    st.caption(
        f"{dates.by_grain(view.grain)}检验（曼-肯德尔检验，泰尔-森斜率）；p小于{trend.SIGNIFICANT:g}才说“呈上升趋势”或“呈下降趋势”，"
        f"不足{trend.LEAST_PERIODS}期不下结论，未报送的时期不计；期数不足时把统计期改为“全部时期”。有季节的工作请按季或按年看。"
    )
    title = "趋势检验"
    panel.draw_downloads(
        "trends", title, lambda: extracts.Extract(panel.provenance(view, title), TREND_HEADER, rows, len(rows))
    )


def _trend_row(id: str, community: str | None, figures: list[Figure]) -> tuple[str, ...]:
    one, tested = indicator_of(id), trend.of_figures(figures)
    change = "" if tested.slope is None else slope(tested.slope, one)
    p = "" if tested.p is None else p_value(tested.p).removeprefix("=")
    return one.label, short_name(community or "合在一起"), tested.words, str(tested.n), change, p


def surveys(view: View) -> None:
    """Draw satisfaction before and after for one community, with n, intervals and warnings."""
    st.header("满意度前后对比", anchor=False)
    community = st.selectbox("社区", view.filters.communities, format_func=short_name, key="survey-community")
    found = before_after.waves(view.build, community)
    if len(found) < 2:
        st.info("这个社区还没有两次问过总体满意度的调查，无法前后对比。", icon=":material/inbox:")
        return
    with st.container(horizontal=True):
        names = [f"{wave.name}（{wave.first_on:%Y-%m}）" for wave in found]
        first = st.selectbox("之前", range(len(found)), 0, format_func=names.__getitem__, key="wave-before")
        last = st.selectbox("之后", range(len(found)), len(found) - 1, format_func=names.__getitem__, key="wave-after")
    compared = before_after.compare(found[first], found[last])
    st.markdown(f"**{md_escape(compared.words)}。**")
    for warning in compared.warnings:
        st.warning(warning, icon=":material/warning:")
    header = ("批次", "总体满意率", "95%区间", "满意/有效回答", "方式", "分制")
    data_table.draw(
        _table(header, [_wave_row(wave) for wave in (found[first], found[last])]), name="waves", alt="两次调查"
    )


def _wave_row(wave: before_after.SurveyWave) -> tuple[str, ...]:
    low, high = (f"{end * 100:.1f}" for end in wave.interval)
    counted = f"{wave.satisfied}/{wave.answers}"
    return (
        wave.name,
        f"{wave.share:.1%}",
        f"{low}–{high}%",
        counted,
        "、".join(wave.modes),
        "、".join(map(str, wave.scales)),
    )


def communities(view: View) -> None:
    """Draw communities beside each other per resident, the base shown."""
    st.header("社区之间，按居民数比", anchor=False)
    figures = view.figures((*PER_RESIDENT, "residents"), ("community",))
    data_table.draw_figures(figures, name="per-resident", alt="按居民数比较的指标和居民基数")
    st.caption("分母是名册里统计期末有效的常住人口；没有居民数的社区不能比。")
    title = "社区之间按居民数比"
    panel.draw_downloads(
        "per-resident",
        title,
        lambda: extracts.figure_extract(panel.provenance(view, title), figures, engine.catalogue()),
    )


def _label(id: str) -> str:
    return indicator_of(id).label


def _table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> pa.Table:
    return pa.table({name: pa.array([row[i] for row in rows], pa.string()) for i, name in enumerate(header)})
