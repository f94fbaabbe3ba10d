"""Compares two builds: rows gained and lost by record type and community, the figures that move, and archived ones among them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from etl.declarations import record_types
from evidence.archive.archive_comparison import is_hidden
from evidence.archive.archived_figure import ArchivedFigure, archived_figures
from indicators import disclosure, engine, periods, tables
from indicators.disclosure.choices import disclosed_figures
from indicators.disclosure.figures import without_numbers
from indicators.model import Figure, Filters, Indicator, Period
from warehouse.build import Build, build_in_memory


@dataclass(frozen=True)
class RowCount:
    """How many rows of a record type a community gains and loses; a corrected row is lost and gained."""

    record: str
    community: str
    gained: int
    lost: int


@dataclass(frozen=True)
class FigureMove:
    """A figure before and after, over the same window; `before` is None where there was no build to compare with."""

    before: Figure | None
    after: Figure


@dataclass(frozen=True)
class ArchivedMove:
    """An archived figure whose value in the build differs before and after."""

    archived: ArchivedFigure
    before: Figure
    after: Figure


@dataclass(frozen=True)
class BuildChanges:
    """What the later of two builds changes."""

    window: Period
    rows: tuple[RowCount, ...]
    figures: tuple[FigureMove, ...]
    archived: tuple[ArchivedMove, ...]


def compare(before: Build | None, after: Build, archive: Path) -> BuildChanges:
    """Return what `after` changes; against nothing where there was no build, or only the sample."""
    rows = tuple(_row_counts(before, after))
    window = _window(before, after)
    return BuildChanges(
        window=window,
        rows=rows,
        figures=tuple(_moves(before, after, rows, window)),
        archived=tuple(_archived_moves(before, after, archive)) if before else (),
    )


def _row_counts(before: Build | None, after: Build) -> Iterator[RowCount]:
    """Yield the rows gained and lost, compared by their content: a row that only stands elsewhere is the same."""
    contents: dict[str, pa.Table] = {}
    for record in record_types().values():
        columns = ", ".join(record.stored)
        query = f"select community, hash({columns}) as code, count(*) as rows from {record.id} group by all"
        contents[f"later_{record.id}"] = after.table(query)
        contents[f"earlier_{record.id}"] = before.table(query) if before else contents[f"later_{record.id}"].slice(0, 0)
    both = build_in_memory("changes", contents)  # one for all: to open a database takes longer than to ask it
    for id in record_types():
        counts = both.rows(_DIFFERENCE.format(record=id))
        yield from (RowCount(id, community, int(gained), int(lost)) for community, gained, lost in counts)


_DIFFERENCE = """
    select community, sum(greatest(difference, 0)), sum(greatest(-difference, 0))
    from (select community, coalesce(later.rows, 0) - coalesce(earlier.rows, 0) as difference
          from later_{record} as later full join earlier_{record} as earlier using (community, code))
    where difference <> 0 group by community order by community
"""


def _window(before: Build | None, after: Build) -> Period:
    """Return the days from the first record to the last, of both builds."""
    days = [day for build in (before, after) if build for day in (build.first_day, build.last_day) if day]
    if not days:
        return periods.window(date.min, date.max)
    first, last = periods.months(min(days), min(days))[0], periods.months(max(days), max(days))[0]
    return periods.window(first.from_on, last.to_on)


def _moves(before: Build | None, after: Build, rows: Sequence[RowCount], window: Period) -> Iterator[FigureMove]:
    """Yield the figures that differ, of the communities and record types whose rows do."""
    communities = tuple(sorted({count.community for count in rows}))
    ids = _ids({count.record for count in rows})
    if not communities or not ids:
        return
    filters = Filters(communities, window.from_on, window.to_on)
    earlier = {_place(figure): figure for figure in _figures(before, ids, filters)} if before else {}
    for figure in _figures(after, ids, filters):
        former = earlier.get(_place(figure))
        if _content(former) != _content(figure) and (former or figure.state == "ok"):
            yield FigureMove(former, figure)


def _ids(records: Collection[str]) -> list[str]:
    """Return the indicators that rest on any of these record types."""
    return [
        id
        for id, indicator in engine.catalogue().items()
        if any(set(tables.records_of(aggregate.table)) & set(records) for aggregate in indicator.aggregates)
    ]


def _figures(build: Build, ids: Sequence[str], filters: Filters) -> list[Figure]:
    return disclosed_figures(build, ids, filters, ("community",), disclosure.OFFICE)


def _place(figure: Figure) -> tuple[str, str | None]:
    return figure.indicator, figure.community


def _content(figure: Figure | None) -> tuple[object, ...] | None:
    return (figure.state, figure.value, figure.low, figure.high) if figure else None


def _archived_moves(before: Build, after: Build, archive: Path) -> Iterator[ArchivedMove]:
    """Yield the archived figures whose value moves; one that cannot be read is told where archived figures are shown."""
    figures, _ = archived_figures(archive)
    for archived in figures:
        present = engine.catalogue().get(archived.indicator.id, archived.indicator)
        was, will_be = (_as_shown(build, archived, present) for build in (before, after))
        if _content(was) != _content(will_be):
            yield ArchivedMove(archived, was, will_be)


def _as_shown(build: Build, archived: ArchivedFigure, present: Indicator) -> Figure:
    """Return an archived figure as a build has it, without its numbers where pages hide it."""
    (figure,) = engine.figures_of(build, [present], archived.filters)
    return without_numbers(figure) if is_hidden(build, archived) else figure
