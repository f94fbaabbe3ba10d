"""Says who reported what: for each community, record type and month whether there are records, true zeros, or no report."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from etl.declarations import monthly_records
from indicators import periods
from indicators.model import Filters, Period
from warehouse.build import Build
from warehouse.ledgers import reported_months

CoverageState = Literal["records", "zero", "not_reported", "not_begun"]


@dataclass(frozen=True)
class CoverageCell:
    """One month of one record type of one community: how many rows, or why there are none."""

    community: str
    record: str
    month: Period
    state: CoverageState
    rows: int


@dataclass(frozen=True)
class CoverageGap:
    """The months of a window for which a community did not report a record type; `is_whole` when these are all of them."""

    community: str
    record: str
    months: tuple[Period, ...]
    is_whole: bool


def cells(build: Build, record: str, filters: Filters) -> list[CoverageCell]:
    """Return the cells of one record type for all communities and months of a window.

    A community has not begun (尚未开始) before its first reported month; other months without a report are 未报送.
    """
    reported = reported_months(build, record)
    counts = _counts(build, record)
    return [
        CoverageCell(
            community,
            record,
            month,
            *_state(month.from_on, reported.get(community, set()), counts.get((community, month.from_on), 0)),
        )
        for community in filters.communities
        for month in periods.months(filters.from_on, filters.to_on)
    ]


def gaps(build: Build, filters: Filters) -> list[CoverageGap]:
    """Return what is missing in a window, the longest gaps first; surveys only where there was none at all."""
    reported = {record: reported_months(build, record) for record in monthly_records()}
    all_gaps = [
        _gap(community, record, filters, months.get(community, set()))
        for record, months in reported.items()
        for community in filters.communities
    ]
    missing = [
        gap for gap in all_gaps if gap.months and (gap.is_whole or not monthly_records()[gap.record].is_occasional)
    ]
    return sorted(missing, key=lambda gap: (-len(gap.months), filters.communities.index(gap.community), gap.record))


def _gap(community: str, record: str, filters: Filters, reported: set[date]) -> CoverageGap:
    months = periods.months(filters.from_on, filters.to_on)
    missing = tuple(month for month in months if month.from_on not in reported)
    return CoverageGap(community, record, missing, is_whole=len(missing) == len(months))


def _state(month: date, reported: set[date], rows: int) -> tuple[CoverageState, int]:
    if rows:
        return "records", rows
    if month in reported:
        return "zero", 0
    return ("not_begun", 0) if reported and month < min(reported) else ("not_reported", 0)


def _counts(build: Build, record: str) -> dict[tuple[str, date], int]:
    placed_on = monthly_records()[record].placed_on
    query = f"select community, date_trunc('month', {placed_on})::date as month, count(*) from {record} group by all"
    return {(community, month): rows for community, month, rows in build.rows(query)}
