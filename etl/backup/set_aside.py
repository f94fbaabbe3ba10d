"""Tells what undos, replacements and restores have set aside in a data folder, and removes what is older than every build that stays."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from etl.backup.restore import ASIDE
from etl.inbox.moved_files import REMOVED
from warehouse.build_files import SECOND


@dataclass(frozen=True)
class SetAside:
    """A ledger, or the state before a restore: its path below the data folder, its size in bytes, and when it was set aside."""

    name: str
    path: Path
    size: int
    at: datetime

    def is_before(self, builds: Sequence[Path]) -> bool:
        """Tell whether it was set aside before the first of these builds was made."""
        return bool(builds) and self.at.strftime("%Y%m%d-%H%M%S") < min(path.stem[:SECOND] for path in builds)


def set_aside(folder: Path) -> list[SetAside]:
    """Return what was set aside in a data folder, the oldest first."""
    paths = [*(folder / ASIDE).glob("*"), *_files(folder / REMOVED)]
    return sorted((_entry(folder, path) for path in paths), key=lambda entry: (entry.at, entry.name))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())


def _entry(folder: Path, path: Path) -> SetAside:
    """Return an entry. A rename leaves the time at which a file was written as it was, and changes that of its entry."""
    stat = path.lstat()
    files = [stat] if not path.is_dir() else [file.lstat() for file in _files(path)]
    at = datetime.fromtimestamp(max(stat.st_mtime, stat.st_ctime)).astimezone()
    return SetAside(path.relative_to(folder).as_posix(), path, sum(file.st_size for file in files), at)


def remove_set_aside(entries: Iterable[SetAside]) -> None:
    """Remove entries; to be called by whoever holds the lock of the data folder."""
    for entry in entries:
        if entry.path.is_dir() and not entry.path.is_symlink():
            shutil.rmtree(entry.path)
        else:
            entry.path.unlink(missing_ok=True)
