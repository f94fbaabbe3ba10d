"""The one way from a screen to a build: cached by build and question, small numbers of people hidden (k = 5 inside the office)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import streamlit as st

import warehouse
from indicators import disclosure, engine, periods, reporting
from indicators import flows as flow_of_money
from indicators.flows import Flow
from indicators.model import Figure, Filters
from indicators.reporting import Gap
from warehouse import Build

# The build's path is part of every key: a new build has a new name, so nothing old is ever shown for it. The communities a
# reader may see are part of the filters. Whatever else a cached function needs travels in its arguments.


@st.cache_resource(max_entries=2, show_spinner=False)
def opened(path: Path) -> Build:
    """Return the build at this path, opened once for all readers."""
    return Build(path)


def current() -> Build:
    """Return the build in use; NoBuild, with a sentence, when there is none."""
    build = opened(warehouse.current(warehouse.data_folder()))
    if span(build) is None:
        raise warehouse.NoBuild("数据批次里还没有任何记录。请把台账放进 data/inbox，再运行 python -m etl load。")
    return build


@st.cache_data(max_entries=512, show_spinner=False)
def _figures(path: Path, ids: tuple[str, ...], filters: Filters, by: tuple[str, ...]) -> list[Figure]:
    return disclosure.disclose(engine.figures(opened(path), ids, filters, by), disclosure.OFFICE)


@st.cache_data(max_entries=64, show_spinner=False)
def _table(path: Path, sql: str, parameters: tuple[Any, ...]) -> pa.Table:
    return opened(path).table(sql, parameters)


@st.cache_data(max_entries=32, show_spinner=False)
def _source_rows(path: Path, id: str, filters: Filters, limit: int) -> pa.Table:
    return engine.source_rows(opened(path), id, filters, limit)


def figures(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str] = ()) -> list[Figure]:
    """Return the figures of some indicators as readers may see them."""
    return _figures(build.path, tuple(ids), filters, tuple(by))


def source_rows(build: Build, id: str, filters: Filters, limit: int) -> pa.Table:
    """Return the rows behind a figure, with file, sheet and row number."""
    return _source_rows(build.path, id, filters, limit)


def table(build: Build, sql: str, parameters: tuple[Any, ...] = ()) -> pa.Table:
    """Return the result of a query, values bound."""
    return _table(build.path, sql, parameters)


def rows(build: Build, sql: str, parameters: tuple[Any, ...] = ()) -> list[dict[str, Any]]:
    """Return the result of a small query, one mapping a row."""
    return table(build, sql, parameters).to_pylist()


def span(build: Build) -> tuple[date, date] | None:
    """Return the first day of the first month and the last day of the last month with records, None without records."""
    try:
        first, last = (date.fromisoformat(build.info[key]) for key in ("first_day", "last_day"))
    except (KeyError, ValueError):
        return None
    months = periods.months(first, last)
    return months[0].from_on, months[-1].to_on


def places(build: Build) -> list[dict[str, Any]]:
    """Return every community with city, district and street, in the order of the register."""
    return rows(
        build,
        "select place.community, place.city, place.district, place.street from place"
        " left join (select community, min(as_of_on) as as_of_on, min(source_file) as file, min(row_no) as row_no"
        " from community group by community) as entry using (community) order by as_of_on, file, row_no, community",
    )


@st.cache_data(max_entries=64, show_spinner=False)
def _gaps(path: Path, filters: Filters) -> list[Gap]:
    return reporting.gaps(opened(path), filters)


def gaps(build: Build, filters: Filters) -> list[Gap]:
    """Return the ledgers missing in a window."""
    return _gaps(build.path, filters)


@st.cache_data(max_entries=64, show_spinner=False)
def _flows(path: Path, filters: Filters) -> list[Flow]:
    return flow_of_money.flows(opened(path), filters)


def flows(build: Build, filters: Filters) -> list[Flow]:
    """Return the flows of money in a window."""
    return _flows(build.path, filters)


def refused(build: Build) -> int:
    """Return how many rows of all ledgers were refused."""
    return int(rows(build, "select coalesce(sum(refused), 0)::bigint as refused from source_file")[0]["refused"])


def strands(build: Build) -> list[str]:
    """Return the strands (板块) of activities, the most frequent first."""
    query = "select strand from activity where strand is not null group by strand order by count(*) desc, strand"
    return [row["strand"] for row in rows(build, query)]
