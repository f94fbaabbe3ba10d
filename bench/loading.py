"""How much processor time a load takes, as a multiple of what the raw engine needs for the same file in the same run.

User and system time of all processes is counted: other work on the machine disturbs it far less than the time on the wall.
"""

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Generic, TypeVar

import duckdb
import xlsxwriter
from python_calamine import CalamineWorkbook

from command_line import DONE, PARTLY_DONE
from etl import inspection
from etl.inbox.settings import Settings

HEADER = ("社区", "志愿者", "服务队", "服务日期", "服务时长（小时）", "服务项目")
TEAMS = tuple(f"第{n}服务队" for n in range(1, 41))
RUNS = 3
Subject = TypeVar("Subject")


@dataclass(frozen=True)
class Measurement(Generic[Subject]):
    """What is measured of a subject, such as a folder of its own, in which unit, and the most it may be."""

    label: str
    unit: str
    goal: float
    measure: Callable[[Subject], float]


def volunteer_rows(count: int, seed: int = 20261122) -> list[tuple[str, ...]]:
    """Return invented services: 50 000 people, 40 teams, six years, hours in halves."""
    dice = random.Random(seed)
    days = [f"20{year}-{month:02}-{day:02}" for year in range(21, 26) for month in range(1, 13) for day in range(1, 29)]
    hours = [f"{n / 2:g}" for n in range(1, 17)]
    people = [f"演示{n:05}" for n in range(50_000)]
    choose = dice.choice
    return [
        ("凤二村", choose(people), choose(TEAMS), choose(days), choose(hours), f"项目{n % 977}") for n in range(count)
    ]


def csv_ratio(folder: Path, count: int = 2_000_000) -> float:
    """Return load ÷ DuckDB reading the file as text and casting four columns."""
    path = _csv(folder / "志愿服务.csv", volunteer_rows(count))
    return _ratio(partial(_load, path, folder / "data"), partial(_duckdb_cast, path, folder))


