"""Six readers archive a figure at once, in threads and in processes: each finds his own."""

import os
import random as randoms
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from evidence.archive.archived_figure import archive_figure, archived_figures
from indicators.engine import catalogue
from indicators.model import Filters
from tests.support import builds
from tests.support.attacks import SURVIVED, Attack
from warehouse.build import Build

READERS = 6


def archive(path: Path, kept: Path, note: str) -> None:
    year = Filters(("甲",), date(2025, 1, 1), date(2025, 12, 31))
    archive_figure(Build(path), catalogue()["volunteer_hours"], year, kept, "2025-12-31T10:00:00", note)


def in_processes(path: Path, kept: Path) -> None:
    """Archive in copies of this process; none of them has opened the build before."""
    children = []
    for number in range(READERS):
        if not (child := os.fork()):
            try:
                archive(path, kept, f"进程{number}")
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)


def attempt(_random: randoms.Random, folder: Path) -> Iterator[str]:
    rows = [{"person_key": f"v{n}", "served_on": "2025-01-02", "service_hours": 1} for n in range(30)]
    builds.make(folder / "a.duckdb", {"volunteer_service": rows})
    in_processes(folder / "a.duckdb", folder / "kept")
    with ThreadPoolExecutor(READERS) as readers:
        list(readers.map(lambda n: archive(folder / "a.duckdb", folder / "kept", f"线程{n}"), range(READERS)))
    figures, faults = archived_figures(folder / "kept")
    notes = {figure.note for figure in figures if figure.value == 30}
    for note in (f"{kind}{number}" for kind in ("进程", "线程") for number in range(READERS)):
        yield SURVIVED if note in notes and not faults else f"{note}: {faults}"


ATTACK = Attack(attempt, 10)
