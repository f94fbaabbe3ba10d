"""Ledgers larger than any: a line each, and the process that loads them stays below 300 MB."""

import random as randoms
from collections.abc import Iterator
from pathlib import Path

from tests.attack import test_sizes
from tests.support.attacks import SURVIVED, Attack
from tests.support.offices import EXPECTED, office, served

WRITERS = (
    test_sizes.wide_rows,
    test_sizes.late_wide_row,
    test_sizes.long_cell,
    test_sizes.endless_cell,
    test_sizes.commas,
    test_sizes.lines_of_commas,
    test_sizes.long_cell_of_a_workbook,
)


def attempt(random: randoms.Random, folder: Path) -> Iterator[str]:
    data = office(folder)
    writer = random.choice(WRITERS)
    writer(data / "inbox" / "大.csv")
    done, peak = test_sizes.measured("load", "--data", data, "-v")
    is_told = sum("大.csv" in line for line in done.stdout.splitlines()) == 1
    is_small = peak < 300 * test_sizes.MEGABYTE
    words = f"{writer.__name__}: exit {done.returncode}, {peak / 1e6:.0f} MB"
    yield SURVIVED if is_told and is_small and served(data) == EXPECTED else words


ATTACK = Attack(attempt, 10)
