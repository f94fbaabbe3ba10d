"""What money was spent on: totals come out exactly, and no fund spends what it has not received."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from sample.amounts import split
from sample.days import Rhythm, draw
from sample.records import Gift, Use


@dataclass(frozen=True)
class Project:
    """What money is spent on: purposes, whom it helps and how many at a time (0: nobody is counted)."""

    name: str
    purposes: Sequence[str]
    group: str
    helped: int = 0
    passed_on_to: str | None = None


def spent(
    rng: Random, total: int, count: int, window: tuple[date, date], projects: Mapping[Project, int], fund: str | None
) -> list[Use]:
    """Return uses of exactly `total` in the window."""
    days = draw(rng, count, *window, Rhythm())
    return [
        _use(rng, day, amount, projects, fund) for day, amount in zip(days, split(rng, total, count, 10), strict=True)
    ]


def spent_as_received(
    rng: Random, gifts: Sequence[Gift], share: float, projects: Mapping[Project, int], usual: int, fund: str | None
) -> Iterator[Use]:
    """Yield uses month by month that keep within `share` of the cash received before the month began."""
    cash = [g for g in gifts if g.form == "现金" and g.status == "到账" and g.fund == fund]
    used = 0
    for month in _months(cash[0].donated_on, cash[-1].donated_on):
        free = int(share * sum(g.amount_yuan or 0 for g in cash if g.donated_on < month)) - used
        if free < usual:
            continue
        count = max(1, min(free // usual, 9))
        amount = free if free < usual * 12 else usual * 12
        last = (month + timedelta(31)).replace(day=1) - timedelta(1)
        yield from spent(rng, amount, count, (month, last), projects, fund)
        used += amount


def vouchered(prefix: str, *groups: Sequence[Use]) -> list[Use]:
    """Return all uses in order of time, each with its voucher number."""
    uses = sorted((use for group in groups for use in group), key=lambda use: use.used_on)
    return [replace(use, voucher_no=f"{prefix}-{index:04d}") for index, use in enumerate(uses, 1)]


def _use(rng: Random, day: date, amount: int, projects: Mapping[Project, int], fund: str | None) -> Use:
    project = rng.choices(list(projects), list(projects.values()))[0]
    helped = max(1, round(project.helped * rng.lognormvariate(0, 0.4))) if project.helped else None
    return Use(
        day, fund, amount, project.name, rng.choice(project.purposes), project.group, helped, project.passed_on_to, ""
    )


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(32)).replace(day=1)
