"""Withholds windows of different people that, less another which begins or ends on the same day, would tell of few of them.

157 volunteers until September and 158 until October: one is new in October. Months, quarters and years are shown first. Of the
other windows that begin on a day, those are shown whose ends cut the people there, by the day they came first, into stretches of
nobody or at least k; of those that end on a day, the same holds of their beginnings and the day on which people came last.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache

import numpy as np

from indicators.cells.appearances import Appearances, AppearancesQuestion, StretchKind, stretches_needed
from indicators.cells.part import CellPart
from indicators.cells.people_by_day import NumbersByDay, PeopleByDay
from indicators.cells.question import learn, learned
from indicators.cells.source import day_number
from indicators.daily_counts import CountedRows, CountsByDay, DailyQuestion
from indicators.disclosure.equations import Place
from indicators.disclosure.figures import NumberKey
from indicators.disclosure.stretches import Stretches, usual_ends
from indicators.disclosure.windows import rows_behind
from indicators.engine import catalogue, clip
from indicators.grouping import GRAINS, Grouping
from indicators.model import Filters, Grain, Period
from indicators.periods import DAY, first_of, month_end
from warehouse.build import Build


def telling_newcomers(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int) -> set[NumberKey]:
    """Return the keys of numbers of different people over windows that few people tell from others."""
    counted = different_people_in(ids)
    grouping = Grouping.of(by, [catalogue()[id] for id in counted])
    clipped = clip(build, filters, grouping.grain)
    periods = {id: _odd_periods(build, id, clipped, grouping) for id in counted}
    learn(build, days_of_people(build, ids, filters, by))
    keys: set[NumberKey] = set()
    for id, period in ((counted_id, period) for counted_id in counted for period in periods[counted_id]):
        kind = stretches_needed([period])
        shown_by_side = [
            (
                side,
                _shown_places(build, people_question(rows, grouping, clipped, kind), clipped, grouping, period, k),
            )
            for side, rows in counted[id]
        ]
        categories = {category for _, places in shown_by_side for _, category in places}
        for side, places in shown_by_side:
            for community, category in (place for place, is_shown in places.items() if not is_shown):
                split = categories if category is None else {category}
                keys |= {((id, community, period.from_on, period.to_on, name), side) for name in split}
    return keys


def days_of_people(
    build: Build, ids: Iterable[str], filters: Filters, by: Sequence[str]
) -> Iterator[AppearancesQuestion]:
    """Yield the questions on which days different people came, as far as windows are no months, quarters or years."""
    counted = different_people_in(ids)
    grouping = Grouping.of(by, [catalogue()[id] for id in counted])
    clipped = clip(build, filters, grouping.grain)
    for id, sides in counted.items():
        odd = _odd_periods(build, id, clipped, grouping)
        for kind in dict.fromkeys(stretches_needed([period]) for period in odd):
            yield from (people_question(rows, grouping, clipped, kind) for _, rows in sides)


def different_people_in(ids: Iterable[str]) -> dict[str, Sequence[tuple[int, CountedRows]]]:
    """Return {indicator: which of its numbers are different people of a period, and the rows they are counted in}."""
    return {id: sides for id in ids if (sides := _different_people(id))}


@cache
def _different_people(id: str) -> Sequence[tuple[int, CountedRows]]:
    return [
        (side, rows)
        for side, span, rows in rows_behind(id)
        if span == "period" and rows.without is None and CellPart.of(rows.aggregate).parsed.is_distinct
    ]


def _odd_periods(build: Build, id: str, filters: Filters, grouping: Grouping) -> list[Period]:
    """Return the periods that are no months, quarters or years; none without any record."""
    periods = grouping.periods(filters, catalogue()[id].numerator.span) if build.first_day else ()
    return [period for period in periods if not is_calendar_period(build, period)]


def is_calendar_period(build: Build, period: Period) -> bool:
    """Return whether a period is a month, quarter or year of the days for which there are records."""
    return build.last_day is not None and period.to_on in _calendar_ends(period.from_on, build.last_day)


@lru_cache(maxsize=4096)  # asked of every period of every figure
def _calendar_ends(first: date, last: date) -> frozenset[date]:
    """Return the ends of the months, quarters and years that begin on a day; those that are not over end with the last month."""
    return frozenset(_end(first, grain, last) for grain in GRAINS if first_of(first, grain) == first)


def _calendar_starts(end: date, last: date) -> set[date]:
    return {start for grain in GRAINS if _end(start := first_of(end, grain), grain, last) == end}


def _end(day: date, grain: Grain, last: date) -> date:
    return min(first_of(day, grain, -1) - DAY, month_end(last))


def people_question(
    rows: CountedRows, grouping: Grouping, filters: Filters, first_of: StretchKind
) -> AppearancesQuestion:
    """Return the question in which months, or on which days, the people in some rows came first and again."""
    source = DailyQuestion.of(rows, grouping.category, filters.strands).source
    return AppearancesQuestion(source, CellPart.of(rows.aggregate), first_of)


def _shown_places(
    build: Build, question: AppearancesQuestion, filters: Filters, grouping: Grouping, period: Period, k: int
) -> Mapping[Place, bool]:
    """Return whether people may be shown over a period, by community and category, or of all communities together.

    Several indicators count the same people, and are asked for several times on a page; most windows begin on the same day.
    """
    assert build.first_day and build.last_day
    asked, last = (question, filters.communities, grouping.by_community, filters.strands, k), build.last_day
    places = _places(build, question, filters, grouping)
    people = build.lasting(("people by day", question), lambda: PeopleByDay.of(learned(build, question)))
    ends = usual_ends(build.first_day, last)
    since, until = (np.int32(day_number(day)) for day in (period.from_on, period.to_on))  # as days are: no copy of them

    def newcomers() -> Stretches:
        settled = [*_calendar_ends(period.from_on, last)]
        return Stretches(_of_places(people.first_since(since), places), ends, k, settled=settled)

    def leavers() -> Stretches:
        settled = [start - DAY for start in _calendar_starts(period.to_on, last)]
        return Stretches(_of_places(people.last_until(until), places), ends, k, settled=settled)

    def shown() -> dict[Place, bool]:
        of_newcomers = build.remembered(("newcomers", *asked, period.from_on), newcomers)
        may_end = of_newcomers.may_end_with([period.to_on]) & leavers().may_end_with([period.from_on - DAY])
        return dict(zip(places, may_end[:, 0].tolist(), strict=True))

    return build.remembered(("shown people", *asked, period.from_on, period.to_on), shown)


def _places(
    build: Build, question: AppearancesQuestion, filters: Filters, grouping: Grouping
) -> Mapping[Place, Sequence[int]]:
    """Return the numbers of the places chosen, by community and category, or of all communities together."""
    numbers: dict[Place, list[int]] = defaultdict(list)
    for number, (community, category, strand) in enumerate(learned(build, question).places):
        if community in filters.communities and (not question.source.by_strand or strand in filters.strands):
            numbers[community if grouping.by_community else None, category].append(number)
    return numbers


def _of_places(people: NumbersByDay, places: Mapping[Place, Sequence[int]]) -> CountsByDay:
    """Return numbers a day of the places chosen, those that stand together added up."""
    together = [people.numbers[of_place].sum(axis=0) for of_place in places.values()]
    return CountsByDay.of(people.days, np.array(together).reshape(len(places), len(people.days)))


def people_by_place(
    build: Build, question: AppearancesQuestion, filters: Filters, grouping: Grouping
) -> Mapping[Place, Sequence[Appearances]]:
    """Return the days on which people came, of each community and category, or of all communities one after the other."""
    people = learned(build, question)
    in_order = list(people.places)
    return {
        place: [people.of_place(in_order[number]) for number in numbers]
        for place, numbers in _places(build, question, filters, grouping).items()
    }
