"""How long a load takes, as a multiple of what the raw engine needs for the same file in the same run."""

import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

import duckdb
import xlsxwriter
from python_calamine import CalamineWorkbook

from etl import inspection
from etl.inbox.settings import Settings

HEADER = ("社区", "志愿者", "服务队", "服务日期", "服务时长（小时）", "服务项目")
TEAMS = tuple(f"第{n}服务队" for n in range(1, 41))


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


def csv_ratio(folder: Path, count: int) -> tuple[float, float]:
    """Return (load ÷ DuckDB reading as text and casting four columns, peak memory of our processes in GB)."""
    path = _csv(folder / "志愿服务.csv", volunteer_rows(count))
    raw = _seconds(lambda: _duckdb_cast(path, folder))
    ours = _seconds(lambda: _load(path, folder / "csv"))
    return ours / raw, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6


def xlsx_ratio(folder: Path, count: int) -> float:
    """Return load ÷ calamine reading the same workbook."""
    path = _workbook(folder / "志愿服务.xlsx", count)
    raw = _seconds(lambda: CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python())
    return _seconds(lambda: _load(path, folder / "xlsx")) / raw


def preview_ratio(folder: Path, count: int) -> float:
    """Return the CPU time of a preview ÷ that of calamine reading the same workbook."""
    path = _workbook(folder / "预览.xlsx", count)
    ours, raw = _cpu_medians(
        lambda: inspection.inspect(folder / "preview", [path], Settings()),
        lambda: CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(),
    )
    return ours / raw


def small_load(folder: Path) -> tuple[float, float]:
    """Return the CPU seconds of loading a ledger of one row, and the multiple of starting Python with the two engines."""
    path = _csv(folder / "一行.csv", volunteer_rows(1))
    engines = [sys.executable, "-c", "import duckdb, pyarrow"]
    ours, raw = _cpu_medians(
        lambda: _load(path, folder / "one"), lambda: subprocess.run(engines, check=True, cwd=folder)
    )
    return ours, ours / raw


def many_files_ratio(folder: Path, count: int) -> float:
    """Return the CPU time of loading many files of 100 rows ÷ that of a process in which pyarrow reads them."""
    source = folder / "many"
    source.mkdir()
    for number in range(count):
        _csv(source / f"志愿服务{number}.csv", volunteer_rows(100, seed=number))
    program = f"import pathlib, pyarrow.csv as c\nfor p in pathlib.Path({str(source)!r}).iterdir(): c.read_csv(p)"
    ours, raw = _cpu_medians(
        lambda: _load(source, folder / "files"),
        lambda: subprocess.run([sys.executable, "-c", program], check=True, cwd=folder),
    )
    return ours / raw


def refused_ratio(folder: Path, count: int) -> float:
    """Return the CPU time of loading rows of which every twentieth is refused ÷ that of loading as many clean ones."""
    rows = volunteer_rows(count)
    spoilt = [(*row[:3], "2024-02-31", *row[4:]) if number % 20 == 0 else row for number, row in enumerate(rows)]
    paths = [_csv(folder / "干净.csv", rows), _csv(folder / "有拒收.csv", spoilt)]
    clean, refused = _cpu_medians(*(partial(_load, path, folder / path.stem) for path in paths))
    return refused / clean


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


def _cpu_medians(*works: Callable[[], object]) -> list[float]:
    """Return the median CPU seconds of each, child processes included; runs alternate, since other work disturbs the machine."""
    runs = [[_cpu_seconds(work) for work in works] for _ in range(3)]
    return [median(seconds) for seconds in zip(*runs, strict=True)]


def _cpu_seconds(work: Callable[[], object]) -> float:
    before = _cpu_used()
    work()
    return _cpu_used() - before


def _cpu_used() -> float:
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _duckdb_cast(path: Path, folder: Path) -> None:
    with duckdb.connect(str(folder / "raw.duckdb")) as connection:
        connection.execute(
            'create or replace table raw as select "社区", "志愿者", "服务队", cast("服务日期" as date) as d,'
            ' cast("服务时长（小时）" as double) as h, cast("社区" as varchar) as c, cast("服务项目" as varchar) as p'
            f" from read_csv('{path}', all_varchar = true, header = true)"
        )


def _load(path: Path, data: Path) -> None:
    shutil.rmtree(data, ignore_errors=True)  # what was read before would not be read again
    subprocess.run(
        [sys.executable, "-m", "etl", "load", str(path), "--data", str(data), "--json"],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=Path(__file__).parent.parent,
    )


def _seconds(work: Callable[[], object]) -> float:
    """Return the shortest of three runs: the others were disturbed by whatever else the machine does."""
    return min(_once(work) for _ in range(3))


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print the ratios of loading."""
    with tempfile.TemporaryDirectory() as name:
        ratio, memory = csv_ratio(Path(name), 2_000_000)
        print(
            f"载入 2 000 000 行 CSV：是 DuckDB 读文本并转换四列的 {ratio:.1f} 倍（目标 4 倍以内），内存峰值 {memory:.2f} GB（目标 2 GB 以内）"
        )
        seconds, ratio = small_load(Path(name))
        print(f"载入只有一行的 CSV：{seconds:.2f} 秒 CPU（目标 1 秒以内），是启动 Python 和两个引擎的 {ratio:.1f} 倍")
        print(f"载入 300 个小 CSV：CPU 是 pyarrow 读取的 {many_files_ratio(Path(name), 300):.1f} 倍（目标 6 倍以内）")
        print(
            f"预览 50 000 行 XLSX：CPU 是 calamine 读取的 {preview_ratio(Path(name), 50_000):.1f} 倍（目标 2.5 倍以内）"
        )
        print(
            f"载入 350 000 行、拒收 5%：CPU 是同样行数全部入库的 {refused_ratio(Path(name), 350_000):.2f} 倍（目标 1 倍）"
        )
        print(f"载入 200 000 行 XLSX：是 calamine 读取的 {xlsx_ratio(Path(name), 200_000):.1f} 倍（目标 3 倍以内）")
