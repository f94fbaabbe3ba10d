"""Runs functions over untrusted files in child processes with limits, so that a file can end no process but its own."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, TypeVar

from etl.reading import child_process, file_reader
from etl.reading.child_process import ChildProcess
from etl.reading.grid import Reading, Unreadable
from etl.reading.worker import MOST_IDLE_SECONDS

Item = TypeVar("Item")
Result = TypeVar("Result")

SECONDS = 600.0  # wall time a call
MOST_IDLE = 2  # children that wait; each holds about 100 MB
MEMORY = 4 << 30  # bytes of address space; a CSV of 2,000,000 rows reserves 1.7 GB of it and uses 0.7


@dataclass(frozen=True)
class _ChildPool:
    """The children of this process that wait for a call, each with the time since when: starting one takes half a second.

    A child ends by itself when no call comes, and with this process, even if that is killed.
    """

    idle: list[tuple[ChildProcess, float]] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def call(self, call: bytes, seconds: float, busy: set[ChildProcess]) -> Any:
        """Return the worker's answer to a pickled call, from a waiting or a new child, which is in `busy` meanwhile."""
        child = self._take() or child_process.start()
        busy.add(child)
        try:
            return child.answer(call, seconds)
        finally:
            busy.discard(child)
            self.put_back(child)

    def _take(self) -> ChildProcess | None:
        """Return a child that waits, but for one that might be about to end by itself."""
        with self.lock:
            while self.idle:
                child, since = self.idle.pop()
                if child.is_usable() and monotonic() - since < MOST_IDLE_SECONDS / 2:
                    return child
                child.close()
        return None

    def put_back(self, child: ChildProcess) -> None:
        """Let a child wait for the next call; end it where it is unfit or enough wait already."""
        with self.lock:
            if child.is_usable() and len(self.idle) < MOST_IDLE:
                self.idle.append((child, monotonic()))
                return
        child.close()

    def close(self) -> None:
        """End the children that wait."""
        with self.lock:
            while self.idle:
                self.idle.pop()[0].close()


_POOL = _ChildPool()


@contextmanager
def child_at_hand(copies: int = min(MOST_IDLE, os.cpu_count() or 1)) -> Iterator[None]:
    """Have children wait that are copies of this process, and end all that wait afterwards: around a command, before it starts a thread."""
    for _ in range(copies):
        if child := child_process.start_copy():
            _POOL.put_back(child)
    try:
        yield
    finally:
        _POOL.close()


def run_limited(function: Callable[..., Result], *args: Any, seconds: float = SECONDS, memory: int = MEMORY) -> Result:
    """Return what a top-level function of an imported module returns when called in a child process.

    Raises Unreadable: the one the function raised, or a sentence saying that it took too much time (wall seconds) or memory
    (bytes of address space, where the platform bounds it), crashed, or failed; the traceback of a failure is logged.
    """
    return _run(set(), function, args, seconds, memory)


def _run(
    busy: set[ChildProcess], function: Callable[..., Any], args: tuple[Any, ...], seconds: float, memory: int
) -> Any:
    call = child_process.pickle_call(function, args, seconds, memory)
    return child_process.value_of(_POOL.call(call, seconds, busy))


def read_limited(path: Path) -> Reading:
    """Return every sheet of a file from outside, read in a child of its own. Raises Unreadable with a sentence for the clerk."""
    return run_limited(file_reader.read_file, path)


def run_many(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int | None = None
) -> Iterator[tuple[Item, Result | Unreadable]]:
    """Yield each item with its result, or with why there is none, as they finish; `workers` children run at a time."""
    busy: set[ChildProcess] = set()
    with ThreadPoolExecutor(workers or os.cpu_count()) as threads:
        futures = {threads.submit(_result_or_reason, busy, function, item): item for item in items}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            for child in tuple(busy):
                child.kill()  # a caller that stops early need not wait for the rest


def _result_or_reason(busy: set[ChildProcess], function: Callable[[Item], Result], item: Item) -> Result | Unreadable:
    try:
        result: Result = _run(busy, function, (item,), SECONDS, MEMORY)
    except Unreadable as reason:
        return reason
    return result
