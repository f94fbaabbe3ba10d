"""Bounds the memory of the databases that rows are made in: what it does not hold lies in a file beside them meanwhile."""

from collections.abc import Callable
from typing import TypeVar

import duckdb

WorkResult = TypeVar("WorkResult")

LITTLE = "256MB"  # holds a batch of rows, and what is derived from them
MUCH = "1GB"


def with_little_memory(work: Callable[[str], WorkResult]) -> WorkResult:
    """Return what work gives that is told how much memory its database may take: much only where little does not suffice."""
    try:
        return work(LITTLE)
    except duckdb.OutOfMemoryException:
        return work(MUCH)
