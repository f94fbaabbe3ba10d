"""Compares the figures that another engine counts with those of DuckDB, over every indicator."""

from collections.abc import Iterable, Iterator, Sequence

from indicators import engine, tables
from indicators.engine import catalogue
from indicators.model import Filters
from warehouse import communities
from warehouse.build import Build
from warehouse.row_engine import RowEngine

Split = tuple[Sequence[str], Sequence[str]]  # indicator ids, by


def of_all() -> Iterator[Split]:
    """Yield what asks for every indicator by year and by community."""
    yield list(catalogue()), ("year",)
    yield list(catalogue()), ("community",)


def splits() -> Iterator[Split]:
    """Yield (indicator ids, by) such that every indicator comes by year, by community, and by the usual group of its table."""
    yield from of_all()
    by_group: dict[str, list[str]] = {}
    for id, indicator in catalogue().items():
        for group in tables.groups_of(indicator.numerator.table)[:1]:
            by_group.setdefault(group, []).append(id)
    yield from ((ids, (group,)) for group, ids in by_group.items())


def assert_same_figures(build: Build, row_engine: RowEngine, chosen: Iterable[Split]) -> int:
    """Assert that an engine and DuckDB give the same figures of splits, to the last digit; return how many there are."""
    assert build.first_day and build.last_day
    filters = Filters(communities.names(build), build.first_day, build.last_day)
    counted_elsewhere, count = build.counted_by(row_engine), 0
    for ids, by in chosen:
        figures = engine.figures(build, ids, filters, by)
        assert engine.figures(counted_elsewhere, ids, filters, by) == figures
        count += len(figures)
    return count
