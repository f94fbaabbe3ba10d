"""Counts records in a Spark session: one of Spark, or of Sail, which speaks its protocol."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import pyarrow as pa
import sqlglot
from pyspark.errors import PySparkException

from command_line import UserError
from indicators.lake import Lake
from warehouse.row_engine import RowEngine

LONGEST_FAULT = 200  # characters
SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",  # an overflow is an error, and no null
    "spark.sql.parquet.mergeSchema": "true",  # offices may load with versions that differ by a column
}


@lru_cache(maxsize=1024)
def in_spark_dialect(sql: str) -> str:
    """Return a query of DuckDB's dialect in that of Spark; ValueError where it says what Spark cannot."""
    (translated,) = sqlglot.transpile(sql, read="duckdb", write="spark", unsupported_level=sqlglot.ErrorLevel.RAISE)
    return translated


@contextmanager
def _faults_told() -> Iterator[None]:
    """Turn what a session says of data or a cluster that it cannot reach into one sentence with the first line of it."""
    try:
        yield
    except PySparkException as fault:
        line = next(iter(str(fault).splitlines()), "")[:LONGEST_FAULT]
        raise UserError(
            f"引擎没有算出来：{type(fault).__name__} {line}。请核对数据的地址、引擎的设置和网络；本机的数据没有改动。"
        ) from fault


class SessionEngine:
    """The tables of a lake in a session, each under its name."""

    def __init__(self, session: Any, lake: Lake) -> None:
        self._session = session
        for table, places in lake.files.items():
            session.read.parquet(*places).createOrReplaceTempView(table)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with _faults_told():
            return [tuple(row) for row in self._session.sql(in_spark_dialect(sql), args=list(parameters)).collect()]

    def table(self, sql: str) -> pa.Table:
        with _faults_told():
            table: pa.Table = self._session.sql(in_spark_dialect(sql)).toArrow()
        return table


@contextmanager
def session_engine(builder: Any, lake: Lake) -> Iterator[RowEngine]:
    """Give the session that a builder describes, with the tables of a lake."""
    with _faults_told():
        session = builder.getOrCreate()
    try:
        with _faults_told():
            for name, value in SETTINGS.items():
                session.conf.set(name, value)
            engine = SessionEngine(session, lake)
        yield engine
    finally:
        session.stop()
