"""Counts the cells of a build's large tables once, community by community, and stores them beside their rows."""

import os
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.building.grouped_cells import store_groups
from etl.building.memory import batches, with_little_memory
from etl.building.ordered_rows import in_order, slices_by_community
from warehouse.cell_files import (
    CommunityQuery,
    Restriction,
    Shortcut,
    answer_name,
    cells_path,
    read_answers,
    write_answers,
)
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
        (batch, wanted[table])
        for table, files in outside.items()
        for batch in batches((file, file.rows) for file in files if not _has(data, file, wanted[table]))
    ]
    with ThreadPoolExecutor(_THREADS) as threads:
        for job in [threads.submit(_store, data, number, missing[number::_THREADS]) for number in range(_THREADS)]:
            job.result()
    store_groups(data, outside, {table: [query.sql for query in queries] for table, queries in wanted.items()})


def _has(data: Path, file: ShardFile, queries: Sequence[CommunityQuery]) -> bool:
    return read_answers(cells_path(data, file)).holds(query.sql for query in queries)


def _store(data: Path, number: int, missing: Sequence[tuple[Sequence[ShardFile], Sequence[CommunityQuery]]]) -> None:
    """Store the cells of these files, each with others of its table, counted in a database whose number no other has meanwhile."""
    scratch = data / "builds" / f".{os.getpid()}.cells-{number}.partial"  # for what memory does not hold
    with duckdb.connect(config={**_COUNTING, "temp_directory": str(scratch)}) as connection:
        for files, queries in missing:
            rows = parquet([data / file.path for file in files], by_name=True)
            connection.execute(f"create or replace view {files[0].table} as from {rows}")
            answers = with_little_memory(partial(_counted, connection, queries))
            parts = {id(answer): slices_by_community(answer) for answer in answers.values()}
            for file in files:
                own = {sql: parts[id(answer)].get(file.community, answer[:0]) for sql, answer in answers.items()}
                write_answers(cells_path(data, file), own)


def _counted(
    connection: duckdb.DuckDBPyConnection, queries: Sequence[CommunityQuery], memory: str
) -> dict[str, pa.Table]:
    connection.execute(f"set memory_limit = '{memory}'")
    counting = _Counting.of(connection, queries)
    answers = {query.sql: counting.answer(query) for query in queries}
    ordered = {id(answer): _in_order(answer) for answer in {id(answer): answer for answer in answers.values()}.values()}
    return {sql: ordered[id(answer)] for sql, answer in answers.items()}


def _in_order(answer: pa.Table) -> pa.Table:
    """Return an answer in the order of all columns but its numbers: no two rows have the same ones."""
    return in_order(answer, answer.column_names[:-1]) if answer.num_rows else answer


@dataclass(frozen=True)
class _Counting:
    """Answers queries from the rows, or from answers that are found anyway, or that several of them follow from."""

    connection: duckdb.DuckDBPyConnection
    sources: frozenset[CommunityQuery]
    answers: dict[CommunityQuery, pa.Table] = field(default_factory=dict)
    followed: dict[tuple[object, ...], pa.Table] = field(default_factory=dict)  # by shortcut and what it is made of

    @classmethod
    def of(cls, connection: duckdb.DuckDBPyConnection, queries: Sequence[CommunityQuery]) -> "_Counting":
        """Return what answers these queries."""
        followers = Counter(source for query in queries if query.shortcut for source in query.shortcut.sources)
        return cls(connection, frozenset([*queries, *(source for source, number in followers.items() if number > 1)]))

    def answer(self, query: CommunityQuery) -> pa.Table:
        """Return the answer to a query, found once."""
        if query not in self.answers:
            self.answers[query] = self._found_answer(query)
        return self.answers[query]

    def _found_answer(self, query: CommunityQuery) -> pa.Table:
        if query.restriction and self._is_met_by_all(query.restriction):
            return self.answer(query.restriction.without)
        if query.shortcut and self.sources.issuperset(query.shortcut.sources):
            return self._following(query.shortcut)
        return self.connection.sql(query.sql).to_arrow_table()

    def _following(self, shortcut: Shortcut) -> pa.Table:
        """Return what follows from other answers, once of the same: residents are often all who come."""
        answers = [self.answer(source) for source in shortcut.sources]
        key = (shortcut.sql, *map(id, answers))
        if key not in self.followed:
            for number, answer in enumerate(answers):
                self.connection.register(answer_name(number), answer)
            self.followed[key] = self.connection.sql(shortcut.sql).to_arrow_table()
        return self.followed[key]

    def _is_met_by_all(self, restriction: Restriction) -> bool:
        """Tell whether all rows meet a condition, as where no ledger says who is a resident: this takes far less than to count them."""
        others = f"from {restriction.without.table} where ({restriction.condition}) is not true limit 1"
        return not self.connection.execute(f"select 1 {others}").fetchall()
