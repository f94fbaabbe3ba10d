"""Lets pages be drawn one after the other, in the order in which they were asked for.

Python draws with one processor at a time. Pages drawn side by side are all ready only at the end, and each takes two fifths more of the
processor than alone, since their threads hand the interpreter to each other at every query.
"""

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST = (
    0.5  # seconds: most pages take less, and who waits for a load or a first look at a build holds up nobody for longer
)


class Turns:
    """One page is drawn at a time; beside a page that takes longer than `longest` seconds the next one begins."""

    def __init__(self, longest: float = LONGEST) -> None:
        self.longest = longest
        self._lock = threading.Lock()
        self._line: deque[threading.Condition] = deque()  # pages that wait, the first to come at the left
        self._drawing: threading.Condition | None = None
        self._until = 0.0  # of the monotonic clock: from then on the page that is drawn holds up nobody

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for this thread's turn, and have it while the context lasts."""
        page = threading.Condition(self._lock)
        with page:
            self._line.append(page)
            while self._line[0] is not page or self._held_up() > 0:
                page.wait(self._held_up() if self._line[0] is page else None)
            self._line.popleft()
            self._drawing, self._until = page, time.monotonic() + self.longest
            self._wake_first()  # from now on it is the one that minds the time
        try:
            yield
        finally:
            with page:
                if self._drawing is page:
                    self._drawing = None
                    self._wake_first()

    def _held_up(self) -> float:
        return self._until - time.monotonic() if self._drawing else 0

    def _wake_first(self) -> None:
        if self._line:
            self._line[0].notify()


OF_READERS = Turns()
