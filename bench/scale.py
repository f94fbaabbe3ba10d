"""How an office of ten million sign-ins feels beside one of ten thousand: `python -m bench.scale --rows 1000000` takes minutes.

Loads and pages are measured by processor time, as in `bench.loading`; only readers at once by the time they wait.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median, quantiles

import duckdb

from bench.loading import RUNS, Measurement, cpu_seconds, report
from bench.readers import seconds_a_page, seconds_of_empty_page, waits
from bench.served_app import ServedApp
from bench.two_offices import TwoOffices
from evidence import extracts
from indicators import engine
from indicators.model import Filters
from ui.frame import menu
from warehouse import communities, records
from warehouse.build import Build

SIGN_INS = 10_000_000
PAGES = ("overview", "participation", "comparison", "pack")  # the first two of rows, the others of many figures
OTHER_PERIOD = {"period": "截至某日", "to": "2024-05-31"}
CUSTOM_DAYS = date(2022, 3, 9), date(2024, 6, 17)
EXTRACT_ROWS = 1_000_000
STREET = 30  # communities; a province has more, and its pages may take longer
PAGES_OF_STREET, PAGES_OF_PROVINCE = 1.3, 1.6  # a page ÷ the same of the sample
MOST_SECONDS_A_PAGE = (
    0.1  # 30 readers ask for six pages a second; a processor that is busy all the time lets them wait for each other
)
READERS = {30: {50: 3, 95: 5}, 60: {50: 6, 95: 8}}  # readers at once: percentile of what they wait → goal


def load_ratio(offices: TwoOffices) -> float:
    """Return the first load of the large office ÷ DuckDB reading its sign-ins as text and casting them."""
    ours, databases = offices.first_load.cpu, (offices.folder / f"raw{number}.duckdb" for number in range(RUNS))
    return ours / median(cpu_seconds(partial(_cast, offices.sign_in_ledgers, path)) for path in databases)


def load_memory(offices: TwoOffices) -> float:
    """Return the most memory that a process of the first load had, in GB."""
    return offices.first_load.peak


def written_ratio(offices: TwoOffices) -> float:
    """Return the bytes that the first load wrote, its copy of the ledgers among them, ÷ the bytes of the ledgers."""
    return offices.first_load.written / sum(path.stat().st_size for path in offices.ledgers)


def one_row_ratio(offices: TwoOffices) -> float:
    """Return a ledger of one row added to the large office ÷ the same added to the sample."""
    large, sample = offices.one_row_more()
    return large / sample


def cold_ratio(offices: TwoOffices) -> float:
    """Return a page that is the first one opened in a process, large office ÷ sample: the worst of some pages."""
    first = offices.first_opened
    return max(first(offices.large, page).cpu / first(offices.sample, page).cpu for page in PAGES)


def change_ratio(offices: TwoOffices) -> float:
    """Return a page under another period, once it was opened, large office ÷ sample: the worst of some pages."""
    with ServedApp(offices.large) as large, ServedApp(offices.sample) as sample:
        return max(_changed(large, page) / _changed(sample, page) for page in PAGES)


def most_queries(offices: TwoOffices) -> float:
    """Return the most queries that a page asks which is the first one opened in a process of the sample, be it up to some day."""
    pages = [path.stem for files in menu.titled_files().values() for path, _ in files]
    opened = (offices.first_opened(offices.sample, page, **choice) for page in pages for choice in ({}, OTHER_PERIOD))
    return max(each.queries for each in opened)


def custom_days_ratio(offices: TwoOffices) -> float:
    """Return participants over days that are no whole months ÷ DuckDB counting them in one Parquet file."""
    build = offices.build
    filters = Filters(communities.names(build), *CUSTOM_DAYS)
    return _ratio(partial(_participants, build, filters), partial(_count, offices.one_file))


def extract_ratio(offices: TwoOffices) -> float:
    """Return a CSV of a million sign-ins, lineage and labels included, ÷ DuckDB's COPY of as many rows."""
    path = offices.folder / "copy.csv"
    query = f"copy (from '{offices.one_file}' limit {EXTRACT_ROWS}) to '{path}'"
    return _ratio(partial(_extract, offices.build), partial(duckdb.execute, query))


def memory_ratio(offices: TwoOffices) -> float:
    """Return the resident memory of the app once some pages were opened, large office ÷ sample."""
    return _memory(offices.large) / _memory(offices.sample)


def page_seconds(offices: TwoOffices) -> float:
    """Return the processor time of a page under days not asked for before, over the large office."""
    assert offices.first_load
    return seconds_a_page(offices.large)


