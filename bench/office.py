"""A large office: some communities whose sign-ins of five years come in ten or more files, with the register and the activities they belong to."""

import csv
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

FIRST_DAY, DAYS = date(2021, 1, 1), 1_800
FILES, MOST_ROWS = 10, 1_000_000  # of sign-ins: at least so many files, of at most so many rows
HEADER = ("社区", "活动名称", "签到日期", "姓名")
Activity = tuple[str, str, date, int]  # community, title, day, heads


def community(number: int) -> str:
    """Return the name of a community, counted from 1."""
    return f"第{number:02}社区"


def write_office(folder: Path, sign_ins: int, communities: int) -> list[Path]:
    """Write the ledgers of an office below a folder: a register, a file of activities, and the sign-ins."""
    folder.mkdir(parents=True)
    names = [community(number) for number in range(1, communities + 1)]
    activities = list(_activities(names))
    register = [(name, 3000 + number, FIRST_DAY) for number, name in enumerate(names)]
    paths = [
        _write(folder / "社区名册.csv", ("社区", "常住人口", "统计日期"), register),
        _write(folder / "活动登记.csv", ("社区", "活动名称", "活动日期", "参加人次"), activities),
    ]
    files = max(FILES, -(-sign_ins // MOST_ROWS))
    for number in range(files):
        rows = _sign_ins(activities, sign_ins // files, seed=number)
        paths.append(_write(folder / f"签到{number + 1}.csv", HEADER, rows))
    return paths


def write_one_row(path: Path, name: str) -> Path:
    """Write a ledger with one sign-in of a community."""
    return _write(path, HEADER, [(name, "活动0", FIRST_DAY, "演示一人")])


def _activities(names: Iterable[str]) -> Iterator[Activity]:
    """Yield an activity in every community on each second day."""
    for name in names:
        for day in range(0, DAYS, 2):
            yield name, f"活动{day % 37}", FIRST_DAY + timedelta(day), 20


def _sign_ins(activities: list[Activity], count: int, seed: int) -> Iterator[tuple[str, str, date, str]]:
    """Yield sign-ins at any of the activities by one of 5 000 people of the community."""
    dice = random.Random(seed)
    for _ in range(count):
        name, title, held_on, _ = dice.choice(activities)
        yield name, title, held_on, f"演示{int(dice.random() * 5_000):04}"


def _write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header])
        csv.writer(file).writerows(rows)
    return path
