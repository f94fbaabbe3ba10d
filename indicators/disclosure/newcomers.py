"""Withholds windows of different people that, less another which begins or ends on the same day, would tell of few of them.

157 volunteers until September and 158 until October: one is new in October. Months, quarters and years are shown first. Of the
other windows that begin on a day, those are shown whose ends cut the people there, by the day they came first, into stretches of
nobody or at least k; of those that end on a day, the same holds of their beginnings and the day on which people came last.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Literal

import numpy as np

from indicators.cells.appearances import BEFORE_ALL, Appearances, AppearancesQuestion
from indicators.cells.part import CellPart
from indicators.cells.question import learn, learned
from indicators.cells.source import day_number
from indicators.daily_counts import CountedRows, DailyQuestion, DayCounts
from indicators.disclosure.equations import Place
from indicators.disclosure.figures import NumberKey
from indicators.disclosure.stretches import Stretches, usual_ends
from indicators.disclosure.windows import rows_behind
from indicators.engine import catalogue, clip
from indicators.grouping import GRAINS, Grouping
from indicators.model import Filters, Grain, Period
from indicators.periods import DAY, first_of, month_end
from warehouse.build import Build

NOBODY = np.array([], np.int32)


def telling_newcomers(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int) -> set[NumberKey]:
    """Return the keys of numbers of different people over windows that few people tell from others."""
    counted = different_people_in(ids)
    grouping = Grouping.of(by, [catalogue()[id] for id in counted])
    clipped = clip(build, filters, grouping.grain)
    periods = {id: _odd_periods(build, id, clipped, grouping) for id in counted}
    learn(build, days_of_people(build, ids, filters, by))
    keys: set[NumberKey] = set()
    for id, period in ((counted_id, period) for counted_id in counted for period in periods[counted_id]):
        shown_by_side = [
            (side, _shown_places(build, people_question(rows, grouping, clipped, "day"), clipped, grouping, period, k))
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
        if _odd_periods(build, id, clipped, grouping):
            yield from (people_question(rows, grouping, clipped, "day") for _, rows in sides)


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


def _calendar_ends(first: date, last: date) -> set[date]:
    """Return the ends of the months, quarters and years that begin on a day; those that are not over end with the last month."""
    return {_end(first, grain, last) for grain in GRAINS if first_of(first, grain) == first}


def _calendar_starts(end: date, last: date) -> set[date]:
    return {start for grain in GRAINS if _end(start := first_of(end, grain), grain, last) == end}


def _end(day: date, grain: Grain, last: date) -> date:
    return min(first_of(day, grain, -1) - DAY, month_end(last))


def people_question(
    rows: CountedRows, grouping: Grouping, filters: Filters, first_of: Literal["month", "day"]
) -> AppearancesQuestion:
    """Return the question in which months, or on which days, the people in some rows came first and again."""
    source = DailyQuestion.of(rows, grouping.category, filters.strands).source
    return AppearancesQuestion(source, CellPart.of(rows.aggregate), first_of)


def _shown_places(
    build: Build, question: AppearancesQuestion, filters: Filters, grouping: Grouping, period: Period, k: int
) -> Mapping[Place, bool]:
    """Return whether people may be shown over a period, by community and category, or of all communities together.

    Several indicators count the same people, and are asked for several times on a page.
    """
    choice = filters.communities, grouping.by_community, filters.strands
    return build.remembered(
        ("newcomers", question, *choice, period.from_on, period.to_on, k),
        lambda: {
            place: _may_be_shown(build, people, period, k)
            for place, people in people_by_place(build, question, filters, grouping).items()
        },
    )


def people_by_place(
    build: Build, question: AppearancesQuestion, filters: Filters, grouping: Grouping
) -> Mapping[Place, Sequence[Appearances]]:
    """Return the days on which people came, of each community and category, or of all communities one after the other."""
    people, by_strand = learned(build, question), question.source.by_strand
    places: dict[Place, list[Appearances]] = defaultdict(list)
    for place in people.places:
        community, category, strand = place
        if community in filters.communities and (not by_strand or strand in filters.strands):
            places[community if grouping.by_community else None, category].append(people.of_place(place))
    return places


def _may_be_shown(build: Build, people: Sequence[Appearances], period: Period, k: int) -> bool:
    assert build.first_day and build.last_day
    ends, last = usual_ends(build.first_day, build.last_day), build.last_day
    since, until = (np.int32(day_number(day)) for day in (period.from_on, period.to_on))  # as days are: no copy of them
    shown_ends, shown_starts = _calendar_ends(period.from_on, last), _calendar_starts(period.to_on, last)
    first_days = DayCounts.together([_first_days(of_place, since) for of_place in people])
    last_days = DayCounts.together([_last_days(of_place, until) for of_place in people])
    newcomers = Stretches(first_days, ends, k, settled=[*shown_ends])
    leavers = Stretches(last_days, ends, k, settled=[start - DAY for start in shown_starts])
    return newcomers.may_end_with(period.to_on) and leavers.may_end_with(period.from_on - DAY)


def _first_days(people: Appearances, since: np.int32) -> DayCounts:
    """Return how many people come for the first time since a day, by the day on which they do."""
    begin = np.searchsorted(people.days, since)
    are_new = begin + np.flatnonzero(people.former[begin:] < since)
    return _counts(people.days[are_new], people.numbers[are_new])


def _last_days(people: Appearances, until: np.int32) -> DayCounts:
    """Return how many people come for the last time until a day, by the day on which they do: those who come and do not come again."""
    end = np.searchsorted(people.days, until, "right")
    days, former, numbers = people.days[:end], people.former[:end], people.numbers[:end]
    came_again = former > BEFORE_ALL
    return _counts(days, numbers, former[came_again], numbers[came_again])


def _counts(
    days: np.ndarray, numbers: np.ndarray, earlier_days: np.ndarray = NOBODY, taken_off: np.ndarray = NOBODY
) -> DayCounts:
    """Return the sums of numbers by day, less those of earlier days, as far as they are above 0.

    The days are in order, and counted from the first, which takes no sorting; those of who came again are among them.
    """
    if not len(days):
        return DayCounts(days, numbers)
    first, length = days[0], int(days[-1] - days[0]) + 1
    sums = np.bincount(days - first, numbers, length) - np.bincount(earlier_days - first, taken_off, length)
    above = np.flatnonzero(sums > 0)
    return DayCounts(above + first, sums[above])
