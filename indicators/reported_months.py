"""Returns which months each community reported for an indicator, and in which windows its ledgers for an aggregate were reported.

What the ledgers of all communities cover is worked out once a build; windows are then looked up for all communities at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, reduce
from typing import Self

import numpy as np

from indicators import tables
from indicators.aggregate_value import ReportedCells
from indicators.model import Aggregate, Indicator, Period
from indicators.month_counts import MonthCounts, month_number, month_numbers
from indicators.periods import months
from warehouse.build import Build
from warehouse.ledgers import months_by_ledger

# Months without a report, after which what a community holds on a day is not known: some ledgers come once a quarter.
STOPPED_AFTER = 3
NO_MONTHS: frozenset[date] = frozenset()
BEFORE_ALL = 0  # number of a month before all others

Ledgers = tuple[str, ...]  # record types of which one is enough


@dataclass(frozen=True)
class ReportedMonths:
    """The months of one indicator by community, as their first days.

    `complete` are those for which every ledger that the indicator needs was reported, `counts` tells how many of them lie in a window,
    `begun` is the first for which any ledger was. `is_monthly` is false for surveys, which are held now and then: a month without one is no gap.
    """

    complete: Mapping[str, frozenset[date]]
    counts: MonthCounts
    begun: Mapping[str, date]
    is_monthly: bool = True

    @classmethod
    def of(cls, complete: Mapping[str, frozenset[date]], begun: Mapping[str, date], *, is_monthly: bool) -> Self:
        """Return the months of some communities."""
        return cls(complete, MonthCounts.of(complete), begun, is_monthly)

    def of_communities(self, communities: Sequence[str]) -> "ReportedMonths":
        """Return the months of some communities alone."""
        complete = {name: self.complete.get(name, NO_MONTHS) for name in communities}
        begun = {name: self.begun[name] for name in communities if name in self.begun}
        return ReportedMonths(complete, self.counts, begun, self.is_monthly)

    def due(self, community: str, period: Period, *, is_to_date: bool) -> Sequence[Period]:
        """Return the months a figure asks of a community: those of its period, to a date all since its first ledger."""
        since = self._since(community) if is_to_date else None
        return months(since or period.from_on, period.to_on)

    def due_windows(
        self, communities: Sequence[str], periods: Sequence[Period], *, is_to_date: bool
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the numbers of the first month that figures ask of communities, for all (periods) or of each (communities × 1), and of the last."""
        first, last = month_numbers(periods)
        if is_to_date and self.begun:
            first = np.array([[month_number(self._since(name) or date.min)] for name in communities], np.int64)
        return first, last

    def _since(self, community: str) -> date | None:
        """Return since when a community owes what is counted up to a day: its first ledger, or else the first of all."""
        return self.begun.get(community) or self._first_begun

    @cached_property
    def _first_begun(self) -> date | None:
        return min(self.begun.values(), default=None)

    def is_unbroken(self, community: str, on: date) -> bool:
        """Return whether each month up to a day was reported, since the first for which every ledger was."""
        complete = self.complete.get(community, NO_MONTHS)
        since_first = months(min(complete), on) if complete else ()
        return bool(since_first) and all(month.from_on in complete for month in since_first)


def required_ledgers(aggregate: Aggregate) -> list[Ledgers]:
    """Return the ledgers without which an aggregate is not reported; of each entry one record type is enough."""
    return [(ledger,) for ledger in aggregate.needs] or [tables.records_of(aggregate.table)]


def covered_cells(
    build: Build, aggregate: Aggregate, communities: Sequence[str], periods: Sequence[Period]
) -> ReportedCells:
    """Return the periods that each community's ledgers for an aggregate cover; the same as the condition that `sql` writes."""
    last = month_numbers(periods)[1]
    covered = (
        _months_of(build, ledgers).counts.within(communities, _first_months(aggregate, ledgers, periods), last) > 0
        for ledgers in required_ledgers(aggregate)
    )
    return reduce(np.logical_and, covered)


def _first_months(aggregate: Aggregate, ledgers: Ledgers, periods: Sequence[Period]) -> np.ndarray:
    """Return the numbers of the first months whose report shows that periods are reported."""
    first, last = month_numbers(periods)
    if not tables.are_rosters(ledgers):
        if aggregate.span in ("period", "any_day"):
            return first
        if aggregate.is_current:
            return last - (STOPPED_AFTER - 1)
    return np.full_like(last, BEFORE_ALL)


