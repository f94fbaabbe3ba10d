"""How long readers wait who look at pages with filters of their own, all at once."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from bench.served_app import ServedApp, open_page

EVERY = 5  # seconds, in which each reader opens a page
SECONDS = 60
PAGES = ("overview", "participation", "volunteering", "funds", "help")
YEARS = (2022, 2023, 2024)


@cache
def waits(data: Path, readers: int) -> tuple[float, ...]:
    """Return the seconds that readers wait for their pages; measured once."""
    with ServedApp(data) as app:
        for page in PAGES:
            app.open(page)  # what is read once a build is read before
        with ThreadPoolExecutor(readers) as threads:
            of_readers = threads.map(lambda seed: _read(app.port, seed), range(readers))
            return tuple(wait for of_reader in of_readers for wait in of_reader)


def _read(port: int, seed: int) -> list[float]:
    dice = random.Random(seed)
    end = time.monotonic() + SECONDS
    time.sleep(dice.random() * EVERY)
    seconds = []
    while time.monotonic() < end:
        day = f"{dice.choice(YEARS)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        seconds.append(open_page(port, dice.choice(PAGES), {"period": "截至某日", "to": day}))
        time.sleep(max(0.0, EVERY - seconds[-1]))
    return seconds
