"""Returns which months each community reported for an indicator, and how many of those asked for a figure has behind it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from indicators import tables
from indicators.combination import ReportedCells
from indicators.model import Aggregate, Indicator, Period
from indicators.periods import MONTHS_IN, first_of, months
from warehouse.ledgers import MonthsByLedger

# Months without a report, after which what a community holds on a day is not known: some ledgers come once a quarter.
STOPPED_AFTER = 3

Ledgers = tuple[str, ...]  # record types of which one is enough


@dataclass(frozen=True)
class ReportedMonths:
    """The months of one indicator by community, as their first days.

    `complete` are those for which every ledger that the indicator needs was reported, `begun` is the first for which any was.
    `is_monthly` is false for surveys, which are held now and then: a month without one is no gap.
    """

    complete: Mapping[str, frozenset[date]]
    begun: Mapping[str, date]
    is_monthly: bool = True

    def due(self, community: str, period: Period, *, is_to_date: bool) -> Sequence[Period]:
        """Return the months a figure asks of a community: those of its period, to a date all since its first ledger."""
        return months(self._first_due(community, period, is_to_date=is_to_date), period.to_on)

    def counts(self, communities: Iterable[str], period: Period, *, is_to_date: bool) -> Mapping[str, tuple[int, int]]:
        """Return by community how many of the months that a figure asks of it were reported, and how many it asks."""
        last, begins = _month_number(period.to_on), _month_number(period.from_on)
        counts: dict[str, tuple[int, int]] = {}
        for name in communities:
            first = _month_number(self._first_due(name, period, is_to_date=True)) if is_to_date else begins
            reported = self._in_order.get(name, ())
            is_due = first <= last
            behind = bisect_right(reported, last) - bisect_left(reported, first) if is_due else 0
            counts[name] = behind, last - first + 1 if is_due else 0
        return counts

    @cached_property
    def _in_order(self) -> Mapping[str, Sequence[int]]:
        """The complete months of each community in their order, as numbers, in which those of a window are found at once."""
        return {name: sorted(map(_month_number, complete)) for name, complete in self.complete.items()}

    def _first_due(self, community: str, period: Period, *, is_to_date: bool) -> date:
        if not is_to_date:
            return period.from_on
        return self.begun.get(community) or min(self.begun.values(), default=period.from_on)

    def is_unbroken(self, community: str, on: date) -> bool:
        """Return whether each month up to a day was reported, since the first for which every ledger was."""
        complete = self.complete.get(community, frozenset())
        since_first = months(min(complete), on) if complete else ()
        return bool(since_first) and all(month.from_on in complete for month in since_first)


def _month_number(day: date) -> int:
    return day.year * MONTHS_IN["year"] + day.month


def required_ledgers(aggregate: Aggregate) -> list[Ledgers]:
    """Return the ledgers without which an aggregate is not reported; of each entry one record type is enough."""
    return [(ledger,) for ledger in aggregate.needs] or [tables.records_of(aggregate.table)]


def covered_cells(
    aggregate: Aggregate, by_ledger: MonthsByLedger, communities: Sequence[str], periods: Sequence[Period]
) -> ReportedCells:
    """Return the periods that each community's ledgers for an aggregate cover; the same as the condition that `sql` writes."""
    by_ledgers = (
        _cells(aggregate, ledgers, by_ledger, communities, periods) for ledgers in required_ledgers(aggregate)
    )
    return frozenset.intersection(*by_ledgers)


def _cells(
    aggregate: Aggregate,
    ledgers: Ledgers,
    by_ledger: MonthsByLedger,
    communities: Sequence[str],
    periods: Sequence[Period],
) -> ReportedCells:
    """Return the periods and communities for which one of some ledgers was reported."""
    windows = [(_first_month(aggregate, ledgers, period), first_of(period.to_on, "month")) for period in periods]
    reported = {community: sorted(_months_of(ledgers, by_ledger, community)) for community in communities}
    return frozenset(
        (number, community)
        for community, in_order in reported.items()
        for number, (first, last) in enumerate(windows)
        if bisect_left(in_order, first) < bisect_right(in_order, last)
    )


