"""Creates the tables that facts are derived from beside the record tables."""

import duckdb

from etl import declarations


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Create every intermediate table, given the record tables; they are temporary."""
    for name, table in declarations.intermediate_tables().items():
        connection.execute(f"create temp table {name} as {table.sql}")
