"""Runs the jobs of a load in limited child processes: in as many as the machine has processors, or in one where a second is no help."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

from etl.cleaning.job import Job
from etl.reading.grid import Unreadable
from etl.reading.limits import run_many

Returned = TypeVar("Returned")
SMALL = 200_000  # bytes that one child has read before a second has started


def run_jobs(function: Callable[[Job], Returned], jobs: Iterable[Job]) -> Iterator[tuple[Job, Returned | Unreadable]]:
    """Yield each job with its result, or with why there is none, as they finish."""
    listed = list(jobs)
    return run_many(function, listed, workers=1 if sum(map(_size, listed)) < SMALL else None)


def _size(job: Job) -> int:
    with suppress(OSError):  # gone or not to be read: the child says so
        return job.ledger.path.stat().st_size
    return 0
