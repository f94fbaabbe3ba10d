"""When things happen: weekdays, seasons, growth over the years, the pandemic, and months in which nothing took place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

SEASON = (0.9, 0.55, 1.2, 1.0, 1.1, 1.1, 1.25, 1.05, 1.1, 1.15, 0.95, 1.0)
WEEK = (0.6, 0.7, 0.85, 0.7, 1.0, 1.9, 1.3)
PANDEMIC = {
    "2022-03": 0.7,
    "2022-04": 0.35,
    "2022-05": 0.6,
    "2022-08": 0.7,
    "2022-10": 0.55,
    "2022-11": 0.3,
    "2022-12": 0.2,
    "2023-01": 0.5,
}


@dataclass(frozen=True)
class Rhythm:
    """`growth` a year, months that were quieter than usual, and months without anything (true zeros)."""

    growth: float = 0.06
    quiet: Mapping[str, float] = field(default_factory=lambda: PANDEMIC)
    silent: tuple[str, ...] = ()

    def weight(self, day: date) -> float:
        """Return how likely this day is, relative to others."""
        month = f"{day:%Y-%m}"
        if month in self.silent:
            return 0.0
        grown = (1 + self.growth) ** (day.year + day.timetuple().tm_yday / 365 - 2021)
        return SEASON[day.month - 1] * WEEK[day.weekday()] * self.quiet.get(month, 1.0) * grown


STEADY = Rhythm(0.0, {})


def days(first: date, last: date) -> list[date]:
    """Return every day from first to last."""
    return [first + timedelta(offset) for offset in range((last - first).days + 1)]


def draw(rng: Random, count: int, first: date, last: date, rhythm: Rhythm) -> list[date]:
    """Return `count` days in order, busy days more often than quiet ones."""
    every = days(first, last)
    return sorted(rng.choices(every, [rhythm.weight(day) for day in every], k=count))


def quarters(first_year: int, last: date) -> list[tuple[date, date]]:
    """Return first and last day of each quarter, the last one cut at `last`."""
    starts = [date(year, month, 1) for year in range(first_year, last.year + 1) for month in (1, 4, 7, 10)]
    starts = [start for start in starts if start <= last]
    ends = [start - timedelta(1) for start in starts[1:]] + [last]
    return list(zip(starts, ends, strict=True))
