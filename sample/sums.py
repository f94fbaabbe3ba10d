"""Monthly sums (汇总上报) of a community that kept no lists yet: invented month by month, and once out of its lists."""

from collections.abc import Iterator
from datetime import date
from random import Random

from sample.days import SEASON
from sample.office import within
from sample.records import Activity, Service, Sum


def invented(rng: Random, month: date, usual: int) -> Iterator[Sum]:
    """Yield the sums of a month without lists, `usual` activities in it."""
    activities = max(1, round(usual * SEASON[month.month - 1] + rng.uniform(-1, 1)))
    visits = min(activities, rng.randrange(1, 3))
    heads = sum(max(6, round(rng.gauss(27, 6))) for _ in range(activities - visits)) + visits
    hours = sum(rng.choice((1.5, 2, 2, 2.5, 3)) for _ in range(activities * 2))
    yield from _items(month, activities, heads, visits, hours)


def counted(month: date, last: date, activities: list[Activity], services: list[Service]) -> Iterator[Sum]:
    """Yield the sums of a month whose lists exist; the last activity was forgotten when they were added up."""
    held = within(activities, "held_on", month, last)
    summed = held[:-1]
    visits = sum(activity.method == "走访" for activity in summed)
    hours = sum(service.hours for service in within(services, "served_on", month, last))
    yield from _items(month, len(summed), sum(activity.headcount or 0 for activity in summed), visits, hours)


def _items(month: date, activities: int, heads: int, visits: int, hours: float) -> Iterator[Sum]:
    yield Sum(month, "活动场次", activities, "场")
    yield Sum(month, "参与人次", heads, "人次")
    yield Sum(month, "走访户次", visits, "户次")
    yield Sum(month, "服务时长", hours, "小时")
