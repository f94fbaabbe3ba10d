"""Inserts many rows into a table of a build by one statement: a statement a row takes a hundred times as long."""

from collections.abc import Iterable, Sequence
from typing import Any

import duckdb


def insert_rows(connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows of equal length; `table` may name its columns behind it."""
    columns = list(map(list, zip(*rows, strict=True)))
    if columns:
        connection.execute(f"insert into {table} select {', '.join(['unnest(?)'] * len(columns))}", columns)
