"""Opens the databases that a build is made in: one in memory for the rows of some communities, and the file of the build itself."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from etl import clock

# In SQL, the day here; `current_date` is that of Greenwich where DuckDB does not know the zone: TZ=CST-8.
TODAY = "getvariable('today')"


@contextmanager
def rows_database(scratch: Path, memory: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a connection to a database in memory; what this much does not hold lies in a folder that goes with it."""
    config: dict[str, str | bool | int | float | list[str]]
    config = {"memory_limit": memory, "threads": "2", "temp_directory": str(scratch)}
    try:
        with duckdb.connect(config=config) as connection:
            _set_today(connection)
            yield connection
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


@contextmanager
def build_database(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a connection to a new build, in one transaction that ends with the block: small ones would each wait for the disk.

    It has one thread: with several, DuckDB 2.0 reads no row back of an insertion of 122,880 or more where one of no rows into the
    same table came before it in the transaction.
    """
    with duckdb.connect(str(path), config={"memory_limit": "1GB", "threads": "1"}) as connection:
        _set_today(connection)
        connection.execute("begin")
        yield connection
        connection.execute("commit")
        connection.execute("checkpoint")


def _set_today(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(f"set variable today = date '{clock.today()}'")
