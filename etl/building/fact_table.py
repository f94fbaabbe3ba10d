"""Derives the tables of facts from the record tables, in the types in which they are stored."""

import duckdb

from etl import declarations
from etl.fact import Fact

_NARROW = {"HUGEINT": "bigint"}  # sums of integers; Parquet has no integer of 128 bits


def create_intermediate(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the tables that facts are derived from beside the record tables; they are temporary."""
    for name, table in declarations.intermediate_tables().items():
        connection.execute(f"create temp table {name} as {table.sql}")


def rows_sql(connection: duckdb.DuckDBPyConnection, fact: Fact) -> str:
    """Return the query of the rows of a fact, given that the tables it is derived from are there."""
    described = connection.execute(f"describe {fact.sql}").fetchall()
    columns = ", ".join(
        f"cast({column} as {_NARROW[kind]}) as {column}" if kind in _NARROW else column
        for column, kind, *_ in described
    )
    return f"select {columns} from ({fact.sql})"
