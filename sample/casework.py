"""Cases from opening to closing: dates, bands and scores, nothing of what was said."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from sample.days import Rhythm, draw
from sample.records import LAST, Case

TYPES = {"经济困难": 5, "健康照护": 6, "家庭关系": 5, "心理情绪": 4, "就业": 2, "儿童成长": 4}
SOURCES = {"主动求助": 4, "社区转介": 5, "走访发现": 4, "居民介绍": 2}
STAGES = ((20, "接案"), (45, "预估"), (75, "计划"), (10_000, "介入"))


def opened(
    rng: Random,
    counts: Sequence[tuple[int, date, date]],
    prefix: str,
    clients: Sequence[str],
    workers: Sequence[str],
) -> list[Case]:
    """Return so many cases opened in each window, numbered by year; closing takes less time as the years go by."""
    days = sorted(day for count, first, last in counts for day in draw(rng, count, first, last, Rhythm(0.05)))
    numbers: Counter[int] = Counter()
    cases = []
    for day, client in zip(days, clients, strict=False):
        numbers[day.year] += 1
        cases.append(_case(rng, f"{prefix}{day.year}-{numbers[day.year]:03d}", day, client, rng.choice(workers)))
    return cases


def _case(rng: Random, case_no: str, day: date, client: str, worker: str) -> Case:
    needed = 20 + int(62 * 0.93 ** (day.year - 2021) * rng.lognormvariate(0, 0.55))
    closed = day + timedelta(needed)
    is_closed = closed <= LAST and rng.random() < 0.94
    before = rng.randrange(2, 7)
    after = min(10, max(1, before + rng.choice((-1, 0, 1, 2, 2, 3, 3, 4))))
    return Case(
        case_no,
        day,
        closed if is_closed else None,
        client,
        int(rng.choice((rng.gauss(68, 9), rng.gauss(42, 10), rng.gauss(11, 3)))) % 96,
        _one(rng, TYPES),
        _one(rng, SOURCES),
        worker,
        "结案" if is_closed else next(stage for days, stage in STAGES if (LAST - day).days <= days),
        max(1, needed // 14),
        before if rng.random() < 0.9 else None,
        after if is_closed and rng.random() < 0.92 else None,
    )


def _one(rng: Random, weights: dict[str, int]) -> str:
    return rng.choices(list(weights), list(weights.values()))[0]
