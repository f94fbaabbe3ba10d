"""Writes the rows of one community as a shard: same rows, same bytes."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

import duckdb
import pyarrow.parquet as pq

from documents.whole_file import flush
from etl.building.balance import Unsound
from etl.columns import WRITTEN_NAMES
from warehouse.parquet_files import quoted
from warehouse.shard import DESCRIPTION, Shard, ShardFile, file_digest

_ROWS_OF_GROUP = 122_880  # sixty vectors of DuckDB
_ROW = "row_no"
_LINEAGE = ("source_file", "sheet", _ROW)


def write_shard(
    connection: duckdb.DuckDBPyConnection,
    data: Path,
    community: str,
    folder: PurePosixPath,
    rows: Mapping[str, int],
    notes: Mapping[str, object],
) -> Shard:
    """Write the rows of a community, given as {table: number of rows}, aside; the folder is in its place when all is on the disk."""
    target = data / folder
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    files = {}
    for table, count in rows.items():
        path = partial / f"{table}.parquet"
        if (written := _copy(connection, table, community, path)) != count:
            raise Unsound(f"“{community}”的 {table} 表有 {count} 行，写进数据分片 {written} 行")
        flush(path)
        name = folder / path.name
        files[table] = ShardFile(community, table, name, count, path.stat().st_size, file_digest(path))
    shard = Shard(community, folder, files, notes)
    (partial / DESCRIPTION).write_text(shard.described(), encoding="utf-8")
    flush(partial / DESCRIPTION)
    _put(partial, target)
    return shard


def _copy(connection: duckdb.DuckDBPyConnection, table: str, community: str, path: Path) -> int:
    """Write the rows of a table in an order that depends on nothing but them: by date, so that a stretch of time is read alone; return how many.

    Arrow writes them: DuckDB's own writer leaves out what tells empty cells where it happens to know that there are none.
    """
    described = connection.execute(f"describe {table}").fetchall()
    kinds = {
        name: kind for name, kind, *_ in described if name != WRITTEN_NAMES or _has_names(connection, table, community)
    }
    dates = [name for name, kind in kinds.items() if kind == "DATE"]
    order = dict.fromkeys([*dates, *(name for name in _LINEAGE if name in kinds), *kinds])
    query = f"select {_listed(kinds)} from {table} where community = {quoted(community)} order by {_listed(order)}"
    batches = connection.sql(query).to_arrow_reader(_ROWS_OF_GROUP)
    with pq.ParquetWriter(
        path,
        batches.schema,
        compression="zstd",
        use_dictionary=[name for name in kinds if name != _ROW],
        column_encoding={_ROW: "DELTA_BINARY_PACKED"} if _ROW in kinds else None,  # almost every row has another one
        write_statistics=["community", *dates],  # those of other columns are not used
        store_decimal_as_integer=True,
        store_schema=False,
    ) as writer:
        rows = 0
        for batch in batches:
            writer.write_batch(batch, row_group_size=_ROWS_OF_GROUP)
            rows += batch.num_rows
    return rows


def _has_names(connection: duckdb.DuckDBPyConnection, table: str, community: str) -> bool:
    """Tell whether any name was merged in this community: whether one was in another must not change its shard."""
    sql = f"select 1 from {table} where community = ? and {WRITTEN_NAMES} is not null limit 1"
    return bool(connection.execute(sql, [community]).fetchall())


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _put(partial: Path, target: Path) -> None:
    """Put a shard in its place; one that lies there is damaged, and goes."""
    if target.exists():
        damaged = target.with_name(f".{target.name}.{os.getpid()}.damaged.partial")
        target.replace(damaged)
        partial.replace(target)
        shutil.rmtree(damaged, ignore_errors=True)
    else:
        partial.replace(target)
    for folder in target.parents[:3] if os.name == "posix" else ():  # of the community, of all shards, of all data
        flush(folder)
