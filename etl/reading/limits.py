"""Runs functions over untrusted files in child processes with limits, so that a file can end no process but its own."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from etl.reading import child_process, file_reader
from etl.reading.child_process import ChildProcess
from etl.reading.grid import Reading, Unreadable

Item = TypeVar("Item")
Result = TypeVar("Result")

SECONDS = 600.0  # wall time a call
MEMORY = 4 << 30  # bytes of address space; a CSV of 2,000,000 rows reserves 1.7 GB of it and uses 0.7


@dataclass(frozen=True)
class _ChildPool:
    """The child processes of one run: all that were started, and those of them that wait for a call."""

    started: set[ChildProcess] = field(default_factory=set)
    idle: "SimpleQueue[ChildProcess]" = field(default_factory=SimpleQueue)

    def call(self, function: Callable[..., Any], args: tuple[Any, ...], seconds: float, memory: int) -> Any:
        """Return what a function returns in an idle or a new child; raise Unreadable when it does not return."""
        call = child_process.pickle_call(function, args, seconds, memory)
        child = self._idle_or_new()
        try:
            answer = child.answer(call, seconds)
        finally:
            if child.is_usable():
                self.idle.put(child)
        return child_process.value_of(answer)

    def _idle_or_new(self) -> ChildProcess:
        with suppress(Empty):
            while True:
                child = self.idle.get_nowait()
                if child.is_usable():
                    return child
        child = child_process.start()
        self.started.add(child)
        return child


@contextmanager
def _child_pool() -> Iterator[_ChildPool]:
    """Give a pool whose children end with the block."""
    pool = _ChildPool()
    try:
        yield pool
    finally:
        for child in tuple(pool.started):
            child.close()


def run_limited(function: Callable[..., Result], *args: Any, seconds: float = SECONDS, memory: int = MEMORY) -> Result:
    """Return what a top-level function of an imported module returns when called in a child of its own.

    Raises Unreadable: the one the function raised, or a sentence saying that it took too much time (wall seconds) or memory
    (bytes of address space, where the platform bounds it), crashed, or failed; the traceback of a failure is logged.
    """
    with _child_pool() as pool:
        return pool.call(function, args, seconds, memory)


def read_limited(path: Path) -> Reading:
    """Return every sheet of a file from outside, read in a child of its own. Raises Unreadable with a sentence for the clerk."""
    return run_limited(file_reader.read_file, path)


def run_many(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int | None = None
) -> Iterator[tuple[Item, Result | Unreadable]]:
    """Yield each item with its result, or with why there is none, as they finish; `workers` children run at a time."""
    with _child_pool() as pool, ThreadPoolExecutor(workers or os.cpu_count()) as threads:
        futures = {threads.submit(_result_or_reason, pool, function, item): item for item in items}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            for child in tuple(pool.started):
                child.kill()  # a caller that stops early need not wait for the rest


def _result_or_reason(pool: _ChildPool, function: Callable[[Item], Result], item: Item) -> Result | Unreadable:
    try:
        return pool.call(function, (item,), SECONDS, MEMORY)
    except Unreadable as reason:
        return reason
