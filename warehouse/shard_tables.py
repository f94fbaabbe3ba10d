"""Reads the tables of a build that lie in shards as if they were its own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

import duckdb

from etl.columns import WRITTEN_NAMES
from warehouse.parquet_files import parquet, quoted
from warehouse.shard import FOLDER, ShardFile

MANIFEST = "shard"  # the table of a build that names the files of its shards
COLUMNS = "community varchar, folder varchar, table_name varchar, row_count bigint, bytes bigint, sha256 varchar, is_copied boolean"
# A table of fewer rows is copied into the build: a page then opens one file, and a query binds in a millisecond less.
MOST_COPIED = 100_000
IN_ORDER = ("place",)  # small, and asked for in the order of its rows, which a view does not know


def shard_files(connection: duckdb.DuckDBPyConnection, where: str = "true") -> list[ShardFile]:
    """Return the files that the manifest of a build names; none of a build of a version without shards."""
    if not connection.execute("select 1 from duckdb_tables() where table_name = ?", [MANIFEST]).fetchall():
        return []
    lines = connection.execute(
        f"select community, table_name, folder, row_count, bytes, sha256 from {MANIFEST} where {where} order by all"
    ).fetchall()
    return [
        ShardFile(community, table, PurePosixPath(folder) / f"{table}.parquet", *line)
        for community, table, folder, *line in lines
    ]


def tables_outside(connection: duckdb.DuckDBPyConnection) -> dict[str, list[ShardFile]]:
    """Return {table: files} of the tables whose rows the build leaves in its shards."""
    files: dict[str, list[ShardFile]] = defaultdict(list)
    for file in shard_files(connection, "not is_copied"):
        files[file.table].append(file)
    return files


def columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    """Return the columns of a table of a build; that of rows that lie in shards is there, empty."""
    return [name for name, *_ in connection.execute(f"describe {table}").fetchall()]


def rows_sql(names: Sequence[str], files: Iterable[ShardFile], data: Path) -> str:
    """Return the query of these columns over all files of a table."""
    listed = ", ".join(f'"{name}"' for name in names)
    paths = [data / file.path for file in files]
    return f"select {listed} from {parquet(paths, by_name=WRITTEN_NAMES in names)}"


def overlay(
    path: Path, config: Mapping[str, str | bool | int | float | list[str]]
) -> tuple[duckdb.DuckDBPyConnection, dict[str, str]]:
    """Open a build whose tables outside lie in its shards, and return what makes a view of each: no other file below the data folder can be read or named.

    A view reads the first bytes of its files when it is made. Views live in memory, over absolute paths: a data folder may be moved,
    and the build in it never changes.
    """
    data = path.parents[1]
    locks = ("enable_external_access", "lock_configuration")  # from when on nothing else can be opened
    connection = duckdb.connect(config={name: value for name, value in config.items() if name not in locks})
    connection.execute(f"attach {quoted(str(path))} as build (read_only)")
    connection.execute("use build")
    outside = tables_outside(connection)
    listed = {table: columns(connection, table) for (table,) in connection.execute("show tables").fetchall()}
    connection.execute("use memory")
    for table in listed.keys() - outside.keys():
        connection.execute(f"create {'table' if table in IN_ORDER else 'view'} {table} as from build.{table}")
    connection.execute(f"set allowed_directories = [{quoted(str(data / FOLDER))}]")
    connection.execute("set parquet_metadata_cache = true")
    for name in locks:
        connection.execute(f"set {name} = {config[name]}")
    views = {
        table: f"create view if not exists {table} as {rows_sql(listed[table], files, data)}"
        for table, files in outside.items()
    }
    return connection, views
