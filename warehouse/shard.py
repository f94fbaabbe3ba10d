"""A shard: the rows of one community in Parquet files that never change, in a folder named by what they are made of."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from documents.stored_file import parsed_json, stored_json

FOLDER = "shards"
DESCRIPTION = "shard.json"  # in the folder of a shard, written last: without it there is no shard
_MARK_LENGTH = 12  # of what names the folder of a community


@dataclass(frozen=True)
class ShardFile:
    """A file of a shard: its table, by its path from the data folder on, with the rows, bytes and SHA-256 it was written with."""

    community: str
    table: str
    path: PurePosixPath
    rows: int
    size: int
    sha256: str

    def has_size(self, data: Path) -> bool:
        """Tell whether the file is there, with as many bytes as were written."""
        try:
            return (data / self.path).stat().st_size == self.size
        except OSError:
            return False

    def is_whole(self, data: Path) -> bool:
        """Tell whether the file can be read and holds, byte for byte, what was written."""
        try:
            return self.is_as_written(data)
        except OSError:
            return False

    def is_as_written(self, data: Path) -> bool:
        """Tell the same of a file that can be read. Raises OSError of another, which need not be damaged."""
        path = data / self.path
        state = path.stat()
        return state.st_size == self.size and _digest_of_state(path, state.st_mtime_ns) == self.sha256


def forget_digests() -> None:
    """Let the bytes of every file be read once more: one was found damaged that looks as it did before."""
    _digest_of_state.cache_clear()


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@lru_cache(maxsize=4096)
def _digest_of_state(path: Path, _changed_at: int) -> str:
    """Return the SHA-256 of a file, read once for each moment at which it was changed."""
    return file_digest(path)


@dataclass(frozen=True)
class Shard:
    """The files of one community by table; `notes` hold what its maker wants to know again."""

    community: str
    folder: PurePosixPath  # from the data folder on
    files: Mapping[str, ShardFile]
    notes: Mapping[str, Any]

    def is_whole(self, data: Path) -> bool:
        """Tell whether every file is there as it was written."""
        return all(file.is_whole(data) for file in self.files.values())

    def described(self) -> str:
        """Return what a shard says of itself, with a hash over it; its folder is among it, or a copy in place of another would pass for that."""
        files = {name: [file.rows, file.size, file.sha256] for name, file in sorted(self.files.items())}
        place = {"community": self.community, "folder": self.folder.as_posix()}
        body = _canonical({**place, "files": files, "notes": self.notes})
        return _canonical({"sha256": _digest(body), "shard": body})


@lru_cache(maxsize=4096)
def community_folder(community: str) -> PurePosixPath:
    """Return the folder of all shards of a community."""
    return PurePosixPath(FOLDER, _digest(community)[:_MARK_LENGTH])


def community_folders(data: Path) -> list[Path]:
    """Return the folder of all shards, and what lies in it under names that those of communities have."""
    return [data / FOLDER, *(data / FOLDER).glob("[0-9a-f]" * _MARK_LENGTH)]


def read_shard(data: Path, folder: PurePosixPath) -> Shard | None:
    """Return what a folder says it holds; None where it is not as it was written, or was written elsewhere."""
    try:
        stored = stored_json(data / folder / DESCRIPTION)
        body = parsed_json(stored["shard"])
        if _digest(stored["shard"]) != stored["sha256"] or body["folder"] != folder.as_posix():
            return None
        community = body["community"]
        files = {
            table: ShardFile(community, table, folder / f"{table}.parquet", *line)
            for table, line in body["files"].items()
        }
        return Shard(community, folder, files, body["notes"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_whole_shard(data: Path, folder: PurePosixPath) -> bool:
    """Tell whether a shard lies in this folder of a data folder, as it was written."""
    shard = read_shard(data, folder)
    return shard is not None and shard.is_whole(data)


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
