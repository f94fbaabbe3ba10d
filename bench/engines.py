"""How many rows a second of processor time each engine counts: `python -m bench.engines --engine sail --rows 1000000`.

Three questions that indicators ask, over invented attendances of 30 communities and six years. Processor time of all processes is
counted, so that a figure is one of one core, whatever else runs.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from statistics import median

import duckdb

from indicators.aggregates import aggregates_by_query, statement
from indicators.catalogue import catalogue
from indicators.engines import NAMES, open_engine
from indicators.grouping import Grouping
from indicators.lake import Lake
from indicators.model import Filters
from indicators.statement import Statement
from warehouse.row_engine import RowEngine

COMMUNITIES = tuple(f"社区{number:02}" for number in range(30))
RUNS = 3
YEARS = date(2020, 1, 1), date(2025, 12, 31)
QUESTIONS = {
    "人次，按年": ("attendances", Grouping("year")),
    "人次，按月和社区": ("attendances", Grouping("month", True)),
    "不同的人，按年和社区": ("participants", Grouping("year", True)),
}
PARTICIPATION = """
    select '社区' || lpad(cast(i % 30 as varchar), 2, '0') as community,
           date '2020-01-01' + cast(hash(i) % 2192 as integer) as held_on,
           cast(hash(i * 7) % 200000 as varchar) as person_key, 1 as heads, 30 as event_people, 0 as unknown_heads, 30 as event_heads
    from range({rows}) as r(i)
"""
COVERAGE = """
    select '社区' || lpad(cast(c as varchar), 2, '0') as community, record, cast(month as date) as month
    from range(30) as a(c), unnest(['activity', 'attendance']) as b(record),
         generate_series(timestamp '2020-01-01', timestamp '2025-12-01', interval 1 month) as d(month)
"""


class DuckDB:
    """Counts the same files with DuckDB."""

    def __init__(self, lake: Lake) -> None:
        self.connection = duckdb.connect()
        for table, (path,) in lake.files.items():
            self.connection.execute(f"create view {table} as select * from '{path}'")

    def rows(self, query: Statement) -> int:
        return len(self.connection.execute(query.sql, list(query.parameters)).fetchall())


def make_lake(folder: Path, rows: int) -> Lake:
    """Write the invented tables."""
    files = {name: (str(folder / f"{name}.parquet"),) for name in ("participation", "coverage")}
    connection = duckdb.connect()
    connection.execute(f"copy ({PARTICIPATION.format(rows=rows)}) to '{files['participation'][0]}'")
    connection.execute(f"copy ({COVERAGE}) to '{files['coverage'][0]}'")
    return Lake("bench", files)


def query_of(id: str, grouping: Grouping) -> Statement:
    """Return the query of an indicator's numerator."""
    filters = Filters(COMMUNITIES, *YEARS)
    asked = aggregates_by_query([catalogue()[id]], grouping)
    placing = next(placing for placing in asked if placing.table == "participation")
    return statement(placing, asked[placing], filters, grouping)


@contextmanager
def counting(name: str, lake: Lake) -> Iterator["DuckDB | SessionRows"]:
    """Give an engine by its name."""
    if name == "duckdb":
        yield DuckDB(lake)
        return
    with open_engine("spark" if name == "spark" else "sail", lake) as engine:
        yield SessionRows(engine)


class SessionRows:
    """Counts with an engine of a cluster."""

    def __init__(self, engine: RowEngine) -> None:
        self.engine = engine

    def rows(self, query: Statement) -> int:
        return len(self.engine.rows(query.sql, query.parameters))


def processor_seconds() -> float:
    """Return the processor time so far of this process and of Java processes below it."""
    java = sum(_seconds_of(path.parent) for path in Path("/proc").glob("[0-9]*/comm") if _is_own_java(path))
    return time.process_time() + java


def _is_own_java(path: Path) -> bool:
    try:
        parent = (path.parent / "stat").read_text().rpartition(")")[2].split()[1]
        return path.read_text().strip() == "java" and parent == str(Path("/proc/self").resolve().name)
    except OSError:
        return False


def _seconds_of(process: Path) -> float:
    user, system = (process / "stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / 100


def main() -> None:
    """Print millions of rows a second and core, the median of three runs after a first one."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", choices=("duckdb", *NAMES), default="duckdb")
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        engine = stack.enter_context(counting(options.engine, make_lake(Path(folder), options.rows)))
        for label, question in QUESTIONS.items():
            measure(engine, f"{options.engine} {options.rows:,} {label}", query_of(*question), options.rows)


def measure(engine: "DuckDB | SessionRows", label: str, query: Statement, rows: int) -> None:
    """Print what one question takes."""
    count = engine.rows(query)
    seconds, walls = [], []
    for _ in range(RUNS):
        began, wall = processor_seconds(), time.perf_counter()
        engine.rows(query)
        seconds.append(processor_seconds() - began)
        walls.append(time.perf_counter() - wall)
    rate = rows / median(seconds) / 1e6
    print(
        f"{label}：{rate:.2f} 百万行/核·秒，处理器 {median(seconds):.1f} 秒，{median(walls):.2f} 秒（{count} 行）",
        flush=True,
    )


if __name__ == "__main__":
    main()
