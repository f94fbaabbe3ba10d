"""Compares the rows that a build leaves in its shards with their checksums: before they are first read, and no longer whenever a build is opened.

Parquet does not tell a damaged page by itself, so no row is read before the bytes of its file were compared. Most pages read none, since
figures come of cells with checksums of their own, and to read a gigabyte took longer than to draw the first of them. Whether a build
is whole is therefore told by what the load noted that had compared all bytes (builds/CHECKED): how large each file was, and when it
was changed last. Where one differs, or nothing was noted, as after a restore, all bytes are read. A process compares a file before it first
reads rows of it, whatever a load in it compared before, and then once for each state: later damage without trace is found by the next process,
or when a query fails for it.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock

import duckdb

from documents.stored_file import stored_text
from documents.whole_file import replacing
from etl.disk_errors import DAMAGE, NO_DAMAGE
from warehouse.shard import ShardFile, file_digest, forget_digests

FILE = "CHECKED"  # in builds/
FileState = tuple[int, int]  # when it was changed last, in nanoseconds, and its size
_FOUND_DAMAGED: dict[Path, FileState] = {}  # files with other bytes than were written, in the state when read


def file_state(path: Path) -> FileState:
    """Return the state of a file. Raises OSError."""
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


def note_checked(data: Path, files: Sequence[ShardFile]) -> None:
    """Note the state in which files are as they were written; where that cannot be told or noted, readers compare their bytes.

    Bytes that this process compared in that state are not read again.
    """
    with suppress(OSError):
        # States come first, or a file that is changed meanwhile would pass for compared.
        states = [file_state(data / file.path) for file in files]
        if files and all(file.is_as_written(data) for file in files):
            with replacing(data / "builds" / FILE) as beside:
                beside.write_text(_digest(files, states), encoding="utf-8")


def were_checked(data: Path, files: Sequence[ShardFile], states: Sequence[FileState]) -> bool:
    """Tell whether files are in the state in which a load noted that it had compared their bytes."""
    try:
        return stored_text(data / "builds" / FILE) == _digest(files, states)
    except (OSError, ValueError):
        return False


def are_found_damaged(paths: Iterable[Path], states: Iterable[FileState]) -> bool:
    """Tell whether this process found a file damaged in the state in which it is: one that was made again since is another."""
    found = _FOUND_DAMAGED  # mostly nothing, and each page asks this of all files
    return bool(found) and any(found.get(path) == state for path, state in zip(paths, states, strict=True))


def misplaced(data: Path, files: Iterable[Sequence[ShardFile]]) -> list[str]:
    """Return the communities of which a file of a table is not there, or not of the size that was written."""
    each = (file for of_table in files for file in of_table)
    return list(dict.fromkeys(file.community for file in each if not file.has_size(data)))


def _is_as_written(file: ShardFile, data: Path, state: FileState) -> bool:
    """Tell whether a file in this state holds what was written. Raises OSError."""
    return state[1] == file.size and file_digest(data / file.path) == file.sha256


_was_as_written = lru_cache(maxsize=4096)(_is_as_written)  # read once for each state


def _note_damaged(data: Path, path: Path, state: FileState) -> None:
    """Keep in mind that a file is damaged, and withdraw what was noted: the next process has to find it, too, before it reads rows."""
    _FOUND_DAMAGED[path] = state
    forget_digests()  # or the load that is to make the file again would take it for whole
    with suppress(OSError):
        (data / "builds" / FILE).unlink()


def _digest(files: Iterable[ShardFile], states: Iterable[FileState]) -> str:
    listed = sorted((file.path.as_posix(), *state) for file, state in zip(files, states, strict=True))
    return hashlib.sha256(repr(listed).encode()).hexdigest()


def _named(tables: Iterable[str], sql: str) -> list[str]:
    """Return those of the tables that a query names."""
    return [table for table in tables if re.search(rf"\b{table}\b", sql)]


def _may_tell_of_damage(error: Exception) -> bool:
    """Tell whether a query may have failed for other bytes than were written; Arrow makes an OSError without a number of DuckDB's errors."""
    is_of_system = isinstance(error, OSError) and error.errno is not None
    return not is_of_system and not isinstance(error, NO_DAMAGE)


class DamagedRows(Exception):
    """Rows in shards are not as they were written. Carries the communities that they are of."""

    def __init__(self, communities: Sequence[str]) -> None:
        super().__init__(*communities)
        self.communities = communities


class RowsInShards:
    """The rows that a build leaves in its shards: those of a table are compared, and can be read, when a query first names it."""

    def __init__(
        self,
        build: Path,
        files: Mapping[str, Sequence[ShardFile]],
        connection: duckdb.DuckDBPyConnection,
        views: Mapping[str, str],
    ) -> None:
        """Take the files of each table, and what makes a view of it in the database of a build."""
        self.files, self.connection = files, connection
        self._build, self._views = build, views
        self._unread = {*files}
        self._lock = Lock()  # two readers who make the same view at the same time disturb each other

    @contextmanager
    def reading(self, sql: str) -> Iterator[None]:
        """Let a query read the tables that it names. Raises DamagedRows where rows of one are not as they were written.

        Where it fails, the files are compared once more: they may have been damaged since. Raises OSError of a file that cannot
        be read: FileNotFoundError where it went together with the build.
        """
        try:
            if any(table in sql for table in [*self._unread]):
                self._make_readable(sql)
            yield
        except (*DAMAGE, OSError) as error:
            if _may_tell_of_damage(error):
                for table in _named(self.files, sql):
                    self._compare(table, error)
            raise

    def _make_readable(self, sql: str) -> None:
        with self._lock:
            for table in _named(self._unread, sql):
                self._compare(table)
                self.connection.cursor().execute(self._views[table])
                self._unread.discard(table)

    def _compare(self, table: str, error: Exception | None = None) -> None:
        """Raise DamagedRows where files of a table do not hold what was written; for an error that may tell of it all bytes are read anew."""
        is_as_written = _is_as_written if error else _was_as_written
        if damaged := [file for file in self.files[table] if self._is_damaged(file, is_as_written)]:
            raise DamagedRows(list(dict.fromkeys(file.community for file in damaged))) from error

    def _is_damaged(self, file: ShardFile, is_as_written: Callable[[ShardFile, Path, FileState], bool]) -> bool:
        data = self._build.parents[1]
        path = data / file.path
        try:
            state = file_state(path)  # not asked again: by then a load may have made the file anew
            if not are_found_damaged([path], [state]) and is_as_written(file, data, state):
                return False
            _note_damaged(data, path, state)
        except FileNotFoundError:
            if not self._build.exists():
                raise
        return True
