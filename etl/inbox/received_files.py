"""Remembers the bytes of each received file, to tell a file that was edited from one that a disk has spoilt.

Whoever saves a file changes when it was changed. Bytes that differ while size and time are as they were are a fault of the disk
or of what copied the folder: such a ledger is not read, and the figures in use stay until the file is handed in again.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from documents.stored_file import stored_json
from documents.whole_file import durably_replacing
from etl.inbox.folder import Ledger
from etl.inbox.moved_files import clear_way

FILE = ".received.json"  # in the inbox: {name: [size, time of the last change in nanoseconds, SHA-256]}
SPOILT = (
    "里面的内容和上次读入时不一样，大小和修改时间却没有变：多半是磁盘坏了一处，所以没有读。"
    "请把原件再导入一次；如果确实改过，在表格软件里打开、保存一次再导入。"
)
State = tuple[int, int, str]


def states(ledgers: Sequence[Ledger]) -> dict[str, State]:
    """Return what is known of files at the moment at which they were listed; a file may change while it is read."""
    return {ledger.name: state for ledger in ledgers if (state := _state(ledger))}


def spoilt(data: Path, listed: Mapping[str, State]) -> set[str]:
    """Return the names of the ledgers whose bytes have changed though size and time have not."""
    known = _known(data)
    return {
        name
        for name, state in listed.items()
        if (former := known.get(name)) and state[:2] == former[:2] and state != former
    }


def note(data: Path, listed: Mapping[str, State]) -> None:
    """Remember ledgers as they were when they were listed, and of a spoilt one what it was."""
    former = _known(data)
    remembered = {**listed, **{name: former[name] for name in spoilt(data, listed)}}
    if remembered != former:
        path = data / "inbox" / FILE
        clear_way(data, path)
        with durably_replacing(path) as partial:
            partial.write_text(json.dumps(remembered, ensure_ascii=False, indent=1), encoding="utf-8")


def _state(ledger: Ledger) -> State | None:
    """Return what is known of a file now; None where it cannot be read."""
    try:
        stat = ledger.path.stat()
    except OSError:
        return None
    return (stat.st_size, stat.st_mtime_ns, ledger.sha256) if ledger.sha256 else None


def _known(data: Path) -> Mapping[str, State]:
    """Return what the last load remembered; nothing where that cannot be read: this load writes it anew."""
    try:
        stored = stored_json(data / "inbox" / FILE)
        return {str(name): (int(size), int(time), str(sha256)) for name, (size, time, sha256) in stored.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