def peak_memory(_folder: Path) -> float:
    """Return the most memory that a process of the loads so far had, in GB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6


def xlsx_ratio(folder: Path, count: int = 200_000) -> float:
    """Return load ÷ calamine reading the same workbook."""
    path = _workbook(folder / "志愿服务.xlsx", count)
    return _ratio(partial(_load, path, folder / "data"), partial(_calamine, path))


def preview_ratio(folder: Path, count: int = 50_000) -> float:
    """Return a preview in a running app, where a process waits to read, ÷ calamine reading the same workbook."""
    path = _workbook(folder / "预览.xlsx", count)
    return _ratio(partial(inspection.inspect, folder / "data", [path], Settings()), partial(_calamine, path))


def small_load(folder: Path) -> float:
    """Return the CPU seconds of loading a ledger of one row."""
    path = _csv(folder / "一行.csv", volunteer_rows(1))
    (seconds,) = _cpu_medians(partial(_load, path, folder / "data"))
    return seconds


def many_files_ratio(folder: Path, count: int = 300) -> float:
    """Return loading many files of 100 rows ÷ a process in which pyarrow reads them."""
    source = folder / "many"
    source.mkdir()
    for number in range(count):
        _csv(source / f"志愿服务{number}.csv", volunteer_rows(100, seed=number))
    program = f"import pathlib, pyarrow.csv as c\nfor p in pathlib.Path({str(source)!r}).iterdir(): c.read_csv(p)"
    read = partial(subprocess.run, [sys.executable, "-c", program], check=True, cwd=folder)
    return _ratio(partial(_load, source, folder / "data"), read)


def refused_ratio(folder: Path, count: int = 350_000) -> float:
    """Return loading rows of which every twentieth is refused ÷ loading as many clean ones."""
    rows = volunteer_rows(count)
    spoilt = [(*row[:3], "2024-02-31", *row[4:]) if number % 20 == 0 else row for number, row in enumerate(rows)]
    clean, refused = _csv(folder / "干净.csv", rows), _csv(folder / "有拒收.csv", spoilt)
    return _ratio(partial(_load, refused, folder / "data"), partial(_load, clean, folder / "data"))


MEASUREMENTS = (
    Measurement("载入 200 000 行 XLSX ÷ calamine 读取", "倍", 2.9, xlsx_ratio),
    Measurement("载入 2 000 000 行 CSV ÷ DuckDB 读文本并转换四列", "倍", 4.6, csv_ratio),
    Measurement("到此为止一个进程的内存峰值", "GB", 2, peak_memory),
    Measurement("预览 50 000 行 XLSX ÷ calamine 读取", "倍", 2.5, preview_ratio),
    Measurement("载入只有一行的 CSV", "秒", 1, small_load),
    Measurement("载入 300 个小 CSV ÷ pyarrow 读取", "倍", 6, many_files_ratio),
    Measurement("载入 350 000 行、拒收 5% ÷ 全部入库", "倍", 1, refused_ratio),
)


def main() -> None:
    """Measure loads, each in a folder of its own."""
    report(MEASUREMENTS, _measured_apart)


def _measured_apart(measurement: Measurement[Path]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        return measurement.measure(Path(folder))


def report(measurements: Sequence[Measurement[Subject]], value_of: Callable[[Measurement[Subject]], float]) -> None:
    """Print every measurement with its goal, and how many keep it."""
    os.environ.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # children start from compiled modules, as they do where it is installed
    within = 0
    for measurement in measurements:
        value = value_of(measurement)
        within += value <= measurement.goal
        mark = "✓" if value <= measurement.goal else "✗"
        print(
            f"{mark} {measurement.label}：{value:.2f} {measurement.unit}（目标 {measurement.goal:g} 以内）", flush=True
        )
    print(f"{within} of {len(measurements)} within goal")


def _csv(path: Path, rows: Sequence[tuple[str, ...]]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(",".join(row) + "\n" for row in (HEADER, *rows))
    return path


def _workbook(path: Path, count: int) -> Path:
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("志愿服务")
        for index, row in enumerate([HEADER, *volunteer_rows(count)]):
            sheet.write_row(index, 0, row)
    return path


def _ratio(work: Callable[[], object], yardstick: Callable[[], object]) -> float:
    ours, raw = _cpu_medians(work, yardstick)
    return ours / raw


def _cpu_medians(*works: Callable[[], object]) -> list[float]:
    """Return the median CPU seconds of each, child processes included; runs alternate, since other work disturbs the machine."""
    runs = [[cpu_seconds(work) for work in works] for _ in range(RUNS)]
    return [median(seconds) for seconds in zip(*runs, strict=True)]


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the processor time of a piece of work, child processes included."""
    before = _cpu_used()
    work()
    return _cpu_used() - before


def _cpu_used() -> float:
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages) + _used_by_living_children()


def _used_by_living_children() -> float:
    """Return the CPU seconds of child processes that still run, as one that reads ledgers does: getrusage counts only those that ended."""
    ticks = 0
    for path in Path("/proc").glob("[0-9]*/stat"):  # none but on Linux
        with suppress(OSError):
            _state, parent, *fields = path.read_text(encoding="utf-8").rpartition(")")[2].split()
            ticks += sum(map(int, fields[9:11])) if int(parent) == os.getpid() else 0  # of user and of system
    return ticks / os.sysconf("SC_CLK_TCK")


def _calamine(path: Path) -> None:
    CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def _duckdb_cast(path: Path, folder: Path) -> None:
    with duckdb.connect(str(folder / "raw.duckdb")) as connection:
        connection.execute("set enable_progress_bar = false")
        connection.execute(
            'create or replace table raw as select "社区", "志愿者", "服务队", cast("服务日期" as date) as d,'
            ' cast("服务时长（小时）" as double) as h, cast("社区" as varchar) as c, cast("服务项目" as varchar) as p'
            f" from read_csv('{path}', all_varchar = true, header = true)"
        )


def _load(path: Path, data: Path) -> None:
    shutil.rmtree(data, ignore_errors=True)  # what was read before would not be read again
    load(path, data)


def load(path: Path, data: Path) -> None:
    """Load a ledger, or a folder of them, into a data folder as it is; of the sample some files give nothing, as they should."""
    command = [sys.executable, "-m", "etl", "load", str(path), "--data", str(data), "--json"]
    ended = subprocess.run(command, stdout=subprocess.DEVNULL, cwd=Path(__file__).parent.parent)
    if ended.returncode not in (DONE, PARTLY_DONE):
        raise subprocess.CalledProcessError(ended.returncode, command)
