"""Names the files of builds in the order in which they were made."""

from datetime import datetime
from pathlib import Path

from documents.day_text import day_text

SECOND = len("20261126-044638")


def newest_first(folder: Path) -> list[Path]:
    """Return the files of all builds of a data folder."""
    files = (path for path in (folder / "builds").glob("*.duckdb") if path.is_file())
    return sorted(files, key=made_at, reverse=True)


def made_at(path: Path) -> tuple[str, int, str]:
    """Return what builds are ordered by: the second, and of those of one second the number behind it (…-044638, …-044638-2)."""
    return path.stem[:SECOND], len(path.stem), path.stem


def moment(path: Path) -> str:
    """Return when a build was made, as its name tells: 2026年11月26日04:46; the name itself where it tells no time."""
    try:
        made = datetime.strptime(path.stem[:SECOND], "%Y%m%d-%H%M%S")  # noqa: DTZ007 - the wall clock of the machine that made it
    except ValueError:
        return path.stem
    return f"{day_text(made)}{made:%H:%M}"
