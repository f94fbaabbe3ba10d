"""Activities as planned for a stretch of time: how many, of which strand and method, how many people came."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from sample import themes
from sample.amounts import split
from sample.days import Rhythm, draw
from sample.records import Activity

HOURS = (1.0, 1.5, 2.0, 2.0, 2.5, 3.0)


@dataclass(frozen=True)
class Home:
    """Where a community meets and who organises."""

    places: Sequence[str]
    organisers: Sequence[str]
    rhythm: Rhythm


@dataclass(frozen=True)
class Plan:
    """`heads` is the usual attendance, `total_heads` what it must add up to; `cost` None: no cost was written down."""

    method: str
    count: int
    first: date
    last: date
    strands: Mapping[str, int]
    heads: int = 30
    total_heads: int | None = None
    cost: int | None = None
    titles: Sequence[str] = ()


def held(rng: Random, home: Home, plan: Plan) -> list[Activity]:
    """Return the activities of a plan in order of time."""
    days = draw(rng, plan.count, plan.first, plan.last, home.rhythm)
    strands = rng.choices(list(plan.strands), list(plan.strands.values()), k=plan.count)
    titles = _titles(rng, plan, strands)
    rest = _rest(rng, plan, days, _heads(rng, plan, days))
    return [
        Activity(title, day, strand, plan.method, rng.choice(home.places), rng.choice(home.organisers), *more)
        for title, day, strand, more in zip(titles, days, strands, rest, strict=True)
    ]


def in_order(*groups: Sequence[Activity]) -> list[Activity]:
    """Return the activities of several plans in order of time."""
    return sorted((activity for group in groups for activity in group), key=lambda activity: activity.held_on)


def _heads(rng: Random, plan: Plan, days: Sequence[date]) -> list[int]:
    if plan.total_heads is not None:
        return split(rng, plan.total_heads, plan.count, spread=0.35)
    usual = (plan.heads * 1.05 ** (day.year - 2021) for day in days)
    return (
        [max(1, round(number * rng.lognormvariate(0, 0.35))) for number in usual] if plan.heads > 1 else [1] * len(days)
    )


def _rest(
    rng: Random, plan: Plan, days: Sequence[date], heads: Sequence[int]
) -> Iterator[tuple[int, int | None, float]]:
    """Yield heads, cost and hours; things cost more every year."""
    for day, number in zip(days, heads, strict=True):
        dearer = 1.06 ** (day.year - 2021)
        cost = plan.cost and round(plan.cost * dearer * rng.lognormvariate(0, 0.4) / 10) * 10
        yield number, cost, rng.choice(HOURS)


def _titles(rng: Random, plan: Plan, strands: Sequence[str]) -> Iterator[str]:
    """A group meets in series of six sessions; films are shown once each; other titles recur."""
    for index, strand in enumerate(strands):
        if plan.method == "小组":
            series, session = divmod(index, 6)
            yield f"{themes.GROUPS[series % len(themes.GROUPS)]}{strand}小组第{session + 1}节"
        elif plan.method == "放映":
            yield f"爱国影片放映{themes.FILMS[index % len(themes.FILMS)]}"
        else:
            yield rng.choice(plan.titles or themes.STRANDS[strand])
