"""Random windows and communities over random cases: no two figures that are shown differ by few people."""

import random as randoms
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from indicators.disclosure.choices import disclosed_figures
from indicators.model import Filters
from tests.support import builds
from tests.support.attacks import SURVIVED, Attack

PLACES = ("甲社区", "乙社区", "丙社区")
FIRST = date(2025, 1, 1)
K = 5
DAYS = 60
CHOICES = 30  # of windows and communities a round


def attempt(random: randoms.Random, folder: Path) -> Iterator[str]:
    days = [FIRST + timedelta(days=random.randrange(DAYS)) for _ in range(random.randint(60, 600))]
    rows = [
        {"community": random.choice(PLACES), "case_no": f"G{number}", "opened_on": day.isoformat()}
        for number, day in enumerate(days)
    ]
    build = builds.make(folder / "a.duckdb", {"casework": rows})
    seen = {}
    for _ in range(CHOICES):
        ends = sorted(FIRST + timedelta(days=random.randrange(DAYS)) for _ in range(2))
        places = tuple(sorted(random.sample(PLACES, random.randint(1, 3))))
        (figure,) = disclosed_figures(build, ["cases_opened"], Filters(places, ends[0], ends[1]), (), K)
        if figure.value is not None:
            seen[places, *ends] = {
                row["case_no"]
                for row in rows
                if row["community"] in places and ends[0] <= date.fromisoformat(row["opened_on"]) <= ends[1]
            }
    for (one, there), (other, here) in combinations(seen.items(), 2):
        small, large = sorted((there, here), key=len)
        is_told = small < large and len(large - small) < K
        yield f"{one} less {other}: {len(large - small)}" if is_told else SURVIVED


ATTACK = Attack(attempt, 8)
