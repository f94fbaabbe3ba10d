"""Fills the tables of a build from its shards: few rows are copied, many stay where they are, and the manifest names all files."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import duckdb

from etl.building import community_rows, merged_names
from etl.building.insertion import insert_rows
from warehouse import shard_tables
from warehouse.shard import Shard, ShardFile


def create(connection: duckdb.DuckDBPyConnection, data: Path, shards: Sequence[Shard]) -> None:
    """Create the manifest and fill every table of shards; all are there, `problem`, `organisation` and `account` too."""
    files: dict[str, list[ShardFile]] = defaultdict(list)
    for shard in shards:
        for table, file in shard.files.items():
            files[table].append(file)
    outside = {
        table for table in community_rows.tables() if sum(file.rows for file in files[table]) > shard_tables.MOST_COPIED
    }
    _list(connection, shards, outside)
    for table in community_rows.BOOKS:
        _copy(connection, data, table, files[table])
    merged_names.note_written_names(connection)
    for table in community_rows.tables():
        if table in outside:
            rows = shard_tables.rows_sql(shard_tables.columns(connection, table), files[table], data)
            connection.execute(f"create temp view {table} as {rows}")  # before the empty table of that name
        else:
            _copy(connection, data, table, files[table])


def _list(connection: duckdb.DuckDBPyConnection, shards: Sequence[Shard], outside: set[str]) -> None:
    connection.execute(f"create table {shard_tables.MANIFEST} ({shard_tables.COLUMNS})")
    lines = [
        (shard.community, shard.folder.as_posix(), table, file.rows, file.size, file.sha256, table not in outside)
        for shard in shards
        for table, file in shard.files.items()
    ]
    insert_rows(connection, shard_tables.MANIFEST, lines)


def _copy(connection: duckdb.DuckDBPyConnection, data: Path, table: str, files: Sequence[ShardFile]) -> None:
    if files:
        names = shard_tables.columns(connection, table)
        connection.execute(f"insert into {table} by name {shard_tables.rows_sql(names, files, data)}")
