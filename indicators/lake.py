"""The tables of builds as Parquet files, as engines other than DuckDB read them (docs/adr/0021-engines.md).

A lake is a folder, or the address of one in an object store, with a folder for each table; every office keeps one file in each of
them: activity/湖东街道.parquet. It holds what indicators count and the months reported, and no ledger's problems.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from command_line import UserError
from indicators import deliveries, reported_sums, tables
from indicators.catalogue import catalogue
from warehouse import shard_tables
from warehouse.build import FORMAT, Build, build_in_memory
from warehouse.row_engine import RowEngine

BOOKS = ("build_info", "coverage", "place", reported_sums.TABLE)
REGISTER = "community"


@dataclass(frozen=True)
class Lake:
    """Where tables lie: for each its Parquet files, or a folder of them, as an engine opens them."""

    name: str
    files: Mapping[str, Sequence[str]]

    @classmethod
    def at(cls, place: str) -> "Lake":
        """Return the lake in a folder of this machine, or at an address such as s3a://城市/lake."""
        folder = place.rstrip("/") if "://" in place else str(_checked(Path(place).resolve()))
        tables = (*lake_tables(), deliveries.TABLE)
        return cls(folder.rsplit("/", 1)[-1], {table: (f"{folder}/{table}",) for table in tables})


def _checked(folder: Path) -> Path:
    """Return a folder that holds all that offices say they wrote to it. Raises UserError."""
    tables = (*lake_tables(), deliveries.TABLE)
    if lacking := [table for table in tables if not any((folder / table).glob("*.parquet"))]:
        raise UserError(
            f"“{folder}”里没有 {deliveries.named(lacking)} 的数据：不是各单位共用的目录，或还没有复制完。"
            "请核对 --lake；各单位用 python -m indicators export 把数据写进去。"
        )
    deliveries.check_files(folder, lake_tables())
    return folder


def lake_tables() -> tuple[str, ...]:
    """Return the tables of a lake: all that indicators count, the register, and what was reported."""
    return tuple(dict.fromkeys((*sorted(_counted_tables()), *_small_tables())))


def write(build: Build, folder: Path, office: str) -> None:
    """Write an office's tables to a lake in a folder, in place of those it wrote before."""
    deliveries.path_of(folder, office).unlink(missing_ok=True)
    files = {table: folder / table / f"{office}.parquet" for table in lake_tables()}
    for table, path in files.items():
        _write(build, table, path)
    deliveries.note(folder, office, files)


def _write(build: Build, table: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")  # engines pass over names that begin with a point
    with build.batches(f"select * from {table}") as batches, pq.ParquetWriter(part, batches.schema) as writer:
        for batch in batches:
            writer.write_batch(batch)
    part.replace(path)


@contextmanager
def lake_of(build: Build) -> Iterator[Lake]:
    """Give the lake of one build: the files of its shards, and for the other tables files that go afterwards.

    Raises UnreadableBuild where rows are not as they were written: an engine does not tell.
    """
    files = _shard_files(build)
    for table in files:
        build.rows(f"select 1 from {table} limit 0")  # compares them, since it names them
    with tempfile.TemporaryDirectory() as folder:
        for table in lake_tables():
            if table not in files:
                path = Path(folder, f"{table}.parquet")
                _write(build, table, path)
                files[table] = [str(path)]
        yield Lake(build.name, files)


def _shard_files(build: Build) -> dict[str, list[str]]:
    """Return {table: files} of the rows that a build leaves in its shards; of those copied into it nobody compares the files."""
    manifest = shard_tables.MANIFEST
    if not build.rows("select 1 from information_schema.tables where table_name = ?", (manifest,)):
        return {}
    data = build.path.resolve().parents[1]
    files: dict[str, list[str]] = {}
    outside = f"select table_name, folder from {manifest} where not is_copied order by community, table_name"
    for table, folder in build.rows(outside):
        files.setdefault(table, []).append(str(data / folder / f"{table}.parquet"))
    return {table: files[table] for table in lake_tables() if table in files}


def build_of(lake: Lake, engine: RowEngine) -> Build:
    """Return all builds of a lake as one: its small tables lie in memory, its records are counted by the engine."""
    deliveries.check_counts(engine, lake_tables())
    small = {table: engine.table(f"select * from {table}") for table in _small_tables()}
    _check_reports(small["coverage"])
    small["build_info"] = _together(small["build_info"])
    return build_in_memory(lake.name, small).counted_by(engine)


def _counted_tables() -> set[str]:
    return {aggregate.table for indicator in catalogue().values() for aggregate in indicator.all_aggregates}


def _small_tables() -> tuple[str, ...]:
    registers = (table for table in sorted(_counted_tables()) if tables.is_register(table))
    return tuple(dict.fromkeys((*BOOKS, REGISTER, *registers)))


def _check_reports(coverage: pa.Table) -> None:
    """Raise UserError where two offices sent the same community: its records would count twice."""
    counted = coverage.group_by(["community", "record", "month"]).aggregate([([], "count_all")])
    twice = {row["community"] for row in counted.to_pylist() if row["count_all"] > 1}
    if twice:
        raise UserError(f"{'、'.join(sorted(twice))}有两份数据（两个单位都交了，或同一单位交了两次），请先去掉一份。")


def _together(info: pa.Table) -> pa.Table:
    """Return what builds say of themselves as one: from the first day of any to the last, and the sample if one is."""
    values: dict[str, list[str]] = {}
    for row in info.to_pylist():
        values.setdefault(row["key"], []).append(row["value"])
    if set(values["format"]) != {FORMAT}:
        raise UserError(
            "有的数据是别的版本生成的。请各单位用同一个版本重新导入（python -m etl load）、再交一次（python -m indicators export）。"
        )
    joined = {key: min(texts) if key == "first_day" else max(texts) for key, texts in values.items()}
    return pa.table({"key": list(joined), "value": list(joined.values())}, schema=info.schema)
