"""Looks into the shards of data folders, and damages them."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import duckdb

from etl.building.stored_cells import store_cells
from warehouse.build import Build
from warehouse.shard import FOLDER, ShardFile
from warehouse.shard_tables import shard_files


def shard_files_in(build: Path) -> list[ShardFile]:
    """Return the files that the manifest of a build names."""
    with duckdb.connect(str(build), read_only=True) as connection:
        return shard_files(connection)


def shards_of(build: Path) -> dict[str, str]:
    """Return {community: the folder of its shard} of a build."""
    return {file.community: str(file.path.parent) for file in shard_files_in(build)}


def shard_contents(data: Path) -> dict[str, bytes]:
    """Return {path: content} of every file of every shard of a data folder."""
    return {str(path.relative_to(data)): path.read_bytes() for path in (data / FOLDER).rglob("*") if path.is_file()}


def flip_a_byte(path: Path) -> None:
    """Damage the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def left_in_shards(folder: Path, data: Path, tables: Iterable[str]) -> Build:
    """Return the build of a data folder, copied to another, as if some tables were too large to be copied into it, with their cells."""
    shutil.copytree(folder / FOLDER, data / FOLDER, copy_function=os.link)
    (data / "builds").mkdir()
    path = Path(shutil.copy(next((folder / "builds").glob("*.duckdb")), data / "builds"))
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"update shard set is_copied = not list_contains({[*tables]}, table_name)")
        store_cells(data, connection)
    return Build(path)
