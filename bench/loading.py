"""How long a load takes, as a multiple of what the raw engine needs for the same file in the same run."""

import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import xlsxwriter
from python_calamine import CalamineWorkbook

HEADER = ("社区", "志愿者", "服务队", "服务日期", "服务时长（小时）", "服务项目")
TEAMS = tuple(f"第{n}服务队" for n in range(1, 41))


def volunteer_rows(count: int) -> list[tuple[str, ...]]:
    """Return invented services: 50 000 people, 40 teams, six years, hours in halves."""
    dice = random.Random(20261122)
    days = [f"20{year}-{month:02}-{day:02}" for year in range(21, 26) for month in range(1, 13) for day in range(1, 29)]
    hours = [f"{n / 2:g}" for n in range(1, 17)]
    people = [f"演示{n:05}" for n in range(50_000)]
    choose = dice.choice
    return [
        ("凤二村", choose(people), choose(TEAMS), choose(days), choose(hours), f"项目{n % 977}") for n in range(count)
    ]


def csv_ratio(folder: Path, count: int) -> tuple[float, float]:
    """Return (load ÷ DuckDB reading as text and casting four columns, peak memory of our processes in GB)."""
    path = folder / "志愿服务.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(HEADER) + "\n")
        file.writelines(",".join(row) + "\n" for row in volunteer_rows(count))
    raw = _seconds(lambda: _duckdb_cast(path, folder))
    ours = _seconds(lambda: _load(path, folder / "csv"))
    return ours / raw, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6


def xlsx_ratio(folder: Path, count: int) -> float:
    """Return load ÷ calamine reading the same workbook."""
    path = folder / "志愿服务.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("志愿服务")
        for index, row in enumerate([HEADER, *volunteer_rows(count)]):
            sheet.write_row(index, 0, row)
    raw = _seconds(lambda: CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python())
    return _seconds(lambda: _load(path, folder / "xlsx")) / raw


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
        print(f"载入 200 000 行 XLSX：是 calamine 读取的 {xlsx_ratio(Path(name), 200_000):.1f} 倍（目标 3 倍以内）")