def empty_page_seconds(offices: TwoOffices) -> float:
    """Return the processor time of a page that holds nothing, over the large office."""
    assert offices.first_load
    return seconds_of_empty_page(offices.large)


def reader_ratio(offices: TwoOffices, readers: int, percentile: int) -> float:
    """Return what readers at once wait ÷ what a single one does, at a percentile, over the large office."""
    single, many = (quantiles(waits(offices.large, at_once), n=100)[percentile - 1] for at_once in (1, readers))
    return many / single


def measurements(communities: int) -> Iterator[Measurement[TwoOffices]]:
    """Yield what is measured of an office of so many communities; readers at once of a street only."""
    pages = PAGES_OF_STREET if communities <= STREET else PAGES_OF_PROVINCE
    yield Measurement("首次载入签到 ÷ DuckDB 读文本并转换", "倍", 12, load_ratio)
    yield Measurement("首次载入时一个进程的内存峰值", "GB", 2, load_memory)
    yield Measurement("首次载入写盘 ÷ 台账大小", "倍", 2, written_ratio)
    yield Measurement("再加一行 ÷ 演示数据再加一行", "倍", 2, one_row_ratio)
    yield Measurement("进程里第一个页面 ÷ 演示数据（最慢的一页）", "倍", pages, cold_ratio)
    yield Measurement("换一个时期重画 ÷ 演示数据（最慢的一页）", "倍", pages, change_ratio)
    yield Measurement("进程里第一个页面问数据库（演示数据，最多的一页）", "次", 12, most_queries)
    yield Measurement("自选起止日的人数 ÷ DuckDB 数一个 Parquet 文件", "倍", 2, custom_days_ratio)
    yield Measurement("导出 1 000 000 行 CSV ÷ DuckDB COPY", "倍", 2, extract_ratio)
    yield Measurement("看板占用的内存 ÷ 演示数据", "倍", 1.3, memory_ratio)
    if communities <= STREET:
        yield Measurement("没有看过的一天，打开一页（处理器时间）", "秒", MOST_SECONDS_A_PAGE, page_seconds)
        yield Measurement("没有内容的一页，再打开（处理器时间）", "秒", MOST_SECONDS_A_PAGE, empty_page_seconds)
        for readers, goals in READERS.items():
            for percentile, goal in goals.items():
                label = f"{readers} 人同时看，等待的第 {percentile} 百分位 ÷ 1 人"
                yield Measurement(label, "倍", goal, partial(reader_ratio, readers=readers, percentile=percentile))


def main(sign_ins: int = SIGN_INS, communities: int = STREET) -> None:
    """Print every measurement with its goal, over an office of so many sign-ins of so many communities."""
    with tempfile.TemporaryDirectory() as folder:
        offices = TwoOffices(Path(folder), sign_ins, communities)
        report(tuple(measurements(communities)), lambda measurement: measurement.measure(offices))


def _changed(app: ServedApp, page: str) -> float:
    app.open(page)
    return app.open(page, **OTHER_PERIOD).cpu


def _memory(data: Path) -> float:
    with ServedApp(data) as app:
        for page in PAGES:
            app.open(page)
        return app.memory


def _ratio(work: Callable[[], object], yardstick: Callable[[], object]) -> float:
    ours, raw = (median(cpu_seconds(each) for _ in range(RUNS)) for each in (work, yardstick))
    return ours / raw


def _participants(build: Build, filters: Filters) -> None:
    engine.figures(build, ["participants"], filters)


def _count(path: Path) -> None:
    first, last = CUSTOM_DAYS
    duckdb.execute(
        f"select community, count(distinct person_key), count(*) from '{path}' where held_on between '{first}' and '{last}' group by 1"
    ).fetchall()


def _extract(build: Build) -> None:
    rows = records.rows(build, "attendance", communities.names(build), date.min, date.max, EXTRACT_ROWS)
    provenance = extracts.Provenance("签到", "全部", build.name, build.is_demo)
    extracts.csv_plain(extracts.table_extract(provenance, extracts.readable("attendance", rows)))


def _cast(paths: list[Path], database: Path) -> None:
    with duckdb.connect(str(database)) as connection:
        files = ", ".join(f"'{path}'" for path in paths)
        connection.execute(
            'create or replace table raw as select "社区", "活动名称", cast("签到日期" as date) as d, "姓名"'
            f" from read_csv([{files}], all_varchar = true, header = true)"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=SIGN_INS)
    parser.add_argument("--communities", type=int, default=STREET)
    arguments = parser.parse_args()
    main(arguments.rows, arguments.communities)
