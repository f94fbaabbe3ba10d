"""Tells of which day the register or list is that a figure rests on, where that lies more than a year from the day asked of it.

A register holds until the next one, and a list once sent for every later month, so that residents of 2021 are still those of 2026. Whoever
reads the number must be told how old it is. Of a list it is known only up to which month it was kept: that of its last date.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from dateutil.relativedelta import relativedelta

from etl import declarations
from indicators import tables
from indicators.model import Aggregate, Figure, Indicator
from indicators.periods import month_end
from warehouse.build import Build
from warehouse.ledgers import MonthsByLedger, months_by_ledger

NEAR = relativedelta(years=1)  # registers and lists are renewed once a year


@dataclass(frozen=True)
class ListDays:
    """The days of the register by community, and the months up to which lists were kept."""

    registered: dict[str, list[date]]
    by_ledger: MonthsByLedger

    @classmethod
    def read(cls, build: Build) -> "ListDays":
        """Read the days from a build."""
        registered: dict[str, list[date]] = {}
        for community, _, day in build.small(declarations.register().id):
            registered.setdefault(community, []).append(day)
        return cls(registered, months_by_ledger(build))

    def marked(self, indicator: Indicator, figures: Iterable[Figure]) -> Iterable[Figure]:
        """Return figures whose coverage tells the day of their list, of several the one that lies farthest off; as they are where all are near."""
        lists = lists_of(indicator)
        return (self._marked(lists, figure) for figure in figures) if lists else figures

    def _marked(self, lists: Sequence[Aggregate], figure: Figure) -> Figure:
        far = [
            (abs(wanted - day), day)
            for aggregate in lists
            for wanted in _wanted_days(aggregate, figure)
            for day in self._days(aggregate, figure.counted, wanted)
            if _are_far(day, wanted)
        ]
        return replace(figure, coverage=replace(figure.coverage, listed_on=max(far)[1])) if far else figure

    def _days(self, aggregate: Aggregate, communities: Sequence[str], wanted: date) -> Iterator[date]:
        for community in communities:
            if tables.is_register(aggregate.table):
                days = self.registered.get(community, [wanted])
                yield max((day for day in days if day <= wanted), default=min(days))
            else:
                records = tables.records_of(aggregate.table)
                months = [month for record in records for month in self.by_ledger.get((record, community), ())]
                yield min(month_end(max(months)), wanted) if months else wanted


@lru_cache(maxsize=4096)  # the days of a page are few, its figures many
def _are_far(day: date, wanted: date) -> bool:
    return day + NEAR < wanted or wanted + NEAR < day


@cache
def lists_of(indicator: Indicator) -> tuple[Aggregate, ...]:
    """Return the sides of an indicator that are counted in the register or in lists."""
    return tuple(aggregate for aggregate in indicator.aggregates if _is_of_list(aggregate))


def rests_on_register(indicator: Indicator) -> bool:
    """Return whether a side of an indicator is counted in the register of communities."""
    return any(tables.is_register(aggregate.table) for aggregate in indicator.aggregates)


def _is_of_list(aggregate: Aggregate) -> bool:
    is_told_elsewhere = any(ledger == tables.record_of(ledger) for ledger in aggregate.needs)
    return not is_told_elsewhere and (
        tables.is_register(aggregate.table) or tables.are_rosters(tables.records_of(aggregate.table))
    )


def _wanted_days(aggregate: Aggregate, figure: Figure) -> tuple[date, ...]:
    """Return the days of which a figure asks: its last, and its first where both ends count."""
    period = figure.period
    return (period.from_on, period.to_on) if aggregate.span == "both_ends" else (period.to_on,)
