"""Writes files whole: a reader sees the former content or the new, never a part, also when the program is killed meanwhile."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a hidden path beside `path` to write to; what was written then takes its place in one step. Makes the folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name[:60]}.{os.getpid()}.partial")
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def durably_replacing(path: Path) -> Iterator[Path]:
    """Give a path like `replacing`, and have the content on the disk before it takes the place: for what nothing could make again."""
    with replacing(path) as partial:
        yield partial
        flush(partial)
    if os.name == "posix":  # elsewhere a folder cannot be opened, and the system keeps the entry itself
        flush(path.parent)


def flush(path: Path) -> None:
    """Write a file or folder through to the disk, and return only then."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
