"""Writes the SQL that reads Parquet files by their paths."""

from collections.abc import Iterable
from pathlib import Path


def parquet(paths: Iterable[str | Path], *, by_name: bool = False) -> str:
    """Return the SQL that reads these files as one table; `by_name` where they differ in columns."""
    files = ", ".join(quoted(str(path)) for path in paths)
    return f"read_parquet([{files}], union_by_name = {str(by_name).lower()})"


def quoted(text: str) -> str:
    """Return a text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"
