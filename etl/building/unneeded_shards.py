"""Finds the shards that no build names any more: they may go."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.build import HARDENED
from warehouse.shard import DESCRIPTION, FOLDER
from warehouse.shard_tables import shard_files


@dataclass(frozen=True)
class StoredShard:
    """A folder of a shard and the bytes in it."""

    path: Path
    size: int


class UntoldShards(Exception):
    """A build that stays does not say which shards it is made of. Carries its name."""


def unneeded_shards(folder: Path, builds: Iterable[Path]) -> list[StoredShard]:
    """Return the shards that none of these builds is made of. Raises UntoldShards where one of them cannot be asked."""
    needed = {folder / name for build in builds for name in _folders(build)}
    shards = sorted(path for path in (folder / FOLDER).glob("*/*") if _is_shard(path) and path not in needed)
    return [StoredShard(path, sum(file.lstat().st_size for file in path.iterdir())) for path in shards]


def _is_shard(path: Path) -> bool:
    """Tell whether a path is a folder of ours; what a link leads to is not."""
    return path.is_dir() and not path.is_symlink() and not path.name.startswith(".")


def _folders(build: Path) -> set[Path]:
    try:
        with duckdb.connect(str(build), read_only=True, config=HARDENED) as connection:
            return {Path(file.path.parent) for file in shard_files(connection)}
    except duckdb.Error as error:
        raise UntoldShards(build.stem) from error


def remove_shards(shards: Sequence[StoredShard]) -> None:
    """Remove shards, and the folders of communities that have none left; to be called by whoever holds the lock of the data folder."""
    for shard in shards:
        description = shard.path / DESCRIPTION  # goes first: without it there is no shard
        shutil.rmtree(description) if description.is_dir() else description.unlink(missing_ok=True)
        shutil.rmtree(shard.path)
        if not any(shard.path.parent.iterdir()):
            shard.path.parent.rmdir()
