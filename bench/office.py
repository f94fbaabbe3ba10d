"""A large office: 30 communities whose sign-ins of five years come in ten files, with the register and the activities they belong to."""

import csv
import random
import resource
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import duckdb

from bench.loading import Measurement, cpu_seconds, load
from etl.inbox.folder import SAMPLE

COMMUNITIES = tuple(f"第{number:02}社区" for number in range(1, 31))
FIRST_DAY, DAYS = date(2021, 1, 1), 1_800
FILES = 10
SIGN_INS = 10_000_000
HEADER = ("社区", "活动名称", "签到日期", "姓名")
Activity = tuple[str, str, date, int]  # community, title, day, heads


def write_office(folder: Path, sign_ins: int) -> list[Path]:
    """Write the ledgers of an office below a folder: a register, a file of activities, and the sign-ins in ten files."""
    folder.mkdir(parents=True)
    activities = list(_activities())
    register = [(name, 3000 + number, FIRST_DAY) for number, name in enumerate(COMMUNITIES)]
    paths = [
        _write(folder / "社区名册.csv", ("社区", "常住人口", "统计日期"), register),
        _write(folder / "活动登记.csv", ("社区", "活动名称", "活动日期", "参加人次"), activities),
    ]
    for number in range(FILES):
        rows = _sign_ins(activities, sign_ins // FILES, seed=number)
        paths.append(_write(folder / f"签到{number + 1}.csv", HEADER, rows))
    return paths


def _activities() -> Iterator[Activity]:
    """Yield an activity in every community on each second day."""
    for community in COMMUNITIES:
        for day in range(0, DAYS, 2):
            yield community, f"活动{day % 37}", FIRST_DAY + timedelta(day), 20


def _sign_ins(activities: list[Activity], count: int, seed: int) -> Iterator[tuple[str, str, date, str]]:
    """Yield sign-ins at any of the activities by one of 5 000 people of the community."""
    dice = random.Random(seed)
    for _ in range(count):
        community, title, held_on, _ = dice.choice(activities)
        yield community, title, held_on, f"演示{int(dice.random() * 5_000):04}"


def _write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header])
        csv.writer(file).writerows(rows)
    return path


def cast_ratio(folder: Path, sign_ins: int = SIGN_INS) -> float:
    """Return the first load of the office ÷ DuckDB reading its files as text and casting them."""
    paths = write_office(folder / "ledgers", sign_ins)
    ours = cpu_seconds(partial(load, folder / "ledgers", folder / "data"))
    return ours / cpu_seconds(partial(_cast, paths[2:], folder / "raw.duckdb"))


def one_row_ratio(folder: Path, sign_ins: int = SIGN_INS) -> float:
    """Return a ledger of one row added to the office ÷ the same added to the sample."""
    write_office(folder / "ledgers", sign_ins)
    seconds = []
    for ledgers, community in ((folder / "ledgers", COMMUNITIES[0]), (SAMPLE, "凤二村（演示）")):
        data = folder / f"data of {community}"
        load(ledgers, data)
        one_row = _write(folder / "一行签到.csv", HEADER, [(community, "活动0", FIRST_DAY, "演示一人")])
        seconds.append(cpu_seconds(partial(load, one_row, data)))
    return seconds[0] / seconds[1]


def written_ratio(folder: Path, sign_ins: int = SIGN_INS) -> float:
    """Return the bytes that a first load of the office writes, its copy of the ledgers among them, ÷ the bytes of the ledgers."""
    paths = write_office(folder / "ledgers", sign_ins)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_oublock
    load(folder / "ledgers", folder / "data")
    blocks = resource.getrusage(resource.RUSAGE_CHILDREN).ru_oublock - before
    return blocks * 512 / sum(path.stat().st_size for path in paths)


def _cast(paths: list[Path], database: Path) -> None:
    with duckdb.connect(str(database)) as connection:
        files = ", ".join(f"'{path}'" for path in paths)
        connection.execute(
            'create or replace table raw as select "社区", "活动名称", cast("签到日期" as date) as d, "姓名"'
            f" from read_csv([{files}], all_varchar = true, header = true)"
        )


MEASUREMENTS = (
    Measurement("首次载入 10 000 000 条签到 ÷ DuckDB 读文本并转换", "倍", 10, cast_ratio),
    Measurement("10 000 000 条签到再加一行 ÷ 演示数据再加一行", "倍", 2, one_row_ratio),
    Measurement("首次载入 10 000 000 条签到写盘 ÷ 台账大小", "倍", 2, written_ratio),
)
