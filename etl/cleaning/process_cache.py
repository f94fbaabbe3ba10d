"""What a process makes once and keeps, since making it takes longer than most ledgers: an in-memory DuckDB, a pool of threads."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache

import duckdb


def memory() -> duckdb.DuckDBPyConnection:
    """Return a connection of one's own to an in-memory database; close it after use."""
    return _database().cursor()


@cache
def _database() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:")


@cache
def threads() -> ThreadPoolExecutor:
    """Return a pool for work on whole columns, which leaves Python alone most of the time."""
    return ThreadPoolExecutor(thread_name_prefix="columns")
