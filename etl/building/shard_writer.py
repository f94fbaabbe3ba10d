"""Writes the rows of one community as a shard: same rows, same bytes."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from documents.whole_file import flush
from etl.building.balance import Unsound
from etl.building.ordered_rows import rows_by_community, without_unused_texts
from etl.cleaning.row_encoding import row_encoding
from etl.columns import WRITTEN_NAMES
from warehouse.shard import DESCRIPTION, Shard, ShardFile, file_digest

_ROWS_OF_GROUP = 122_880  # sixty vectors of DuckDB
_LINEAGE = ("source_file", "sheet", "row_no")


def ordered_rows(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, pa.Table]:
    """Return {community: its rows} of a table, in an order that depends on nothing but them: by date, so that a stretch of time is read alone."""
    batches = connection.sql(f"from {table}").to_arrow_reader(_ROWS_OF_GROUP)
    keys = [*_dates(batches.schema), *(name for name in _LINEAGE if name in batches.schema.names)]
    return rows_by_community(batches, batches.schema, keys)


def write_shard(
    data: Path,
    community: str,
    folder: PurePosixPath,
    tables: Mapping[str, pa.Table],
    counts: Mapping[str, int],
    notes: Mapping[str, object],
) -> Shard:
    """Write the ordered rows of a community, given as {table: rows}, aside; the folder is in its place when all is on the disk.

    `counts` are how many rows each table has as it was counted apart.
    """
    target = data / folder
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    files = {}
    for table, count in counts.items():
        path = partial / f"{table}.parquet"
        if (written := _write(tables[table], path)) != count:
            raise Unsound(f"“{community}”的 {table} 表有 {count} 行，写进数据分片 {written} 行")
        flush(path)
        name = folder / path.name
        files[table] = ShardFile(community, table, name, count, path.stat().st_size, file_digest(path))
    shard = Shard(community, folder, files, notes)
    (partial / DESCRIPTION).write_text(shard.described(), encoding="utf-8")
    flush(partial / DESCRIPTION)
    _put(partial, target)
    return shard


def _write(ordered: pa.Table, path: Path) -> int:
    """Write the rows of a community; return how many.

    Arrow writes them: DuckDB's own writer leaves out what tells empty cells where it happens to know that there are none.
    """
    rows = _without_unmerged_names(without_unused_texts(ordered))
    with pq.ParquetWriter(
        path,
        rows.schema,
        compression="zstd",
        **row_encoding(rows.column_names),
        write_statistics=["community", *_dates(rows.schema)],  # those of other columns are not used
        store_decimal_as_integer=True,
        store_schema=False,
    ) as writer:
        writer.write_table(rows, _ROWS_OF_GROUP)
    return rows.num_rows


def _dates(schema: pa.Schema) -> list[str]:
    return [field.name for field in schema if pa.types.is_date(field.type)]


def _without_unmerged_names(rows: pa.Table) -> pa.Table:
    """Leave out the names as written where none was merged in this community: whether one was in another must not change its shard."""
    has_none = WRITTEN_NAMES in rows.column_names and rows[WRITTEN_NAMES].null_count == rows.num_rows
    return rows.drop_columns(WRITTEN_NAMES) if has_none else rows


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
