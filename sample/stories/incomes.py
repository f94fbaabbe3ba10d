"""社东社区's noodle makers: ten with a higher income by the day of the article, three without, others in later years."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from sample import names
from sample.stories.shedong import REPORTED_ON

ROUNDS = ((date(2021, 12, 20), 6, 2), (date(2022, 7, 15), 4, 1), (date(2023, 12, 18), 7, 2), (date(2025, 1, 10), 9, 1))
PROJECTS = ("百年挂面工坊", "文旅接待", "农产品直播")


@dataclass(frozen=True)
class Income:
    name: str
    project: str
    before_yuan: int
    after_yuan: int
    basis: str
    measured_on: date


@cache
def of_shedong() -> list[Income]:
    """Return the incomes of every round in order of time; nobody stands in two rounds."""
    rng = Random("社东/增收")
    people = iter(names.people(rng, sum(gained + others for _, gained, others in ROUNDS)))
    return [
        _income(rng, next(people), day, has_gained)
        for day, gained, others in ROUNDS
        for has_gained in [True] * gained + [False] * others
    ]


def gained_by_the_day_of_the_article() -> int:
    return sum(income.after_yuan > income.before_yuan and income.measured_on <= REPORTED_ON for income in of_shedong())


def _income(rng: Random, name: str, day: date, has_gained: bool) -> Income:
    before = rng.randrange(140, 420) * 100
    change = rng.randrange(12, 160) * 100 if has_gained else -rng.randrange(0, 20) * 100
    return Income(name, rng.choice(PROJECTS), before, before + change, rng.choice(("本人申报", "入户核定")), day)
