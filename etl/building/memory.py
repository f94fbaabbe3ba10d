"""Bounds the memory of the databases that rows are made in: what it does not hold lies in a file beside them meanwhile."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import duckdb

WorkResult = TypeVar("WorkResult")
BatchPart = TypeVar("BatchPart")

LITTLE = "256MB"  # holds a batch of rows, and what is derived from them
MUCH = "1GB"
MOST_ROWS = 500_000  # of a batch


def batches(rows: Iterable[tuple[BatchPart, int]]) -> Iterator[list[BatchPart]]:
    """Yield parts, each given with its number of rows, in groups of so few rows that little memory suffices; a larger part is alone."""
    batch: list[BatchPart] = []
    total = 0
    for part, count in rows:
        if batch and total + count > MOST_ROWS:
            yield batch
            batch, total = [], 0
        batch.append(part)
        total += count
    if batch:
        yield batch


def with_little_memory(work: Callable[[str], WorkResult]) -> WorkResult:
    """Return what work gives that is told how much memory its database may take: much only where little does not suffice."""
    try:
        return work(LITTLE)
    except duckdb.OutOfMemoryException:
        return work(MUCH)
