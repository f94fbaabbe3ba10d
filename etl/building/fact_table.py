"""Derives the table of a fact from the record tables, in the types in which it is stored."""

import duckdb

from etl.schema import Fact

_NARROW = {"HUGEINT": "bigint"}  # sums of integers; Parquet has no integer of 128 bits


def rows_sql(connection: duckdb.DuckDBPyConnection, fact: Fact) -> str:
    """Return the query of the rows of a fact, given that the tables it is derived from are there."""
    described = connection.execute(f"describe {fact.sql}").fetchall()
    columns = ", ".join(
        f"cast({column} as {_NARROW[kind]}) as {column}" if kind in _NARROW else column
        for column, kind, *_ in described
    )
    return f"select {columns} from ({fact.sql})"
