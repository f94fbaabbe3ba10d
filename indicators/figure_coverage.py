"""Tells what was reported behind the figures of one indicator: in columns for all places and periods, in words for the figure that is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from indicators.aggregate_value import ReportedCells
from indicators.aggregates import Components
from indicators.model import Coverage, Indicator, Period
from indicators.periods import DAY, months
from indicators.reported_months import ReportedMonths


@dataclass(frozen=True)
class ReportsBehind:
    """What a figure rests on, whatever category it is of; `is_known` where at least the ledgers of its numerator were reported."""

    counted: tuple[str, ...]
    missing: tuple[str, ...]
    coverage: Coverage
    is_known: bool


class FigureCoverage:
    """The reports behind the figures of one indicator, by place (a community, or all of them together) and number of the period.

    Hundreds of figures rest on the same: what is told of them is made once and shared.
    """

    def __init__(self, indicator: Indicator, components: Components, *, by_community: bool) -> None:
        self._components, self._by_community = components, by_community
        self._is_to_date = not indicator.is_of_period
        self._owing = _owing(components)
        self._reported = components.reported & self._owing
        self._lacking, self._sent = self._owing & ~components.reported, components.sent & self._owing
        self._names: dict[bytes, tuple[str, ...]] = {}
        self._labels_of_all: dict[tuple[date, date], tuple[str, ...]] = {}
        self._shared: dict[tuple[object, ...], ReportsBehind] = {}
        counted, reported = self._of_places(self._owing), self._of_places(self._reported)
        not_begun = self._of_places(np.ones_like(self._owing)) - counted
        is_known = self._of_places(components.numerator_reported & self._owing) > 0
        behind, due = self._months(counted, reported)
        columns = is_known, behind, due, not_begun, self._half_filled_months()
        self._numbers = [list(zip(*row, strict=True)) for row in zip(*(c.tolist() for c in columns), strict=True)]
        self._counted, self._is_any_sent = counted.tolist(), self._any_sent().tolist()
        self._may_lack = ((self._of_places(self._lacking) > 0) | (behind != due)).tolist()

    def at(self, place: int, number: int) -> ReportsBehind:
        """Return what was reported behind the figures of a place in a period."""
        counted, numbers = self._named(self._reported, place, number), self._numbers[place][number]
        missing = self._missing(place, number) if self._may_lack[place][number] else ()
        unrecorded = self._unrecorded(place, number, missing) if missing else ()
        unbegun = self._unbegun(place, number, missing) if missing else ()
        key = counted, numbers, missing, unrecorded, unbegun
        return self._shared.get(key) or self._shared.setdefault(key, _reports(*key))

    def _of_places(self, cells: np.ndarray) -> np.ndarray:
        """Return numbers of communities as those of places: of each, or the sum of all."""
        numbers = cells.astype(np.int64)
        return numbers if self._by_community else numbers.sum(axis=0, keepdims=True)

    def _months(self, counted: np.ndarray, reported: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the community-months reported and due.

        Where nobody is in a figure, as where a rate needs every month, what those asked for did report is counted. Where months have
        no meaning the communities themselves are counted.
        """
        of_all = self._components.months
        if not of_all or not of_all.is_monthly:
            return reported, counted
        first, last = self._due_windows(of_all)
        behind, due = of_all.counts.within(self._components.communities, first, last), np.maximum(last - first + 1, 0)
        of_reported, of_counted = (self._of_places(behind * cells) for cells in (self._reported, self._owing))
        return np.where(reported > 0, of_reported, of_counted), self._of_places(due * self._owing)

    def _half_filled_months(self) -> np.ndarray:
        """Return of how many community-months some rows leave empty what is counted, or split, by."""
        of_all, half_filled = self._components.months, self._components.half_filled
        if not of_all or half_filled is None:
            return self._of_places(np.zeros_like(self._owing))
        within = half_filled.within(self._components.communities, *self._due_windows(of_all))
        return self._of_places(within * self._reported)

    def _any_sent(self) -> np.ndarray:
        """Return behind which places and periods any ledger was sent, be it without what is counted by."""
        of_all = self._components.sent_months
        if not of_all or not of_all.is_monthly:
            return self._of_places(self._sent) > 0
        within = of_all.counts.within(self._components.communities, *self._due_windows(of_all))
        return self._of_places((within > 0) & self._owing | self._sent) > 0

    def _due_windows(self, of_all: ReportedMonths) -> tuple[np.ndarray, np.ndarray]:
        communities, periods = self._components.communities, self._components.periods
        return of_all.due_windows(communities, periods, is_to_date=self._is_to_date)

    def _missing(self, place: int, number: int) -> tuple[str, ...]:
        """Return the communities that did not report; for one community its months instead, which say more."""
        of_all, counted = self._components.months, self._counted[place][number]
        if counted == 1 and of_all and of_all.is_monthly:
            (name,) = self._named(self._owing, place, number)
            if name in of_all.begun:
                _, behind, due, *_ = self._numbers[place][number]
                return () if behind == due else self._labels(of_all, name, number, are_complete=False)
        return self._named(self._lacking, place, number) if counted else ()

    def _labels(self, of_all: ReportedMonths, name: str, number: int, *, are_complete: bool) -> tuple[str, ...]:
        """Return the labels of the months due of a community that were reported, or of those that were not."""
        due = of_all.due(name, self._components.periods[number], is_to_date=self._is_to_date)
        complete = of_all.complete[name]
        if not complete and not are_complete:
            return self._all_labels(due)
        return tuple(month.label for month in due if (month.from_on in complete) == are_complete)

    def _all_labels(self, due: Sequence[Period]) -> tuple[str, ...]:
        """Return the labels of months, the same for every community that reported none of them."""
        ends = due[0].from_on, due[-1].to_on
        return self._labels_of_all.get(ends) or self._labels_of_all.setdefault(ends, tuple(m.label for m in due))

    def _unrecorded(self, place: int, number: int, missing: Sequence[str]) -> tuple[str, ...]:
        """Return those of the missing, communities or the months of one, whose ledgers were sent."""
        if not self._is_any_sent[place][number]:
            return ()
        sent = {*self._named(self._sent, place, number)}
        of_all = self._components.sent_months
        if self._counted[place][number] == 1 and of_all and of_all.is_monthly:
            (name,) = self._named(self._owing, place, number)
            sent.update(self._labels(of_all, name, number, are_complete=True))
        return tuple(name for name in missing if name in sent)

    def _unbegun(self, place: int, number: int, missing: Sequence[str]) -> tuple[str, ...]:
        """Return those of the missing months of one community that lie before it began what is counted."""
        if self._counted[place][number] != 1:
            return ()
        (name,) = self._named(self._owing, place, number)
        begun, first = self._components.owing[name], self._components.periods[number].from_on
        if begun <= first:
            return ()
        before = {month.label for month in months(first, begun - DAY)}
        return tuple(label for label in missing if label in before)

    def _named(self, cells: ReportedCells, place: int, number: int) -> tuple[str, ...]:
        """Return the communities of a place for which cells of a period are set: few different ones, each made once."""
        communities = self._components.communities
        if self._by_community:
            return (communities[place],) if cells[place, number] else ()
        are_set = cells[:, number]
        key = are_set.tobytes()
        if key not in self._names:
            self._names[key] = tuple(name for name, is_set in zip(communities, are_set.tolist(), strict=True) if is_set)
        return self._names[key]


