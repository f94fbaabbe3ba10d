"""Joins the windows that have left, so that no sum or difference of any number of them tells of few people.

Counts that add up over time are differences of one running total: a window of `n` people says that the total at its end is `n` more
than at its beginning. Windows are edges between days, and what lies between two days can be worked out if, and only if, edges
connect them. A window is telling where it would connect two days between which few people were counted: 2021 (6), 2023 (7) and
2021 to 2023 (17) tell that 2022 holds 4. Counts up to a day begin before all days. Exact for one community or one set of them, for
which the records were not changed between two sendings; different people do not add up and are not joined.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from indicators.disclosure.limits import is_few
from indicators.disclosure.people_counts import PeopleCount, people_counts_of
from indicators.engine import catalogue
from indicators.expression import Expression
from indicators.model import Aggregate, TimeSpan

CountSeries = tuple[object, ...]  # what is counted, its category, strands and communities
ADDED_SPANS: tuple[TimeSpan, ...] = "period", "to_date"


@dataclass(frozen=True)
class SentWindow:
    """A count over some days; `origin` is what guards it against other windows of the same origin, `k` below which none is shown."""

    begins_on: date
    ends_before: date
    count: float
    k: int
    origin: str

    @classmethod
    def of(cls, span: TimeSpan, from_on: date, to_on: date, count: float, k: int, origin: str) -> "SentWindow":
        """Return the window of a number; of what is counted up to a day it begins before all days."""
        return cls(date.min if span == "to_date" else from_on, to_on + timedelta(days=1), count, k, origin)


@dataclass
class _Component:
    """Days that windows connect, with the running total at the beginning of each, up to a constant."""

    totals: dict[date, float]
    origins: set[str] = field(default_factory=set)
    k: int = 0


class JoinedWindows:
    """The windows of each series by the days they connect."""

    def __init__(self) -> None:
        """Begin without any window."""
        self._components: dict[tuple[CountSeries, date], _Component] = {}

    def is_telling(self, series: CountSeries, window: SentWindow) -> bool:
        """Return whether a window, beside those of another origin, would tell of few people between two other days."""
        before, behind = self._ends(series, window)
        if before is behind or not (before.origins | behind.origins) - {window.origin}:
            return False
        k = max(window.k, before.k, behind.k)
        shift = _shift(before, behind, window)
        own = window.begins_on, window.ends_before
        return any(
            is_few(later + shift - earlier, k)
            for begins_on, earlier in before.totals.items()
            for ends_before, later in behind.totals.items()
            if (begins_on, ends_before) != own  # what it tells itself its own door has judged
        )

    def add(self, series: CountSeries, window: SentWindow) -> None:
        """Connect the ends of a window; of two that contradict each other the first holds."""
        before, behind = self._ends(series, window)
        before.origins.add(window.origin)
        before.k = max(before.k, window.k, behind.k)
        if before is not behind:
            shift = _shift(before, behind, window)
            before.totals |= {day: total + shift for day, total in behind.totals.items()}
            before.origins |= behind.origins
        for day in before.totals if before is not behind else ():
            self._components[series, day] = before

    def _ends(self, series: CountSeries, window: SentWindow) -> tuple[_Component, _Component]:
        before, behind = (
            self._components.get((series, day)) or _Component({day: 0.0})
            for day in (window.begins_on, window.ends_before)
        )
        return before, behind


def _shift(before: _Component, behind: _Component, window: SentWindow) -> float:
    """Return what the totals behind a window must be raised by to go on from those before it."""
    return before.totals[window.begins_on] + window.count - behind.totals[window.ends_before]


def series_of(
    id: str, side: int, category: str, strands: Collection[str], communities: Collection[str]
) -> CountSeries | None:
    """Return what tells numbers that add up over time from others; None for those that do not add up."""
    quantity = people_counts_of(id).get(side) if id in catalogue() else None
    if quantity is None or catalogue()[id].is_combined or not _adds_up_over_time(quantity):
        return None
    counted = replace(quantity.aggregate, span="period")
    return counted, quantity.without, category, tuple(strands), frozenset(communities)


def _adds_up_over_time(quantity: PeopleCount) -> bool:
    counted, without = quantity.aggregate, quantity.without
    if without and (without.table, without.on, without.span) != (counted.table, counted.on, counted.span):
        return False
    return all(_is_added(aggregate) for aggregate in (counted, without) if aggregate)


def _is_added(aggregate: Aggregate) -> bool:
    return aggregate.span in ADDED_SPANS and Expression.parse(aggregate.expression).adds_up
