"""Orders of the four steps (四单): a resident asks, the station hands it out, a team takes it, the resident rates it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sample.days import Rhythm, draw
from sample.records import LAST

CHANNELS = {"线上": 6, "电话": 3, "现场": 3, "网格员代点": 2}
RHYTHM = Rhythm(0.12)


@dataclass(frozen=True)
class ServiceOrder:
    """One order; a step that was not taken has no day, and one that nobody rated no rating."""

    order_no: str
    orderer: str
    category: str
    channel: str
    ordered_on: date
    dispatched_on: date | None
    accepted_on: date | None
    provider: str | None
    completed_on: date | None
    rated_on: date | None
    rating: int | None

    @property
    def state(self) -> str:
        """Return how far it has got, in the words of the ledgers."""
        steps = ("待派单", self.dispatched_on), ("已派单", self.accepted_on), ("已接单", self.completed_on)
        waiting = next((state for state, following in steps if following is None), None)
        return waiting or ("已完成" if self.rating is None else "已评单")


@dataclass(frozen=True)
class Station:
    """Who takes what: the teams of each category with how often it is asked for, the usual days to accept, the share of good ratings."""

    prefix: str
    teams: Mapping[str, tuple[int, Sequence[str]]]
    usual_days: float
    satisfied: float


def placed(
    rng: Random, station: Station, count: int, window: tuple[date, date], residents: Sequence[str]
) -> list[ServiceOrder]:
    """Return so many orders in order of time; teams accept sooner, and please more, as the years go by."""
    days = draw(rng, count, *window, RHYTHM)
    return [
        _order(rng, station, f"{station.prefix}{day:%Y%m}{number:04d}", day, day.year - window[0].year, residents)
        for number, day in enumerate(days, 1)
    ]


def _order(
    rng: Random, station: Station, order_no: str, day: date, years: int, residents: Sequence[str]
) -> ServiceOrder:
    category = rng.choices(list(station.teams), [weight for weight, _ in station.teams.values()])[0]
    dispatched = day + timedelta(rng.choice((0, 0, 0, 1, 1, 2)))
    accepted = dispatched + timedelta(int(station.usual_days * 0.85**years * rng.lognormvariate(0, 0.7)))
    completed = accepted + timedelta(rng.randrange(0, 9))
    rated = completed + timedelta(rng.randrange(0, 5))
    steps = _steps(rng, (dispatched, accepted, completed))
    is_rated = steps == 4 and rng.random() < 0.78 and rated <= LAST
    satisfied = min(0.96, station.satisfied + 0.02 * years)
    rating = rng.choices((5, 4, 3, 2, 1), (0.7 * satisfied, 0.3 * satisfied, *_dissatisfied(satisfied)))[0]
    return ServiceOrder(
        order_no,
        rng.choice(residents),
        category,
        rng.choices(list(CHANNELS), list(CHANNELS.values()))[0],
        day,
        dispatched if steps > 1 else None,
        accepted if steps > 2 else None,
        rng.choice(station.teams[category][1]) if steps > 2 else None,
        completed if steps > 3 else None,
        rated if is_rated else None,
        rating if is_rated else None,
    )


def _steps(rng: Random, days: Sequence[date]) -> int:
    """Return how many steps are taken, the order itself being the first: a few stop at each, and all at the end of the time told of."""
    steps = 1
    for share, day in zip((0.99, 0.96, 0.97), days, strict=True):
        if rng.random() > share or day > LAST:
            return steps
        steps += 1
    return steps


def _dissatisfied(satisfied: float) -> tuple[float, float, float]:
    """Return how likely three, two and one of five are."""
    rest = 1 - satisfied
    return 0.7 * rest, 0.2 * rest, 0.1 * rest
