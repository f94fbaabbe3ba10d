"""Makes what is expensive once for all workers of a test run."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from filelock import FileLock


class Shared:
    """The folder that all workers of one run see; another run has another."""

    def __init__(self, factory: pytest.TempPathFactory, worker: str):
        own = factory.getbasetemp()
        self.root = own if worker == "master" else own.parent  # "master": a run without workers

    def lock(self, name: str) -> AbstractContextManager[object]:
        """Return a lock that one worker at a time holds."""
        return FileLock(self.root / f"{name}.lock")

    def folder(self, name: str, fill: Callable[[Path], None]) -> Path:
        """Return the folder of this name, filled by whichever worker asks first; the others wait until it is full."""
        folder, full = self.root / name, self.root / f"{name}.full"
        with self.lock(name):
            if not full.exists():
                folder.mkdir(exist_ok=True)
                fill(folder)
                full.touch()
        return folder
