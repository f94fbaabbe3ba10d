"""Withholds months and quarters of different people within which few do not come of a longer period: 21 in March, 25 in the quarter.

Years are shown first, then quarters, then months, as of counts that add up. Different people do not, so that no neighbour need be hidden.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations
from typing import Self

import numpy as np

from indicators.cells.appearances import Appearances, AppearancesQuestion
from indicators.cells.question import learn
from indicators.cells.selection import Windows
from indicators.disclosure.equations import Place
from indicators.disclosure.figures import NumberKey
from indicators.disclosure.newcomers import different_people_in, is_calendar_period, people_by_place, people_question
from indicators.disclosure.people_counts import Days
from indicators.engine import catalogue, clip
from indicators.grouping import Grouping
from indicators.model import Filters, Grain, Period
from indicators.periods import first_of, month_end, split
from warehouse.build import Build

LONGEST_FIRST: tuple[Grain, ...] = ("year", "quarter", "month")


@dataclass(frozen=True)
class NestedPeriods:
    """Years, quarters and months, and by their numbers which of them (`parts`) lie in which longer ones (`wholes`), one behind the other."""

    periods: Sequence[Period]
    parts: np.ndarray
    wholes: np.ndarray

    @classmethod
    def of(cls, pairs: Sequence[tuple[Period, Period]]) -> Self:
        """Return the periods of which the second of each pair holds the first."""
        numbers = {period: number for number, period in enumerate(dict.fromkeys(chain(*pairs)))}
        parts, wholes = np.array([[numbers[period] for period in pair] for pair in pairs]).reshape(-1, 2).T
        return cls(list(numbers), parts, wholes)

    @cached_property
    def windows(self) -> Windows:
        """The days of the periods."""
        return Windows.of(self.periods)


def telling_parts(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int) -> set[NumberKey]:
    """Return the keys of numbers of different people in months and quarters that few of a longer period miss."""
    counted = different_people_in(ids)
    grouping = Grouping.of(by, [catalogue()[id] for id in counted])
    clipped = clip(build, filters, grouping.grain)
    periods = {
        id: [p for p in grouping.periods(clipped, catalogue()[id].numerator.span) if is_calendar_period(build, p)]
        for id in counted
    }
    questions = {
        (id, side): people_question(rows, grouping, clipped, "month")
        for id, sides in counted.items()
        for side, rows in sides
        if periods[id]
    }
    learn(build, questions.values())
    hidden = {of: _hidden_parts(build, question, clipped, grouping, k) for of, question in questions.items()}
    categories = {category for places in hidden.values() for _, category in places}
    return {
        ((id, community, *days, name), side)
        for (id, side), places in hidden.items()
        for (community, category), parts in places.items()
        for days in map(_days, periods[id])
        if days in parts
        for name in (
            categories if category is None else {category}
        )  # a side that is not split stands in every category
    }


def _hidden_parts(
    build: Build, question: AppearancesQuestion, filters: Filters, grouping: Grouping, k: int
) -> Mapping[Place, set[Days]]:
    """Return the months and quarters to be hidden by community and category, or of all communities together, whatever window is asked for."""
    choice = filters.communities, grouping.by_community, filters.strands
    nested = build.lasting(("nested periods",), lambda: _nested_periods(build))
    return build.remembered(
        ("parts of periods", question, *choice, k),
        lambda: {
            place: _parts_few_miss(people, nested, k)
            for place, people in people_by_place(build, question, filters, grouping).items()
        },
    )


def _nested_periods(build: Build) -> NestedPeriods:
    """Return all quarters and months of a build with the longer periods that they lie in."""
    assert build.first_day and build.last_day
    first, last = first_of(build.first_day, "year"), month_end(build.last_day)
    periods = {grain: split(first, last, grain) for grain in LONGEST_FIRST}
    return NestedPeriods.of(
        [
            (part, next(period for period in periods[longer] if period.from_on <= part.from_on <= period.to_on))
            for longer, grain in combinations(LONGEST_FIRST, 2)
            for part in periods[grain]
        ]
    )


def _parts_few_miss(people: Sequence[Appearances], nested: NestedPeriods, k: int) -> set[Days]:
    """Return the periods of which few of a longer one are missing; different people of several communities are added."""
    counts = np.sum([of_place.count(slice(None), nested.windows) for of_place in people], axis=0)
    parts, wholes = counts[nested.parts], counts[nested.wholes]
    missing = wholes - parts
    is_telling = (parts > 0) & (missing > 0) & (missing < k)
    return {_days(nested.periods[number]) for number in nested.parts[is_telling].tolist()}


def _days(period: Period) -> Days:
    return period.from_on, period.to_on
