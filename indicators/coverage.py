"""Says who reported what: for each community, record type and month whether there are records, true zeros, or no report."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from etl.declarations import monthly_records, record_types
from indicators import periods, tables
from indicators.cells.day_cells import DaysQuestion, day_cells
from indicators.cells.part import ROWS
from indicators.cells.question import learn
from indicators.cells.source import CellSource
from indicators.disclosure.rows import tells_of_people
from indicators.model import Filters, Indicator, Period
from indicators.periods import first_of
from indicators.reported_months import required_ledgers
from warehouse.build import Build
from warehouse.ledgers import months_by_ledger, reported_months

CoverageState = Literal["records", "zero", "reported", "not_reported", "not_begun", "not_surveyed"]


MONTHS_OF_YEAR = 12  # within which a survey is held where any is


@dataclass(frozen=True)
class CoverageCell:
    """One month of one record type of one community: how many rows, or why there are none.

    Of tables that tell of people it is only said that the month was reported: beside the sum of several communities, that one has
    any case at all may tell how many.
    """

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

    A community has not begun (尚未开始) before its first reported month; other months without a report are 未报送, of surveys
    only where there was none in the window or the year before its end: what is asked now and then leaves months out (没有调查).
    """
    reported, counts = reported_months(build, record), _counts(build, record)
    months = periods.months(filters.from_on, filters.to_on)
    is_of_people = tells_of_people(record)
    all_cells: list[CoverageCell] = []
    for community in filters.communities:
        of_community = reported.get(community, set())
        absence = _absence(record, filters, of_community)
        for month in months:
            rows = counts.get((community, month.from_on), 0)
            state = _state(month.from_on, of_community, rows, absence)
            if is_of_people and state in ("records", "zero"):
                state, rows = "reported", 0
            all_cells.append(CoverageCell(community, record, month, state, rows))
    return all_cells


def expected_records(build: Build) -> tuple[str, ...]:
    """Return the record types that are to be reported month by month: optional ones only once some community has sent one.

    Nobody owes sums (汇总上报): they stand in for records that are missing.
    """
    owed = {name: record for name, record in monthly_records().items() if not record.is_reported_sum}
    return tuple(name for name, record in owed.items() if not record.is_optional or reported_months(build, name))


def absent_records(build: Build, communities: Collection[str]) -> frozenset[str]:
    """Return the record types that none of these communities ever sent, and none owes: of what they may not have, or nobody sends."""
    sent = {record for record, community in months_by_ledger(build) if community in communities}
    owed = {name for name in expected_records(build) if not record_types()[name].is_voluntary}
    optional = {name for name, record in record_types().items() if record.is_optional or record.is_voluntary}
    return frozenset(optional - sent - owed)


def absent_behind(indicator: Indicator, absent: Collection[str]) -> list[str]:
    """Return those of the absent record types without which an indicator cannot be counted; none where others stand in for them."""
    groups = (ledgers for aggregate in indicator.aggregates for ledgers in required_ledgers(aggregate))
    records = (set(map(tables.record_of, ledgers)) for ledgers in groups)
    return sorted(set[str]().union(*(group for group in records if group.issubset(absent))))


def gaps(build: Build, filters: Filters) -> list[CoverageGap]:
    """Return what is missing in a window, the longest gaps first; surveys only where there was none within a year.

    Of a mechanism that a community may not have, one that never sent a ledger owes none.
    """
    reported = {record: reported_months(build, record) for record in expected_records(build)}
    all_gaps = [
        _gap(community, record, filters, months.get(community, set()))
        for record, months in reported.items()
        for community in filters.communities
        if not monthly_records()[record].is_voluntary or (months.get(community) and not is_owed_no_month(record))
    ]
    missing = [
        gap
        for gap in all_gaps
        if gap.months
        and not (is_occasional(gap.record) and _was_asked(filters, reported[gap.record].get(gap.community)))
    ]
    return sorted(missing, key=lambda gap: (-len(gap.months), filters.communities.index(gap.community), gap.record))


def is_owed_no_month(record: str) -> bool:
    """Return whether a record type is of a mechanism that a community may not have, and is sent now and then where it has it."""
    return is_occasional(record) and monthly_records()[record].is_voluntary


def is_occasional(record: str) -> bool:
    """Return whether a record type is sent now and then, as surveys are."""
    declared = monthly_records().get(record)
    return declared is not None and declared.is_occasional


def _was_asked(filters: Filters, reported: Collection[date] | None) -> bool:
    """Return whether a survey was held in a window, or within the twelve months that end with it: a spring without one is no gap."""
    first = min(first_of(filters.from_on, "month"), first_of(filters.to_on, "month", MONTHS_OF_YEAR - 1))
    return any(first <= month <= filters.to_on for month in reported or ())


def _gap(community: str, record: str, filters: Filters, reported: set[date]) -> CoverageGap:
    months = periods.months(filters.from_on, filters.to_on)
    missing = tuple(month for month in months if month.from_on not in reported)
    return CoverageGap(community, record, missing, is_whole=len(missing) == len(months))


def _absence(record: str, filters: Filters, reported: set[date]) -> CoverageState:
    """Return what a month without a report is, once a community has begun; what it may not have at all has not begun without any."""
    if not reported and monthly_records()[record].is_voluntary:
        return "not_begun"
    is_surveyed = is_occasional(record) and (is_owed_no_month(record) or _was_asked(filters, reported))
    return "not_surveyed" if is_surveyed else "not_reported"


def _state(month: date, reported: set[date], rows: int, absence: CoverageState) -> CoverageState:
    if rows:
        return "records"
    if month in reported:
        return "zero"
    return "not_begun" if reported and month < min(reported) else absence


def _counts(build: Build, record: str) -> Mapping[tuple[str, date], int]:
    """Return {(community, first day of a month): rows} of a record type."""
    return build.lasting("rows by month", lambda: _read_counts(build)).get(record, {})


def _read_counts(build: Build) -> dict[str, dict[tuple[str, date], int]]:
    counts: dict[str, dict[tuple[str, date], int]] = {}
    sources = {name: CellSource(name, record.placed_on) for name, record in monthly_records().items()}
    learn(build, map(DaysQuestion, sources.values()))
    for name, source in sources.items():
        cells = day_cells(build, source)
        for (community, *_), rows in cells.places.items():
            months, places = np.unique(
                cells.days[rows].astype("datetime64[D]").astype("datetime64[M]"), return_inverse=True
            )
            numbers = np.bincount(places, cells.columns[ROWS].numbers.values[rows])
            of_months = zip(months.astype("datetime64[D]").tolist(), numbers.tolist(), strict=True)
            counts.setdefault(name, {}).update({(community, month): int(number) for month, number in of_months})
    return counts
