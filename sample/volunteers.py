"""Volunteers and their services: the keen serve weekly, everybody who registered served at least once."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from sample.days import Rhythm, draw
from sample.records import Service

HOURS = (1.0, 1.5, 2.0, 2.0, 2.0, 2.5, 3.0, 3.0, 4.0)
USUAL_HOURS = sum(HOURS) / len(HOURS)
TASKS = ("社区清洁", "助餐送餐", "陪伴长者", "文明劝导", "四点半课堂", "活动协助", "义务维修", "防火巡查", "义剪")


@dataclass(frozen=True)
class Volunteer:
    name: str
    team: str
    registered_on: date


def roster(rng: Random, names: Sequence[str], teams: Sequence[str], first: date, last: date) -> list[Volunteer]:
    """Return volunteers in order of registration; every team gets its first members at once."""
    days = draw(rng, len(names), first, last, Rhythm(0.0, {}))
    members = [*teams, *rng.choices(teams, range(len(teams) + 4, 4, -1), k=len(names))]
    return [Volunteer(name, team, day) for name, team, day in zip(names, members, days, strict=False)]


def stayed(corps: Sequence[Volunteer]) -> list[Volunteer]:
    """Return those still serving years later: two in three."""
    return [volunteer for index, volunteer in enumerate(corps) if index % 3]


def served(
    rng: Random,
    corps: Sequence[Volunteer],
    newcomers: Sequence[Volunteer],
    hours: float,
    window: tuple[date, date],
    rhythm: Rhythm,
) -> list[Service]:
    """Return services of exactly `hours` in the window by the corps (in order of registration); newcomers serve at least once."""
    first, last = window
    debuts = [(rng.choice(draw(rng, 3, max(v.registered_on, first), last, rhythm)), v) for v in newcomers]
    more = draw(rng, int(hours / USUAL_HOURS * 1.3) - len(debuts), first, last, rhythm)
    rng.shuffle(more)
    since = [volunteer.registered_on for volunteer in corps]
    turns = debuts + [(day, _keen(rng, corps, bisect_right(since, day))) for day in more]
    recorders = [volunteer.name for volunteer in corps[:3]]
    return sorted(_until(rng, turns, hours, recorders), key=lambda service: service.served_on)


def _keen(rng: Random, corps: Sequence[Volunteer], known: int) -> Volunteer:
    return corps[int(known * rng.random() ** 1.6)]


def _until(
    rng: Random, turns: Sequence[tuple[date, Volunteer]], hours: float, recorders: Sequence[str]
) -> Iterator[Service]:
    """Give each turn its hours until they are used up; the last one gets what is left."""
    left = hours
    for day, volunteer in turns:
        if left <= 0:
            return
        time = min(rng.choice(HOURS), left)
        left -= time
        task, helped = rng.choice(TASKS), rng.randrange(1, 25)
        yield Service(
            volunteer.name, volunteer.team, day, time, task, helped, rng.choice(recorders), volunteer.registered_on
        )
    if left > 0:
        raise ValueError(f"{left} hours are left over: the window has too few turns")
