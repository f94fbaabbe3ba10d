"""The lock of a data folder: one writer at a time; whoever waits is told for whom."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from getpass import getuser
from pathlib import Path

from filelock import FileLock, Timeout

from documents.stored_file import stored_json
from etl.inbox import exchange
from etl.inbox.layout import check_layout, writing
from etl.inbox.moved_files import REMOVED, move

PATIENCE = 2.0  # seconds to wait without a word
LOCK_FILE = ".lock"
HOLDER_FILE = ".lock.holder"  # who holds the lock; only ever read to say so


def tell(sentence: str) -> None:
    """Write a sentence to whoever watches the terminal; nothing once the wait is over."""
    if sentence:
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()


# Who is told while a thread waits: the terminal, or the page whose work runs in that thread.
WAIT_LISTENER: ContextVar[Callable[[str], None]] = ContextVar("wait_listener", default=tell)


@contextmanager
def write_lock(folder: Path, waiting: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold the lock of a data folder; while another writer has it, wait and say who that is, and "" when it has ended.

    The operating system frees it when its holder ends, even if it is killed; an exchange that this left half done is finished first.
    """
    waiting = waiting or WAIT_LISTENER.get()
    check_layout(folder)
    lock = FileLock(folder / LOCK_FILE)
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _clear_place(folder, folder / LOCK_FILE)
        try:
            lock.acquire(timeout=PATIENCE)
        except Timeout:
            waiting(f"{holder(folder)}正在写这个数据目录，等它结束……")
            lock.acquire()
            waiting("")
    try:
        _note_holder(folder)
        exchange.finish(folder)
        yield
    finally:
        lock.release()


def _clear_place(folder: Path, lock: Path) -> None:
    """Move aside what nobody can lock: a folder, or any link, which a lock does not follow."""
    if lock.is_symlink() or lock.is_dir():
        move(lock, folder / REMOVED / lock.name.lstrip("."))


def holder(folder: Path) -> str:
    """Return who holds the lock: root（进程 123，21:05 起）; 另一个程序 where that cannot be told."""
    try:
        stored = stored_json(folder / HOLDER_FILE)
        since = datetime.fromisoformat(stored["since"])
        return f"{stored['user']}（进程 {int(stored['process'])}，{since:%H:%M} 起）"
    except (OSError, ValueError, KeyError, TypeError):
        return "另一个程序"


def _note_holder(folder: Path) -> None:
    """Write who holds the lock, as well as it goes: a full disk must not keep anybody from writing less."""
    note = {"user": getuser(), "process": os.getpid(), "since": datetime.now().astimezone().isoformat()}
    try:
        (folder / HOLDER_FILE).write_text(json.dumps(note), encoding="utf-8")
    except OSError:
        return