def reported_months(
    build: Build, indicators: Iterable[Indicator], communities: Sequence[str]
) -> dict[str, ReportedMonths | None]:
    """Return the months by indicator id; None for what rests on the register or rosters alone, which know no months."""
    ledgers = {indicator.id: _ledgers(indicator) for indicator in indicators}
    chosen = {key: _of_all(build, key).of_communities(communities) for key in set(ledgers.values()) if key}
    return {id: chosen.get(key) for id, key in ledgers.items()}


def half_filled_counts(build: Build, told: Indicator, filled: Indicator) -> MonthCounts | None:
    """Return of how many months an indicator was told in rows that are not all filled, as the other declaration asks; None where it knows no months."""
    groups, of_filled = _ledgers(told), _ledgers(filled)
    if not groups or not of_filled or not (months_told := _of_all(build, groups)).is_monthly:
        return None

    def counts() -> MonthCounts:
        full = _of_all(build, of_filled).complete
        return MonthCounts.of({name: all - full.get(name, NO_MONTHS) for name, all in months_told.complete.items()})

    return build.lasting(("half-filled months", groups, of_filled), counts)


def owing_since(build: Build, indicator: Indicator, communities: Sequence[str]) -> dict[str, date]:
    """Return the communities that owe reports for an indicator, and since when: of a mechanism that not every one has since its first month."""
    groups = {ledgers for aggregate in indicator.aggregates for ledgers in required_ledgers(aggregate)}
    voluntary = [tuple(map(tables.record_of, ledgers)) for ledgers in groups if tables.are_voluntary(ledgers)]
    if not voluntary:
        return dict.fromkeys(communities, date.min)
    months_of = [_months_of(build, ledgers).complete for ledgers in voluntary]
    begun = [of for of, ledgers in zip(months_of, voluntary, strict=True) if tables.begin_with_first_month(ledgers)]
    return {
        name: max((min(months[name]) for months in begun), default=date.min)
        for name in communities
        if all(months.get(name) for months in months_of)
    }


def _ledgers(indicator: Indicator) -> tuple[Ledgers, ...]:
    """Return the ledgers an indicator needs beside the register; none where they are all lists, which know no months."""
    groups = [
        ledgers
        for aggregate in indicator.aggregates
        if not tables.is_register(aggregate.table)
        for ledgers in required_ledgers(aggregate)
    ]
    return () if all(map(tables.are_rosters, groups)) else tuple(dict.fromkeys(groups))


def _of_all(build: Build, groups: tuple[Ledgers, ...]) -> ReportedMonths:
    """Return the months of all communities for which ledgers of every group were reported."""
    return build.lasting(("reported months", groups), lambda: _together(build, groups))


def _together(build: Build, groups: tuple[Ledgers, ...]) -> ReportedMonths:
    lists = [_months_of(build, ledgers).complete for ledgers in groups if tables.are_rosters(ledgers)]
    monthly = [ledgers for ledgers in groups if not tables.are_rosters(ledgers)]
    complete, begun = {}, {}
    for community in dict.fromkeys(community for _, community in months_by_ledger(build)):
        if all(months.get(community) for months in lists):
            reported = [_months_of(build, ledgers).complete.get(community, NO_MONTHS) for ledgers in monthly]
            complete[community] = frozenset.intersection(*reported)
            if any(reported):
                begun[community] = min(frozenset.union(*reported))
    is_monthly = any(tables.is_monthly(record) for ledgers in monthly for record in ledgers)
    return ReportedMonths.of(complete, begun, is_monthly=is_monthly)


def _months_of(build: Build, ledgers: Ledgers) -> ReportedMonths:
    """Return the months for which communities reported one of some record types."""
    return build.lasting(("months of ledgers", ledgers), lambda: _months_of_any(build, ledgers))


def _months_of_any(build: Build, ledgers: Ledgers) -> ReportedMonths:
    by_ledger = months_by_ledger(build)
    names = dict.fromkeys(name for ledger, name in by_ledger if ledger in ledgers)
    reported = {name: frozenset().union(*(by_ledger.get((ledger, name), ()) for ledger in ledgers)) for name in names}
    begun = {name: min(months) for name, months in reported.items()}
    return ReportedMonths.of(reported, begun, is_monthly=any(map(tables.is_monthly, ledgers)))
