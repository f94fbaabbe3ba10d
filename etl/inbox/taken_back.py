"""Remembers which ledgers people took back since the last build, so that it is no loss when the next one lacks them."""

import json
from collections.abc import Collection
from pathlib import Path

from documents.whole_file import durably_replacing

FILE = ".taken_back.json"  # names of files


def note(folder: Path, names: Collection[str]) -> None:
    """Add names to those taken back; the caller holds the lock of the data folder."""
    with durably_replacing(folder / FILE) as partial:
        partial.write_text(json.dumps(sorted({*names_in(folder), *names}), ensure_ascii=False), encoding="utf-8")


def names_in(folder: Path) -> frozenset[str]:
    """Return the names taken back since the last build; none where nothing is noted, or not as written."""
    try:
        stored = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return frozenset(map(str, stored)) if isinstance(stored, list) else frozenset()
    except (OSError, ValueError):
        return frozenset()


def forget(folder: Path) -> None:
    """Forget them: a build was published that lacks them."""
    (folder / FILE).unlink(missing_ok=True)
