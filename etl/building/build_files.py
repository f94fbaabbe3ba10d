"""Names the files of builds in the order in which they were made."""

from pathlib import Path

SECOND = len("20261126-044638")


def newest_first(folder: Path) -> list[Path]:
    """Return the files of all builds of a data folder."""
    return sorted((folder / "builds").glob("*.duckdb"), key=made_at, reverse=True)


def made_at(path: Path) -> tuple[str, int, str]:
    """Return what builds are ordered by: the second, and of those of one second the number behind it (…-044638, …-044638-2)."""
    return path.stem[:SECOND], len(path.stem), path.stem
