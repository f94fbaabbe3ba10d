"""Holds what a person dropped in until it is confirmed: one folder a session, below data/.intake and apart from the inbox."""

import os
import re
import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

FOLDER = ".intake"
MOST_BYTES = 4_000_000_000  # of one session, unpacked: two of the largest zips
STALE_SECONDS = 24 * 3600.0
MOST_NAME = 80  # characters of a part of a path: file systems hold 255 bytes, a Chinese character takes three
_DRIVE = re.compile(r"^[A-Za-z]:")
_UNFIT = re.compile(r'[\x00-\x1f<>:"|?*]')  # what some file system refuses in a name


@dataclass(frozen=True)
class Staging:
    """The folder of one session. Nothing in it is seen by a load."""

    folder: Path

    @classmethod
    def of(cls, data: Path, session: str) -> "Staging":
        """Return the staging of a session below a data folder; nothing is created yet."""
        return cls(data / FOLDER / session)

    def add(self, key: str, name: str, content: bytes | memoryview) -> Path:
        """Write a file below a folder of its own and return its path; the path from that folder on is its name in the inbox."""
        path = self.folder / "files" / key / safe_name(name)
        self.folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # what lies in it holds names
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.touch()
        return path

    def own_folder(self, key: str) -> Path:
        """Return the folder of one file dropped in."""
        return self.folder / "files" / key

    @property
    def room(self) -> int:
        """Return how many bytes may still be unpacked here."""
        return max(0, MOST_BYTES - sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file()))

    def touch(self) -> None:
        """Note that the session is still at work."""
        if self.folder.exists():
            os.utime(self.folder)

    def clear(self) -> None:
        """Remove everything of this session."""
        shutil.rmtree(self.folder, ignore_errors=True)


def remove_stale(data: Path) -> None:
    """Remove the folders of sessions that were left a day ago or earlier."""
    for folder in (data / FOLDER).glob("*"):
        if time.time() - folder.stat().st_mtime > STALE_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


def forget(data: Path, names: Iterable[str]) -> None:
    """Remove ledgers of these names from trials that were broken off, which hold a copy of the inbox."""
    for inbox in (data / FOLDER).glob("*/trial-*/inbox"):
        for name in names:
            (inbox / name).unlink(missing_ok=True)


def safe_name(name: str) -> str:
    """Return a path that every file system takes and that stays below its folder."""
    parts = PurePosixPath(_DRIVE.sub("", name.replace("\\", "/"))).parts
    fit = [_fit(part) for part in parts if part not in ("/", "..", ".")]
    return "/".join(part for part in fit if part) or "未命名"


def _fit(part: str) -> str:
    path = PurePosixPath(_UNFIT.sub("_", part).strip())
    return f"{path.stem[:MOST_NAME]}{path.suffix[:16]}"
