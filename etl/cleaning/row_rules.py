"""Applies what a record type declares of whole rows: derived columns, checks, exclusions; and hashes each row, all in one query."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import duckdb
import numpy as np
import pyarrow as pa

from etl.reading.column_threads import LEAST_ROWS
from etl.schema import Check, RecordType

PLACE = ("sheet", "row_no", "table_no")  # columns that say where a row stands and not what it says


@dataclass(frozen=True)
class RuledRows:
    """Typed rows with their derived columns, and what the rules say of each.

    `broken_check` holds the index of the first check that a row breaks, -1 for none: one sentence a row is enough.
    `remark` is the same for what is only remarked upon.
    `exclusions` has a mask for each exclusion of the record type: rows that are no records by what their cells say.
    `hashes` are equal for rows of equal cells, wherever they stand.
    """

    rows: pa.Table
    broken_check: np.ndarray
    remark: np.ndarray
    exclusions: tuple[np.ndarray, ...]
    hashes: np.ndarray


def apply_rules(record: RecordType, typed: pa.Table) -> RuledRows:
    """Return the rows of a table as the rules of its record type complete and judge them."""
    is_long = typed.num_rows >= LEAST_ROWS
    query = _bound(_query(record, typed.column_names), typed.schema, is_long=is_long)
    connection = _connection(is_long=is_long)
    connection.register("typed", typed)
    ruled = query.to_arrow_table()
    connection.unregister("typed")
    *derived, broken_check, remark, hashes = ruled.columns[len(record.exclusions) :]
    names = (*typed.column_names, *(column.name for column in record.derived))
    rows = pa.table([*typed.columns, *derived], names)
    return RuledRows(
        rows=rows.drop_columns(_only_checked(record)),
        broken_check=broken_check.to_numpy(),
        remark=remark.to_numpy(),
        exclusions=tuple(mask.to_numpy() for mask in ruled.columns[: len(record.exclusions)]),
        hashes=hashes.to_numpy(),
    )


def _query(record: RecordType, names: list[str]) -> str:
    """Return the query that gives exclusions, derived columns, the first broken check and remark and the hash of each row, in their order."""
    derived = [f"cast({column.sql} as {column.sql_type}) as {column.name}" for column in record.derived]
    completed = f"(select {', '.join(['*', *derived])} from typed)"
    apart = (*PLACE, *_only_checked(record))
    cells = [name for name in names if name not in apart] + [column.name for column in record.derived]
    exclusions = [f"coalesce({rule.sql}, false) as excluded_{index}" for index, rule in enumerate(record.exclusions)]
    judged = (_first_broken(record.checks), _first_broken(record.remarks), f"hash({', '.join(cells)})")
    selected = (*exclusions, *(column.name for column in record.derived), *judged)
    return f"select {', '.join(selected)} from {completed}"


def _only_checked(record: RecordType) -> list[str]:
    """Return the columns that leave no trace behind the rules, not even in the hash of a row."""
    return [column.name for column in record.columns if not column.stored]


def _first_broken(rules: Sequence[Check]) -> str:
    """Return the SQL of the index of the first rule that a row breaks, -1 for none."""
    cases = "".join(f" when not ({rule.sql}) then {index}" for index, rule in enumerate(rules))
    return f"case{cases} else -1 end" if cases else "-1"


@lru_cache(maxsize=64)  # to read and bind a query takes a small ledger longer than to run it
def _bound(query: str, schema: pa.Schema, *, is_long: bool) -> duckdb.DuckDBPyRelation:
    """Return a query of the table `typed`, whichever of this schema is registered when it runs."""
    connection = _connection(is_long=is_long)
    connection.register("typed", schema.empty_table())
    return connection.sql(query)


@cache
def _connection(*, is_long: bool) -> duckdb.DuckDBPyConnection:
    """Return an in-memory database for tables that are long, or are not, once a process: making one takes longer than cleaning most ledgers.

    It plans queries as they stand: of one table read once nothing is to be planned better, and looking for it takes a small ledger longer
    than the query.
    """
    config: dict[str, str | bool | int | float | list[str]] = {} if is_long else {"threads": "1"}
    connection = duckdb.connect(":memory:", config=config)
    connection.execute("pragma disable_optimizer")
    return connection
