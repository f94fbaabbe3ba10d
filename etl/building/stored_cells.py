"""Counts the cells of a build's large tables once, community by community, and stores them beside their rows."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.building.memory import with_little_memory
from warehouse.cell_files import CommunityQuery, answer_name, cells_path, read_answers, write_answers
from warehouse.parquet_files import parquet
from warehouse.shard import ShardFile
from warehouse.shard_tables import tables_outside

_THREADS = 2
# One thread adds fractions in one order, so that the same rows give the same bytes.
_COUNTING: dict[str, str | bool | int | float | list[str]] = {"threads": "1"}


def store_cells(data: Path, build: duckdb.DuckDBPyConnection) -> None:
    """Store the cells of tables that a build leaves in its shards, as far as they are not there; to be called under the write lock.

    A reader who does not find them counts the rows.
    """
    if not (outside := tables_outside(build)):
        return
    from indicators.questions import stored_queries  # takes as long to import as a small ledger takes to clean

    wanted = {table: stored_queries(table) for table in outside}
    missing = [
        (file, wanted[table])
        for table, files in outside.items()
        for file in files
        if not _has(data, file, wanted[table])
    ]
    with ThreadPoolExecutor(_THREADS) as threads:
        for job in [threads.submit(_store, data, file, queries) for file, queries in missing]:
            job.result()


def _has(data: Path, file: ShardFile, queries: Sequence[CommunityQuery]) -> bool:
    return read_answers(cells_path(data, file)).keys() == {query.sql for query in queries}


def _store(data: Path, file: ShardFile, queries: Sequence[CommunityQuery]) -> None:
    scratch = (
        data / "builds" / f".{os.getpid()}.{file.path.parent.name}.{file.table}.partial"
    )  # for what memory does not hold

    def count(memory: str) -> dict[str, pa.Table]:
        config = {**_COUNTING, "memory_limit": memory, "temp_directory": str(scratch)}
        with duckdb.connect(config=config) as connection:
            connection.execute(f"create view {file.table} as from {parquet([data / file.path])}")
            counting = _Counting(connection, frozenset(queries))
            return {query.sql: counting.answer(query) for query in queries}

    write_answers(cells_path(data, file), with_little_memory(count))


@dataclass(frozen=True)
class _Counting:
    """Answers queries from the rows, or from answers to others that are wanted, too."""

    connection: duckdb.DuckDBPyConnection
    wanted: frozenset[CommunityQuery]
    answers: dict[CommunityQuery, pa.Table] = field(default_factory=dict)

    def answer(self, query: CommunityQuery) -> pa.Table:
        """Return the answer to a query, found once."""
        if query not in self.answers:
            self.answers[query] = self.connection.sql(f"{self._readable_sql(query)} order by all").to_arrow_table()
        return self.answers[query]

    def _readable_sql(self, query: CommunityQuery) -> str:
        """Return SQL for the answer to a query, what it reads being there."""
        shortcut = query.shortcut
        if shortcut is None or not self.wanted.issuperset(shortcut.sources):
            return query.sql
        for number, answer in enumerate([self.answer(source) for source in shortcut.sources]):
            self.connection.register(answer_name(number), answer)
        return shortcut.sql