class CoverageOfSeveral:
    """The reports behind the figures of several indicators, found once for those that rest on the same."""

    def __init__(self, *, by_community: bool) -> None:
        self._by_community = by_community
        self._known: dict[
            tuple[object, ...], FigureCoverage
        ] = {}  # each holds what its key names, so that no other thing gets its number

    def of(self, indicator: Indicator, components: Components) -> FigureCoverage:
        """Return the reports behind the figures of one indicator."""
        parts = (
            components.reported,
            components.numerator_reported,
            components.sent,
            components.months,
            components.sent_months,
            components.half_filled,
        )
        key = indicator.is_of_period, *map(id, parts), *components.owing.items()
        if key not in self._known:
            self._known[key] = FigureCoverage(indicator, components, by_community=self._by_community)
        return self._known[key]


def _reports(
    counted: tuple[str, ...],
    numbers: tuple[bool, int, int, int, int],
    missing: tuple[str, ...],
    unrecorded: tuple[str, ...],
    unbegun: tuple[str, ...],
) -> ReportsBehind:
    is_known, reported, due, not_begun, half_filled = numbers
    coverage = Coverage(
        reported, due, not_begun=not_begun, half_filled=half_filled, unrecorded=unrecorded, unbegun=unbegun
    )
    return ReportsBehind(counted, missing, coverage, is_known)


def _owing(components: Components) -> ReportedCells:
    """Return which communities owe something for which periods: those of a mechanism that not every one has, since its first month."""
    since = np.array([components.owing.get(name, date.max).toordinal() for name in components.communities], np.int64)
    ends = np.array([_last(period) for period in components.periods], np.int64)
    return since[:, None] <= ends


def _last(period: Period) -> int:
    return period.to_on.toordinal()