def _first_month(aggregate: Aggregate, ledgers: Ledgers, period: Period) -> date:
    """Return the first month whose report shows that a period is reported."""
    if tables.are_rosters(ledgers):
        return date.min
    if aggregate.span in ("period", "any_day"):
        return first_of(period.from_on, "month")
    return first_of(period.to_on, "month", STOPPED_AFTER - 1) if aggregate.is_current else date.min


def reported_months(
    by_ledger: MonthsByLedger, indicators: Iterable[Indicator], communities: Sequence[str]
) -> dict[str, ReportedMonths | None]:
    """Return the months by indicator id; None for what rests on the register or rosters alone, which know no months."""
    ledgers = {indicator.id: _ledgers(indicator) for indicator in indicators}
    cache = {key: _reported_months(key, by_ledger, communities) for key in set(ledgers.values()) if key}
    return {id: cache.get(key) for id, key in ledgers.items()}


def owing_since(indicator: Indicator, by_ledger: MonthsByLedger, communities: Sequence[str]) -> dict[str, date]:
    """Return the communities that owe reports for an indicator, and since when: of a mechanism that not every one has since its first month."""
    groups = {ledgers for aggregate in indicator.aggregates for ledgers in required_ledgers(aggregate)}
    voluntary = [tuple(map(tables.record_of, ledgers)) for ledgers in groups if tables.are_voluntary(ledgers)]
    months_of = {name: [_months_of(ledgers, by_ledger, name) for ledgers in voluntary] for name in communities}
    begun = [tables.begin_with_first_month(ledgers) for ledgers in voluntary]
    return {
        name: max((min(each) for each, is_begun in zip(of_groups, begun, strict=True) if is_begun), default=date.min)
        for name, of_groups in months_of.items()
        if all(of_groups)
    }


def months_behind(
    indicator: Indicator,
    months_of: ReportedMonths | None,
    counted: Sequence[str],
    reported: Sequence[str],
    period: Period,
) -> tuple[int, int]:
    """Return the community-months reported and due for a figure, `reported` being those communities of the `counted` that are in it.

    Where nobody is in it, as where a rate needs every month, what those asked for did report is counted. Where months have no meaning
    the communities themselves are counted.
    """
    if not months_of or not months_of.is_monthly:
        return len(reported), len(counted)
    is_to_date = not indicator.is_of_period
    counts = months_of.counts(counted, period, is_to_date=is_to_date)
    return sum(counts[name][0] for name in reported or counted), sum(due for _, due in counts.values())


def _ledgers(indicator: Indicator) -> tuple[Ledgers, ...]:
    """Return the ledgers an indicator needs beside the register; none where they are all lists, which know no months."""
    groups = [
        ledgers
        for aggregate in indicator.aggregates
        if not tables.is_register(aggregate.table)
        for ledgers in required_ledgers(aggregate)
    ]
    return () if all(map(tables.are_rosters, groups)) else tuple(dict.fromkeys(groups))


def _reported_months(
    groups: Sequence[Ledgers], by_ledger: MonthsByLedger, communities: Sequence[str]
) -> ReportedMonths:
    complete, begun = {}, {}
    lists = [ledgers for ledgers in groups if tables.are_rosters(ledgers)]
    monthly = [ledgers for ledgers in groups if ledgers not in lists]
    for community in communities:
        if not all(_months_of(ledgers, by_ledger, community) for ledgers in lists):
            complete[community] = frozenset[date]()
            continue
        reported = [_months_of(ledgers, by_ledger, community) for ledgers in monthly]
        complete[community] = frozenset(set.intersection(*reported))
        if any(reported):
            begun[community] = min(set.union(*reported))
    is_monthly = any(tables.is_monthly(record) for ledgers in monthly for record in ledgers)
    return ReportedMonths(complete, begun, is_monthly)


def _months_of(ledgers: Ledgers, by_ledger: MonthsByLedger, community: str) -> set[date]:
    """Return the months for which a community reported one of some record types."""
    return set().union(*(by_ledger.get((record, community), set()) for record in ledgers))
