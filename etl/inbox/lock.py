"""One writer at a time: whoever changes a data folder holds its lock, and a second one waits."""

from pathlib import Path

from filelock import FileLock


def writing(folder: Path) -> FileLock:
    """Return the lock of a data folder, for `with`; the system frees it when its holder dies, however it dies."""
    folder.mkdir(parents=True, exist_ok=True)
    return FileLock(folder / ".lock")
