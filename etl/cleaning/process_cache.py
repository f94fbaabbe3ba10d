"""Provides an in-memory DuckDB and a pool of threads, once a process: making them takes longer than cleaning most ledgers."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache

import duckdb


def memory() -> duckdb.DuckDBPyConnection:
    """Return a new connection to the in-memory database; close it after use."""
    return _database().cursor()


@cache
def _database() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:")


@cache
def threads() -> ThreadPoolExecutor:
    """Return a pool for work on whole columns, most of which Arrow and numpy do without holding Python's lock."""
    return ThreadPoolExecutor(thread_name_prefix="columns")
