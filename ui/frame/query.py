"""Asks a build on behalf of a screen: cached by build and question, small numbers of people hidden (k = 5 inside the office)."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import streamlit as st

import warehouse.build
import warehouse.build_in_use
from indicators import comparison, disclosure, engine, periods, trend
from indicators.comparison import Comparison
from indicators.disclosure.choices import disclosed_figures
from indicators.disclosure.systems import is_linked, linked_ids
from indicators.model import Figure, Filters, Grain
from indicators.questions import learn_disclosed_figures
from ui.frame.remembered_answers import RememberedAnswers
from warehouse.build import Build

Answer = TypeVar("Answer")
_ANSWERS = RememberedAnswers(3000)  # of some fifty pages
FiguresQuestion = tuple[Path, str, Filters, tuple[str, ...]]  # the build, an indicator, and how it is split
TestedTrend = tuple[str, str, Grain, trend.Trend]  # indicator, community, the grain of the series, what the test found


@st.cache_resource(max_entries=2, show_spinner=False)
def open_build(path: Path) -> Build:
    """Return the build at this path, opened once for all readers."""
    return Build(path)


def in_use() -> Build:
    """Return the build in use, be it of a register alone, with which an office begins; NoBuild when there is none."""
    return open_build(warehouse.build_in_use.current(warehouse.build.data_folder()))


def current() -> Build:
    """Return the build in use; NoBuild, with a sentence, when there is none or no record in it."""
    build = in_use()
    if span(build) is None:
        raise warehouse.build.NoBuild("数据批次里还没有任何记录。")
    return build


def answer(build: Build, question: Callable[..., Answer], *arguments: Any) -> Answer:
    """Return question(build, *arguments), asked once a build.

    A build has a path of its own, so nothing old is shown for a new one; the communities a reader may see are part of the
    filters, and so of the key. The only place where answers are remembered for several readers; none may be changed.
    """
    return _ANSWERS.answer((build.path, question, arguments), lambda: question(build, *arguments))


def figures(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str] = ()) -> list[Figure]:
    """Return the figures of some indicators as readers may see them.

    Each is remembered by itself, since it is the same whatever others are asked for with it; those that are not yet known are
    asked for together, and with all that they are linked to, which have to be counted anyhow.
    """
    wanted = dict.fromkeys([*ids, *linked_ids([id for id in ids if is_linked(id)])])
    questions = {id: (build.path, id, filters, tuple(by)) for id in wanted}
    answers = _ANSWERS.answers(questions.values(), lambda unknown: _disclosed(build, unknown, filters, by))
    return [figure for id in ids for figure in answers[questions[id]]]


def _disclosed(
    build: Build, questions: Sequence[FiguresQuestion], filters: Filters, by: Sequence[str]
) -> dict[FiguresQuestion, list[Figure]]:
    by_question = {question: list[Figure]() for question in questions}
    by_id = {question[1]: by_question[question] for question in questions}
    for figure in disclosed_figures(build, list(by_id), filters, by, disclosure.OFFICE):
        by_id[figure.indicator].append(figure)
    return by_question


def learn(build: Build, ids: Sequence[str], filters: Filters | None = None) -> None:
    """Read at once what the figures of a page and of all linked to them rest on, be it in a window chosen."""
    answer(build, _learn, tuple(ids), filters)


def _learn(build: Build, ids: tuple[str, ...], filters: Filters | None) -> None:
    learn_disclosed_figures(build, [((), ids)], filters)


def comparisons(build: Build, ids: Sequence[str], filters: Filters) -> list[Comparison]:
    """Return the figures of some indicators against those of a year before, as readers may see them."""
    return answer(build, _comparisons, tuple(ids), filters)


def _comparisons(build: Build, ids: tuple[str, ...], filters: Filters) -> list[Comparison]:
    return comparison.against_year_before(build, ids, filters, (), disclosure.OFFICE)


def comparable_before(build: Build, id: str, filters: Filters, by: Sequence[str]) -> list[Figure | None]:
    """Return a year before by period, as readers may see it, None where it rests on other reports than the period itself."""
    return answer(build, _comparable_before, id, filters, tuple(by))


def _comparable_before(build: Build, id: str, filters: Filters, by: tuple[str, ...]) -> list[Figure | None]:
    return comparison.comparable_before(build, id, filters, by, disclosure.OFFICE)


def tested_trends(build: Build, ids: Sequence[str], filters: Filters, untested: Grain) -> list[TestedTrend]:
    """Return the trends of some indicators in each community, tested together; `untested` is the grain of a window too short for a test.

    What is remembered are the findings: the series behind them are thousands of figures.
    """
    return answer(build, _tested_trends, tuple(ids), filters, untested)


def _tested_trends(build: Build, ids: tuple[str, ...], filters: Filters, untested: Grain) -> list[TestedTrend]:
    grains = trend.testable_grains(filters.from_on, filters.to_on) or [untested]

    def of_grain(grain: Grain) -> list[Figure]:
        return disclosed_figures(build, ids, filters, (grain, "community"), disclosure.OFFICE)

    by_id: dict[str, dict[Grain, list[Figure]]] = {id: {grain: [] for grain in grains} for id in ids}
    for grain in grains:
        for figure in of_grain(grain):
            by_id[figure.indicator][grain].append(figure)
    series = [
        (id, name or "", *tested)
        for id, by_grain in by_id.items()
        for name, tested in trend.finest_of_places(by_grain, filters.communities).items()
    ]
    tests = trend.holm([trend.of_figures(figures) for *_, figures in series])
    return [(id, name, grain, tested) for (id, name, grain, _), tested in zip(series, tests, strict=True)]


def source_rows(build: Build, id: str, filters: Filters, limit: int) -> pa.Table:
    """Return the rows behind a figure, with file, sheet and row number."""
    return answer(build, engine.source_rows, id, filters, limit)


def rows_on_any_day(build: Build, id: str, filters: Filters, limit: int) -> pa.Table:
    """Return the rows of a state that were in force on any day of the filters."""
    return answer(build, engine.rows_on_any_day, id, filters, limit)


def span(build: Build) -> tuple[date, date] | None:
    """Return the first day of the first month and the last day of the last month with records, None without records."""
    if not build.first_day or not build.last_day:
        return None
    months = periods.months(build.first_day, build.last_day)
    return months[0].from_on, months[-1].to_on
