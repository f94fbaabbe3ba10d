"""Exchanges parts of a data folder for prepared ones; what is interrupted, whoever takes the lock of the folder next finishes.

A journal names the parts in their order. Each is a rename that is done or not, and what was there before is kept beside: so the
exchange can be taken up at any point, and once the journal is written it ends in one way only.
"""

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import chain, count
from pathlib import Path

from documents.stored_file import stored_json
from documents.whole_file import durably_replacing, flush
from etl.inbox.moved_files import clear_way

JOURNAL = ".exchange.json"
SCRATCH = ".preparing-"  # how the names of folders begin in which parts are prepared


@dataclass(frozen=True)
class Exchange:
    """Folders below the data folder: where the new parts lie, where the former ones go; parts are paths below each of them.

    `dropped` are parts without a new one: they only go aside.
    """

    prepared: str
    aside: str
    parts: Sequence[str]
    dropped: Sequence[str] = ()


def exchange(folder: Path, plan: Exchange) -> None:
    """Exchange the parts; the caller holds the lock of the data folder, and the prepared parts are on the disk."""
    with durably_replacing(folder / JOURNAL) as partial:
        partial.write_text(json.dumps(asdict(plan), ensure_ascii=False), encoding="utf-8")
    finish(folder)


def finish(folder: Path) -> None:
    """Finish an exchange that was begun, and remove what was prepared for one that was not; the caller holds the lock of the data folder."""
    clear_way(folder, folder / JOURNAL)
    if plan := _begun(folder):
        for part in plan.dropped:
            _set_aside(folder / part, folder / plan.aside / part)
        for part in plan.parts:
            if (prepared := folder / plan.prepared / part).exists():  # else it is in its place already
                _put(prepared, folder / part, folder / plan.aside / part)
        (folder / JOURNAL).unlink()
    for unwritten in folder.glob(f".{JOURNAL}.*.partial"):  # a journal that was not begun
        unwritten.unlink(missing_ok=True)
    for scratch in folder.glob(f"{SCRATCH}*"):
        shutil.rmtree(scratch, ignore_errors=True)


def _begun(folder: Path) -> Exchange | None:
    """Return the exchange that was begun; none where the journal is damaged: what is missing then holds back the next build."""
    try:
        return Exchange(**stored_json(folder / JOURNAL))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _set_aside(place: Path, aside: Path) -> None:
    if place.exists() and not aside.exists():
        aside.parent.mkdir(parents=True, exist_ok=True)
        place.replace(aside)


def _put(prepared: Path, place: Path, aside: Path) -> None:
    """Put a prepared part in its place, the former one aside: of a file without a moment in which there is none."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_dir():
        _set_aside(place, _free(aside))  # a reader may have made the folder anew since the exchange began
    elif place.exists() and not aside.exists():
        aside.parent.mkdir(parents=True, exist_ok=True)
        _link(place, aside)
    prepared.replace(place)
    if os.name == "posix":
        flush(place.parent)


def _link(path: Path, target: Path) -> None:
    """Link a file, or copy it where the file system has no links."""
    try:
        os.link(path, target)
    except OSError:
        shutil.copy2(path, target)


def _free(path: Path) -> Path:
    """Return the path, or a numbered one where something lies there."""
    numbered = (path.with_name(f"{path.name}~{number}") for number in count(2))
    return next(free for free in chain([path], numbered) if not free.exists())
