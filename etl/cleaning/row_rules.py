"""Applies what a record type declares of whole rows: derived columns, checks, exclusions; and hashes each row, all in one query."""

from dataclasses import dataclass
from functools import cache

import duckdb
import numpy as np
import pyarrow as pa

from etl.schema import RecordType

PLACE = ("sheet", "row_no", "table_no")  # columns that say where a row stands and not what it says


@dataclass(frozen=True)
class RuledRows:
    """Typed rows with their derived columns, and what the rules say of each.

    `broken_check` holds the index of the first check that a row breaks, -1 for none: one sentence a row is enough.
    `exclusions` has a mask for each exclusion of the record type: rows that are no records by what their cells say.
    `hashes` are equal for rows of equal cells, wherever they stand.
    """

    rows: pa.Table
    broken_check: np.ndarray
    exclusions: tuple[np.ndarray, ...]
    hashes: np.ndarray


def apply_rules(record: RecordType, typed: pa.Table) -> RuledRows:
    """Return the rows of a table as the rules of its record type complete and judge them."""
    connection = _connection()
    connection.register("typed", typed)
    ruled = connection.sql(_query(record, typed.column_names)).to_arrow_table()
    connection.unregister("typed")
    *derived, broken_check, hashes = ruled.columns[len(record.exclusions) :]
    names = (*typed.column_names, *(column.name for column in record.derived))
    return RuledRows(
        rows=pa.table([*typed.columns, *derived], names),
        broken_check=broken_check.to_numpy(),
        exclusions=tuple(mask.to_numpy() for mask in ruled.columns[: len(record.exclusions)]),
        hashes=hashes.to_numpy(),
    )


def _query(record: RecordType, names: list[str]) -> str:
    """Return the query that gives exclusions, derived columns, the first broken check and the hash of each row, in their order."""
    derived = [f"cast({column.sql} as {column.sql_type}) as {column.name}" for column in record.derived]
    completed = f"(select {', '.join(['*', *derived])} from typed)"
    cells = [name for name in names if name not in PLACE] + [column.name for column in record.derived]
    exclusions = [f"coalesce({rule.sql}, false) as excluded_{index}" for index, rule in enumerate(record.exclusions)]
    broken = "".join(f" when not ({check.sql}) then {index}" for index, check in enumerate(record.checks))
    broken_check = f"case{broken} else -1 end" if broken else "-1"
    selected = (*exclusions, *(column.name for column in record.derived), broken_check, f"hash({', '.join(cells)})")
    return f"select {', '.join(selected)} from {completed}"


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    """Return an in-memory database, once a process: making one takes longer than cleaning most ledgers."""
    return duckdb.connect(":memory:")
