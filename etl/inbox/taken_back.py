"""Remembers which ledgers people took back since the last build, so that it is no loss when the next one lacks them."""

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from documents.stored_file import stored_json
from documents.whole_file import durably_replacing
from etl.inbox.moved_files import clear_way

FILE = ".taken_back.json"  # names of files


@contextmanager
def noted(folder: Path, names: Collection[str]) -> Iterator[None]:
    """Add names to those taken back, and have them out again where the block fails; the caller holds the lock of the data folder."""
    former = names_in(folder)
    _store(folder, former.union(names))
    try:
        yield
    except BaseException:
        with suppress(OSError):  # a name too many is no harm, and the first error is the one to tell
            _store(folder, former) if former else forget(folder)
        raise


def names_in(folder: Path) -> frozenset[str]:
    """Return the names taken back since the last build; none where nothing is noted, or not as written."""
    try:
        stored = stored_json(folder / FILE)
        return frozenset(map(str, stored)) if isinstance(stored, list) else frozenset()
    except (OSError, ValueError):
        return frozenset()


def forget(folder: Path) -> None:
    """Forget them: a build was published that lacks them."""
    clear_way(folder, folder / FILE)
    (folder / FILE).unlink(missing_ok=True)


def _store(folder: Path, names: Collection[str]) -> None:
    clear_way(folder, folder / FILE)
    with durably_replacing(folder / FILE) as partial:
        partial.write_text(json.dumps(sorted(names), ensure_ascii=False), encoding="utf-8")
