"""Asks a build on behalf of a screen: cached by build and question, small numbers of people hidden (k = 5 inside the office)."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import streamlit as st

import warehouse.build
import warehouse.build_in_use
from indicators import comparison, disclosure, engine, periods
from indicators.comparison import Comparison
from indicators.disclosure.choices import disclosed_figures
from indicators.disclosure.systems import is_linked, linked_ids
from indicators.model import Figure, Filters
from indicators.questions import learn_disclosed_figures
from warehouse.build import Build

Answer = TypeVar("Answer")


@st.cache_resource(max_entries=2, show_spinner=False)
def open_build(path: Path) -> Build:
    """Return the build at this path, opened once for all readers."""
    return Build(path)


def current() -> Build:
    """Return the build in use; NoBuild, with a sentence, when there is none or nothing in it."""
    build = open_build(warehouse.build_in_use.current(warehouse.build.data_folder()))
    if span(build) is None:
        raise warehouse.build.NoBuild("数据批次里还没有任何记录。")
    return build


@st.cache_data(max_entries=1024, show_spinner=False)
def _answer(path: Path, name: str, arguments: tuple[Any, ...], _question: Callable[..., Any]) -> Any:
    """Return the answer to a question, from the only cache of answers.

    A build has a name of its own, so nothing old is shown for a new one; the communities a reader may see are part of the
    filters, and so of the key. Streamlit leaves an argument with an underscore out of the key: functions have none.
    """
    return _question(open_build(path), *arguments)


def answer(build: Build, question: Callable[..., Answer], *arguments: Any) -> Answer:
    """Return question(build, *arguments), asked once a build; the question is a function of a module, known by its name."""
    result: Answer = _answer(build.path, f"{question.__module__}.{question.__qualname__}", arguments, question)
    return result


def figures(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str] = ()) -> list[Figure]:
    """Return the figures of some indicators as readers may see them; linked ones are asked for together, once."""
    groups = linked_ids([id for id in ids if is_linked(id)]), [id for id in ids if not is_linked(id)]
    answers = [answer(build, _disclosed, tuple(group), filters, tuple(by)) for group in groups if group]
    return [figure for id in ids for figures in answers for figure in figures if figure.indicator == id]


def _disclosed(build: Build, ids: tuple[str, ...], filters: Filters, by: tuple[str, ...]) -> list[Figure]:
    return disclosed_figures(build, ids, filters, by, disclosure.OFFICE)


def learn(build: Build, ids: Sequence[str]) -> None:
    """Read at once what the figures of a page and of all linked to them rest on."""
    learn_disclosed_figures(build, [((), ids)])


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


def source_rows(build: Build, id: str, filters: Filters, limit: int) -> pa.Table:
    """Return the rows behind a figure, with file, sheet and row number."""
    return answer(build, engine.source_rows, id, filters, limit)


def span(build: Build) -> tuple[date, date] | None:
    """Return the first day of the first month and the last day of the last month with records, None without records."""
    if not build.first_day or not build.last_day:
        return None
    months = periods.months(build.first_day, build.last_day)
    return months[0].from_on, months[-1].to_on
