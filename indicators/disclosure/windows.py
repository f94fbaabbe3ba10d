"""Withholds figures over windows that, less another window, would tell of few people: a window to the 30th less one to the 31st."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import numpy as np

from indicators.cells.question import learn
from indicators.daily_counts import CountedRows, CountsByDay, DailyQuestion, DayCounts, daily_counts
from indicators.disclosure.equations import Place
from indicators.disclosure.figures import NumberKey
from indicators.disclosure.people_counts import people_behind, people_counts_of
from indicators.disclosure.stretches import Stretches, usual_ends
from indicators.engine import catalogue, clip
from indicators.expression import Expression
from indicators.grouping import Grouping
from indicators.model import Filters, Period, TimeSpan
from indicators.periods import DAY
from warehouse.build import Build

MayEndWith = Callable[[Stretches, Sequence[date]], np.ndarray]  # whether windows may end with days: places × days


def telling_windows(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int) -> set[NumberKey]:
    """Return the keys of numbers of people over windows that begin or end in the middle of a stretch with few of them."""
    return _telling_keys(build, ids, filters, by, k, Stretches.may_end_with)


def windows_with_few_open(
    build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int
) -> set[NumberKey]:
    """Return the keys of what was closed over windows before which, or at the end of which, few stand open.

    What stood open before follows from what stands open at the end, was opened and was closed, be it shown nowhere.
    """
    return _telling_keys(build, ids, filters, by, k, lambda stretches, days: ~stretches.leave_few_open(days))


def _telling_keys(
    build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int, may_end_with: MayEndWith
) -> set[NumberKey]:
    ids = [id for id in ids if people_counts_of(id)]
    grouping = Grouping.of(by, [catalogue()[id] for id in ids])
    clipped = clip(build, filters, grouping.grain)
    if not ids or not clipped.communities or clipped.from_on > clipped.to_on:
        return set()
    question = _Question(build, clipped, grouping, k)
    counted = [rows for id in ids for _, _, rows in rows_behind(id)]
    learn(build, [DailyQuestion.of(rows, grouping.category, clipped.strands).rows_question for rows in counted])
    return {key for id in ids for key in _telling(id, question, may_end_with)}


@dataclass(frozen=True)
class _Question:
    """What is asked for; rows that several indicators count are counted once."""

    build: Build
    filters: Filters
    grouping: Grouping
    k: int

    def stretches(self, rows: CountedRows) -> tuple[Sequence[Place], Stretches]:
        """Return the stretches of some rows for each community and category, or for all communities together; the same for every window."""
        communities = self.filters.communities, self.grouping.by_community
        question = "stretches", rows, *communities, self.grouping.category, self.filters.strands, self.k
        return self.build.remembered(question, lambda: self._stretches(rows))

    def _stretches(self, rows: CountedRows) -> tuple[Sequence[Place], Stretches]:
        first, last = self.build.first_day, self.build.last_day
        ends = usual_ends(first, last) if first and last else ()
        by_place, opened = self._counts(rows), None
        if opening := opening_of(rows):
            opened_of = self._counts(opening)
            # Of places where nothing was opened nothing is known to stand open: as much as was closed stands in for it.
            opened = CountsByDay.of_places([opened_of.get(place, by_place[place]) for place in by_place])
        return list(by_place), Stretches(CountsByDay.of_places(list(by_place.values())), ends, self.k, opened)

    def _counts(self, rows: CountedRows) -> Mapping[Place, Sequence[DayCounts]]:
        parts: dict[Place, list[DayCounts]] = defaultdict(list)
        by_place = daily_counts(self.build, rows, self.grouping.category, self.filters.strands)
        for (community, category), counts in by_place.items():
            if community in self.filters.communities:
                parts[community if self.grouping.by_community else None, category].append(counts)
        return parts


def _telling(id: str, question: _Question, may_end_with: MayEndWith) -> Iterator[NumberKey]:
    periods = question.grouping.periods(question.filters, catalogue()[id].numerator.span)
    counted = [(side, span, *question.stretches(rows)) for side, span, rows in rows_behind(id)]
    categories = {category for *_, places, _ in counted for _, category in places}
    for side, span, places, stretches in counted if periods else ():
        ends = [_ends(period, span) for period in periods]
        days = list(dict.fromkeys(day for of_period in ends for day in of_period))
        may_end = dict(zip(days, may_end_with(stretches, days).T, strict=True))
        for period, of_period in zip(periods, ends, strict=True):
            are_telling = ~np.logical_and.reduce([may_end[day] for day in of_period])
            if span == "period" and are_telling.any():
                are_telling &= ~stretches.hold_nothing(*of_period)
            for community, category in (places[number] for number in np.flatnonzero(are_telling).tolist()):
                split = (
                    categories if category is None else {category}
                )  # a side that is not split stands in every category
                yield from (((id, community, period.from_on, period.to_on, name), side) for name in split)


@cache
def rows_behind(id: str) -> tuple[tuple[int, TimeSpan, CountedRows], ...]:
    """Return which number of an indicator counts what, with the span that says which ends of a window matter.

    Who is there on a day, or on any day, is told by those who came as well as by those who left; who gave several answers by these.
    """
    return tuple(_rows_behind(id))


def _rows_behind(id: str) -> Iterator[tuple[int, TimeSpan, CountedRows]]:
    for side, quantity in people_counts_of(id).items():
        counted = quantity.aggregate
        if Expression.parse(counted.expression).is_extreme:
            continue
        if quantity.without is None:
            for on in filter(None, (counted.on, counted.until)):
                yield side, counted.span, CountedRows(replace(counted, on=on, until=None))
            if people := people_behind(id, side):
                yield side, counted.span, CountedRows(people)
        elif (quantity.without.table, quantity.without.on) == (counted.table, counted.on):
            yield side, counted.span, CountedRows(counted, quantity.without)


def opening_of(rows: CountedRows) -> CountedRows | None:
    """Return the rows by the day they began, where the given ones are placed by the day they ended and what stands open is counted."""
    counted = rows.aggregate
    opened_on = None if rows.without else _stocks().get((counted.table, counted.expression, counted.where, counted.on))
    return CountedRows(replace(counted, on=opened_on)) if opened_on else None


@cache
def _stocks() -> dict[tuple[object, ...], str]:
    """Return {(table, expression, condition, date of closing): date of opening} of all people of whom a stock is counted."""
    counts = [count for id in catalogue() for count in people_counts_of(id).values() if not count.without]
    return {
        (stock.table, stock.expression, stock.where, stock.until): stock.on
        for stock in (count.aggregate for count in counts)
        if stock.until
    }


def _ends(period: Period, span: TimeSpan) -> Sequence[date]:
    """Return the last day before a window and its last day; of what is counted up to a day that day alone."""
    return (period.from_on - DAY, period.to_on) if span in ("period", "any_day") else (period.to_on,)
