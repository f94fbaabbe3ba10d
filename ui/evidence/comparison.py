"""Draws trends and comparisons that withstand doubt: tests with their numbers in words, bases shown, warnings beside the result."""

from collections.abc import Sequence

import streamlit as st

from evidence import extracts
from indicators import before_after, disclosure, engine, trend
from indicators.before_after import SurveyWave
from indicators.model import Grain
from indicators.trend import Trend
from ui.charts import panel
from ui.frame import data_table, indicator_choice, query
from ui.frame.escape import md_escape
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name
from wording import dates, survey_waves
from wording.numbers import p_value, slope
from wording.states import CLAUSES, WORDS

TREND_HEADER = ("指标", "社区", "结论", "检验粒度", "期数", "每期变化", "p值")
WAVE_HEADER = ("批次", "总体满意率", "95%区间", "满意/有效回答", "方式", "分制")
USUAL_TRENDS = ("attendances", "overall_satisfied_share", "volunteer_hours")
PER_RESIDENT = ("activities_per_1000", "participation_coverage", "volunteers_per_100_residents")


def draw_trends(view: View) -> None:
    """Draw the trend test of the chosen indicators for each community, with its numbers and in words."""
    st.header("趋势检验", anchor=False)
    ids = st.multiselect(
        "指标",
        list(engine.catalogue()),
        list(USUAL_TRENDS),
        format_func=indicator_choice.label,
        placeholder="请选择指标",
        key="trend-indicators",
    )
    trends = query.tested_trends(view.build, ids, view.filters, view.grain)
    rows = [_trend_row(*tested) for tested in trends]
    if trends and all(tested.direction == "short" for *_, tested in trends):
        st.info("这段时间太短，一项也不能检验：请把统计期改为“全部时期”。", icon=":material/timelapse:")
    data_table.draw(data_table.of_rows(TREND_HEADER, rows), name="trends", alt="趋势检验结果")
    st.caption(
        "用够期数的最细粒度检验，与页面上选的粒度无关（曼-肯德尔检验，泰尔-森斜率；按月时与往年同月比；计入前后期的关联）；"
        f"表中各项一起检验，p按霍尔姆法校正，小于{trend.SIGNIFICANT:g}才说“呈上升趋势”或“呈下降趋势”。"
        f"不足{trend.LEAST_PERIODS}期（按月{trend.LEAST_MONTHS}个月）不下结论，未报送的时期不计；期数不足时把统计期改为“全部时期”。"
        "累计的个数看每期新增，累计的比率不检验。"
    )
    title = "趋势检验"
    panel.draw_downloads(
        view, "trends", title, lambda: extracts.Extract(panel.provenance(view, title), TREND_HEADER, rows, len(rows))
    )


def _trend_row(id: str, community: str, grain: Grain, tested: Trend) -> tuple[str, ...]:
    indicator = indicator_of(id)
    change = "" if tested.slope is None else slope(tested.slope, indicator)
    p = "" if tested.p is None else p_value(tested.p).removeprefix("=")
    return indicator.label, short_name(community), tested.words, dates.by_grain(grain), str(tested.n), change, p


def draw_surveys(view: View) -> None:
    """Draw satisfaction before and after for one community, with n, intervals and warnings."""
    st.header("满意度前后对比", anchor=False)
    community = st.selectbox("社区", view.filters.communities, format_func=short_name, key="survey-community")
    waves = before_after.waves(view.build, community)
    if len(waves) < 2:
        st.info("这个社区还没有两次问过总体满意度的调查，无法前后对比。", icon=":material/inbox:")
        return
    before, after = _ask_waves(waves)
    shown = [
        query.answer(view.build, before_after.is_shown, community, wave, disclosure.OFFICE) for wave in (before, after)
    ]
    if not all(shown):
        st.info(f"答卷中满意或不满意的{CLAUSES['hidden']}，不作前后对比。", icon=":material/lock:")
    else:
        comparison = before_after.compare(before, after)
        st.markdown(f"**{md_escape(survey_waves.change(comparison))}。**")
        st.caption(before_after.DESIGN)
        for warning in comparison.warnings:
            st.warning(warning, icon=":material/warning:")
    rows = data_table.of_rows(WAVE_HEADER, [_wave_row(before, shown[0]), _wave_row(after, shown[1])])
    data_table.draw(rows, name="waves", alt="两次调查")


def _ask_waves(waves: Sequence[SurveyWave]) -> tuple[SurveyWave, SurveyWave]:
    names = [f"{wave.name}（{wave.first_on:%Y-%m}）" for wave in waves]
    numbers, last = range(len(waves)), len(waves) - 1
    with st.container(horizontal=True):
        before = st.selectbox("之前", numbers, 0, format_func=names.__getitem__, key="wave-before")
        after = st.selectbox("之后", numbers, last, format_func=names.__getitem__, key="wave-after")
    return waves[before], waves[after]


def _wave_row(wave: SurveyWave, is_shown: bool) -> tuple[str, ...]:
    numbers = survey_waves.shares(wave) if is_shown else [WORDS["hidden"]] * 3
    return wave.name, *numbers, "、".join(wave.modes), "、".join(map(str, wave.scales))


def draw_communities(view: View) -> None:
    """Draw communities beside each other per resident, the base shown."""
    st.header("社区之间，按居民数比", anchor=False)
    figures = view.figures((*PER_RESIDENT, "residents"), ("community",))
    data_table.draw_figures(figures, name="per-resident", alt="按居民数比较的指标和居民基数")
    st.caption(
        "每千名居民的分母是期初和期末常住人口的平均数，只比每个月都报送了的社区；其余的分母是期末常住人口。没有居民数的社区不能比。"
    )
    title = "社区之间按居民数比"
    panel.draw_downloads(
        view,
        "per-resident",
        title,
        lambda: panel.figure_extract(view, title, figures),
    )
