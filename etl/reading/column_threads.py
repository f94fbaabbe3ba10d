"""Works on the columns of a long table at once: Arrow and numpy do most of it without holding Python's lock."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

Input = TypeVar("Input")
Output = TypeVar("Output")

LEAST_ROWS = 20_000  # of a table; with fewer, handing the work to threads takes longer than the work


def map_columns(work: Callable[[Input], Output], columns: Iterable[Input], rows: int) -> list[Output]:
    """Return the result of some work on each column of a table with so many rows, in order."""
    return list(_threads().map(work, columns) if rows >= LEAST_ROWS else map(work, columns))


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(thread_name_prefix="columns")
