"""Withholds windows of different people that, less another which begins or ends on the same day, would tell of few of them.

157 volunteers until September and 158 until October: one is new in October. Months, quarters and years are shown first. Of the
other windows that begin on a day, those are shown whose ends cut the people there, by the day they came first, into stretches of
nobody or at least k; of those that end on a day, the same holds of their beginnings and the day on which people came last.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np

from indicators.cells.appearances import BEFORE_ALL, AppearancesQuestion
from indicators.cells.part import CellPart
from indicators.cells.question import learned
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

Steps = tuple[np.ndarray, np.ndarray, np.ndarray]  # days, the day on which the same people came before, and how many


def telling_newcomers(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int) -> set[NumberKey]:
    """Return the keys of numbers of different people over windows that few people tell from others."""
    counted = {id: sides for id in ids if (sides := list(_different_people(id)))}
    grouping = Grouping.of(by, [catalogue()[id] for id in counted])
    clipped = clip(build, filters, grouping.grain)
    first, last = build.first_day, build.last_day
    if not first or not last:
        return set()
    keys: set[NumberKey] = set()
    for id, sides in counted.items():
        periods = grouping.periods(clipped, catalogue()[id].numerator.span)
        if others := [period for period in periods if period.to_on not in _calendar_ends(period.from_on, last)]:
            by_side = {side: _steps(build, rows, clipped, grouping) for side, rows in sides}
            categories = {category for places in by_side.values() for _, category in places}
            for side, places in by_side.items():
                for (community, category), steps in places.items():
                    split = categories if category is None else {category}
                    for period in others:
                        if not _may_be_shown(steps, period, usual_ends(first, last), last, k):
                            days = period.from_on, period.to_on
                            keys |= {((id, community, *days, name), side) for name in split}
    return keys


def _different_people(id: str) -> Iterator[tuple[int, CountedRows]]:
    for side, span, rows in rows_behind(id):
        if span == "period" and rows.without is None and CellPart.of(rows.aggregate).parsed.is_distinct:
            yield side, rows


def _calendar_ends(first: date, last: date) -> set[date]:
    """Return the ends of the months, quarters and years that begin on a day; those that are not over end with the last month."""
    return {_end(first, grain, last) for grain in GRAINS if first_of(first, grain) == first}


def _calendar_starts(end: date, last: date) -> set[date]:
    return {start for grain in GRAINS if _end(start := first_of(end, grain), grain, last) == end}


def _end(day: date, grain: Grain, last: date) -> date:
    return min(first_of(day, grain, -1) - DAY, month_end(last))


def _steps(build: Build, rows: CountedRows, filters: Filters, grouping: Grouping) -> Mapping[Place, Steps]:
    """Return on which days people came, and on which before, for each community and category, or for all communities together."""
    source = DailyQuestion.of(rows, grouping.category, filters.strands).source
    people = learned(build, AppearancesQuestion(source, CellPart.of(rows.aggregate), "day"))
    parts: dict[Place, list[Steps]] = defaultdict(list)
    for (community, category, strand), places in people.places.items():
        if community in filters.communities and (not source.by_strand or strand in filters.strands):
            place = community if grouping.by_community else None, category
            parts[place].append((people.days[places], people.former[places], people.numbers[places]))
    return {place: _together(steps) for place, steps in parts.items()}


def _together(parts: Sequence[Steps]) -> Steps:
    days, former, numbers = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    return days, former, numbers


def _may_be_shown(steps: Steps, period: Period, ends: Sequence[date], last: date, k: int) -> bool:
    since, until = day_number(period.from_on), day_number(period.to_on)
    shown_ends, shown_starts = _calendar_ends(period.from_on, last), _calendar_starts(period.to_on, last)
    newcomers = Stretches(_first_days(steps, since), ends, k, settled=[*shown_ends])
    leavers = Stretches(_last_days(steps, until), ends, k, settled=[start - DAY for start in shown_starts])
    return newcomers.may_end_with(period.to_on) and leavers.may_end_with(period.from_on - DAY)


def _first_days(steps: Steps, since: int) -> DayCounts:
    """Return how many people come for the first time since a day, by the day on which they do."""
    days, former, numbers = steps
    are_new = (days >= since) & (former < since)
    return DayCounts.together([DayCounts(days[are_new], numbers[are_new])])


def _last_days(steps: Steps, until: int) -> DayCounts:
    """Return how many people come for the last time until a day, by the day on which they do: those who come and do not come again."""
    days, former, numbers = steps
    within = days <= until
    came_again = within & (former > BEFORE_ALL)
    counts = [DayCounts(days[within], numbers[within]), DayCounts(former[came_again], -numbers[came_again])]
    together = DayCounts.together(counts)
    return DayCounts(together.days[together.numbers > 0], together.numbers[together.numbers > 0])
