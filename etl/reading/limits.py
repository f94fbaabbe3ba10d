"""Run functions over untrusted files in child processes with limits; a dead child is one sentence and hurts nobody else."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from etl.reading import child, file_reader
from etl.reading.grid import Reading, Unreadable

Item = TypeVar("Item")
Result = TypeVar("Result")

SECONDS = 600.0  # wall time a call
MEMORY = 4 << 30  # bytes of address space; a CSV of 2,000,000 rows reserves 1.7 GB of it and uses 0.7


@dataclass(frozen=True)
class _Crew:
    """The children at hand: those alive, and of them those waiting for work."""

    alive: set[child.Child] = field(default_factory=set)
    idle: "SimpleQueue[child.Child]" = field(default_factory=SimpleQueue)

    def call(self, function: Callable[..., Any], args: tuple[Any, ...], seconds: float, memory: int) -> Any:
        call = child.packed(function, args, seconds, memory)
        worker = self._waiting_or_new()
        try:
            answer = worker.call(call, seconds)
        finally:
            if worker.process.poll() is None and not worker.is_late.is_set():
                self.idle.put(worker)
        return child.opened(answer)

    def _waiting_or_new(self) -> child.Child:
        with suppress(Empty):
            while True:
                worker = self.idle.get_nowait()
                if worker.process.poll() is None:
                    return worker
        worker = child.start()
        self.alive.add(worker)
        return worker


@contextmanager
def _crew() -> Iterator[_Crew]:
    crew = _Crew()
    try:
        yield crew
    finally:
        for worker in tuple(crew.alive):
            worker.close()


def run_limited(function: Callable[..., Result], *args: Any, seconds: float = SECONDS, memory: int = MEMORY) -> Result:
    """Return what a top-level function of an imported module returns when called in a child of its own.

    Raises Unreadable: the one the function raised, or a sentence saying that it took too much time (wall seconds) or memory
    (bytes of address space, where the platform bounds it), died, or failed; the traceback of a failure is logged.
    """
    with _crew() as crew:
        return crew.call(function, args, seconds, memory)


def read_limited(path: Path) -> Reading:
    """Return every sheet of a file from outside, read in a child of its own. Raises Unreadable with a sentence for the clerk."""
    return run_limited(file_reader.read_file, path)


def run_many(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int | None = None
) -> Iterator[tuple[Item, Result | Unreadable]]:
    """Yield each item with its result, or with why there is none, as they finish; `workers` children work at a time."""
    with _crew() as crew, ThreadPoolExecutor(workers or os.cpu_count()) as threads:
        futures = {threads.submit(_attempt, crew, function, item): item for item in items}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            for worker in tuple(crew.alive):
                worker.kill()  # whoever stops listening early need not wait for the rest


def _attempt(crew: _Crew, function: Callable[[Item], Result], item: Item) -> Result | Unreadable:
    try:
        return crew.call(function, (item,), SECONDS, MEMORY)
    except Unreadable as reason:
        return reason
