"""凤二村's leaders among the villagers: 76 recognised by the end of August 2023, some of whom have left since, and more later."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from sample import names
from sample.days import STEADY, draw
from sample.records import FIRST, LAST
from sample.stories.fenger import HOURS_COUNTED_ON, TEAMS

ROLES = {"议事骨干": 4, "志愿骨干": 5, "文化骨干": 3, "产业能人": 2}


@dataclass(frozen=True)
class Leader:
    name: str
    role: str
    team: str | None
    recognised_on: date
    left_on: date | None = None


@cache
def of_fenger() -> list[Leader]:
    """Return the leaders in order of time."""
    rng = Random("凤二/骨干")
    people = names.people(rng, 112)
    days = [*draw(rng, 76, FIRST, HOURS_COUNTED_ON, STEADY), *draw(rng, 36, date(2023, 9, 9), LAST, STEADY)]
    return [_leader(rng, name, day) for name, day in zip(people, days, strict=True)]


def _leader(rng: Random, name: str, day: date) -> Leader:
    role = rng.choices(list(ROLES), list(ROLES.values()))[0]
    team = rng.choice(TEAMS) if role == "志愿骨干" else None
    left = day + timedelta(rng.randrange(300, 900))
    return Leader(name, role, team, day, left if rng.random() < 0.08 and left <= LAST else None)
