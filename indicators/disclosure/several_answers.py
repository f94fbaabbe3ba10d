"""Withholds numbers of answers that few people gave, each of them several: five answers of one questionnaire are one person."""

from collections.abc import Sequence

import numpy as np

from indicators.cells.appearances import Appearances, stretches_needed
from indicators.cells.question import learn
from indicators.cells.selection import Windows
from indicators.disclosure.figures import NumberKey
from indicators.disclosure.limits import is_few
from indicators.disclosure.newcomers import different_people_in, people_by_place, people_question
from indicators.engine import catalogue, clip
from indicators.grouping import Grouping
from indicators.model import Filters, Period
from warehouse.build import Build


def telling_answers(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int) -> set[NumberKey]:
    """Return the keys of numbers of rows in which few different people stand."""
    counted = different_people_in(id for id in ids if catalogue()[id].multiple_of)
    grouping = Grouping.of(by, [catalogue()[id] for id in counted])
    clipped = clip(build, filters, grouping.grain)
    periods = grouping.periods(clipped, "period") if counted and build.first_day else ()
    kind = stretches_needed(periods)
    questions = {
        (id, side): people_question(rows, grouping, clipped, kind)
        for id, sides in counted.items()
        for side, rows in sides
    }
    learn(build, questions.values())
    return {
        ((id, community, period.from_on, period.to_on, category), side)
        for (id, side), question in questions.items()
        for (community, category), people in people_by_place(build, question, clipped, grouping).items()
        for period in _with_few(people, periods, k)
    }


def _with_few(people: Sequence[Appearances], periods: Sequence[Period], k: int) -> list[Period]:
    """Return the periods in which few different people came, those of several communities added."""
    windows = Windows.of(periods)
    counts = np.sum([of_place.count(slice(None), windows) for of_place in people], axis=0)
    return [period for period, count in zip(periods, counts.tolist(), strict=True) if is_few(count, k)]
