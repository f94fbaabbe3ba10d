"""How long readers wait who look at pages with filters of their own, all at once.

What one reader waits is mostly a cheap page; among thirty the dearest one is felt by all. So what a page takes of the processor is
measured, too: under days that nobody asked for before, and where nothing has to be counted or drawn, which is the least a page can take.
"""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from statistics import mean

from bench.served_app import ServedApp, open_page

EVERY = 5  # seconds, in which each reader opens a page
SECONDS = 60
PAGES = ("overview", "participation", "volunteering", "funds", "help")
EMPTY = "help"  # of an office without any record of it
YEARS = (2022, 2023, 2024)
TIMES = 6


@cache
def waits(data: Path, readers: int) -> tuple[float, ...]:
    """Return the seconds that readers wait for their pages; measured once."""
    with ServedApp(data) as app:
        for page in PAGES:
            app.open(page)  # what is read once a build is read before
        with ThreadPoolExecutor(readers) as threads:
            of_readers = threads.map(lambda seed: _read(app.port, seed), range(readers))
            return tuple(wait for of_reader in of_readers for wait in of_reader)


def seconds_a_page(data: Path) -> float:
    """Return the processor time of a page under days of which no page was opened before, the mean of all pages."""
    dice = random.Random(0)
    with ServedApp(data) as app:
        for page in PAGES * 2:
            app.open(page, **_some_day(dice))
        return mean(app.open(page, **_some_day(dice)).cpu for page in PAGES * TIMES)


def seconds_of_empty_page(data: Path) -> float:
    """Return the processor time of a page that was opened before and holds nothing: the frame, the menu and the filters."""
    with ServedApp(data) as app:
        app.open(EMPTY)
        return mean(app.open(EMPTY).cpu for _ in range(TIMES))


def _read(port: int, seed: int) -> list[float]:
    dice = random.Random(seed)
    end = time.monotonic() + SECONDS
    time.sleep(dice.random() * EVERY)
    seconds = []
    while time.monotonic() < end:
        choice = _some_day(dice)
        seconds.append(open_page(port, dice.choice(PAGES), choice))
        time.sleep(max(0.0, EVERY - seconds[-1]))
    return seconds


def _some_day(dice: random.Random) -> dict[str, str]:
    day = f"{dice.choice(YEARS)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    return {"period": "截至某日", "to": day}
