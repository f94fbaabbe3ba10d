"""Compares the rows that a build leaves in its shards with their checksums: before they are first read, and no longer whenever a build is opened.

Parquet does not tell a damaged page by itself, so no row is read before the bytes of its file were compared. Most pages read none, since
figures come of cells with checksums of their own, and to read a gigabyte took longer than to draw the first of them. Whether a build
is whole is therefore told by what the load noted that had compared all bytes (builds/CHECKED): how large each file was, and when it
was changed last. Where one differs, or nothing was noted, as after a restore, all bytes are read.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

import duckdb

from documents.stored_file import stored_text
from documents.whole_file import replacing
from warehouse.shard import ShardFile

FILE = "CHECKED"  # in builds/
FileState = tuple[int, int]  # when it was changed last, in nanoseconds, and its size
FOUND_DAMAGED: set[Path] = set()  # files with other bytes than were written, found when rows were to be read


def file_state(path: Path) -> FileState:
    """Return the state of a file. Raises OSError."""
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


def note_checked(data: Path, files: Sequence[ShardFile]) -> None:
    """Note the state of files whose bytes were compared just now; where that cannot be written, readers compare them."""
    with suppress(OSError):
        if files:
            states = [file_state(data / file.path) for file in files]
            with replacing(data / "builds" / FILE) as beside:
                beside.write_text(_digest(files, states), encoding="utf-8")


def were_checked(data: Path, files: Sequence[ShardFile], states: Sequence[FileState]) -> bool:
    """Tell whether files are in the state in which their bytes were compared, and none was found damaged since."""
    if not FOUND_DAMAGED.isdisjoint(data / file.path for file in files):
        return False
    try:
        return stored_text(data / "builds" / FILE) == _digest(files, states)
    except (OSError, ValueError):
        return False


def _digest(files: Iterable[ShardFile], states: Iterable[FileState]) -> str:
    listed = sorted((file.path.as_posix(), *state) for file, state in zip(files, states, strict=True))
    return hashlib.sha256(repr(listed).encode()).hexdigest()


class RowsInShards:
    """The rows that a build leaves in its shards: those of a table are compared, and can be read, when a query first names it."""

    def __init__(
        self,
        data: Path,
        files: Mapping[str, Sequence[ShardFile]],
        connection: duckdb.DuckDBPyConnection,
        views: Mapping[str, str],
    ) -> None:
        """Take the files of each table, and what makes a view of it in the database of a build."""
        self.files, self.connection = files, connection
        self._data, self._views = data, views
        self._unread = {*files}
        self._lock = Lock()  # two readers who make the same view at the same time disturb each other

    def misplaced(self) -> list[str]:
        """Return the communities of which a file is not there, or not of the size that was written."""
        files = (file for of_table in self.files.values() for file in of_table)
        return list(dict.fromkeys(file.community for file in files if not file.has_size(self._data)))

    def damaged(self, sql: str) -> list[str]:
        """Return the communities of which rows are damaged in a table that a query names; where they are whole, it can be asked."""
        if not any(table in sql for table in [*self._unread]):
            return []
        with self._lock:
            for table in [table for table in self._unread if re.search(rf"\b{table}\b", sql)]:
                if damaged := [file for file in self.files[table] if not file.is_whole(self._data)]:
                    FOUND_DAMAGED.update(self._data / file.path for file in damaged)
                    return list(dict.fromkeys(file.community for file in damaged))
                self.connection.cursor().execute(self._views[table])
                self._unread.discard(table)
        return []
