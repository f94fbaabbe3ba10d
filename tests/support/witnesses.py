"""Engines that no command of ours offers, as witnesses that the SQL of indicators means the same to each: DataFusion and ClickHouse."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import sqlglot
from chdb.session import Session
from datafusion import SessionContext
from sqlglot import exp

from indicators.lake import Lake
from warehouse.row_engine import RowEngine

# Without these ClickHouse reads an output's name before the column of that name, and adds no whole numbers to fractions.
CLICKHOUSE_AS_IN_SQL = "prefer_column_name_to_alias = 1, allow_lossy_numeric_supertype = 1"


@lru_cache(maxsize=1024)
def _parsed(sql: str) -> exp.Expr:
    return sqlglot.parse_one(sql, read="duckdb")


def _bound(sql: str, parameters: Sequence[Any]) -> exp.Expr:
    """Return a query with its values in place of `?`, in the order in which they are written."""
    query = _parsed(sql).copy()
    places = list(query.find_all(exp.Placeholder, bfs=False))
    for place, value in zip(places, parameters, strict=True):
        place.replace(exp.convert(value))
    return query


def _rows(table: pa.Table) -> list[tuple[Any, ...]]:
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


class DataFusion:
    """The tables of a lake in Apache DataFusion, which is given our SQL as DuckDB is."""

    def __init__(self, lake: Lake) -> None:
        self._session = SessionContext()
        for table, files in lake.files.items():
            self._session.register_dataset(table, ds.dataset(list(files)))

    def table(self, sql: str, parameters: Sequence[Any] = ()) -> pa.Table:
        return self._session.sql(_bound(sql, parameters).sql("duckdb")).to_arrow_table()

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return _rows(self.table(sql, parameters))


class ClickHouse:
    """The tables of a lake in ClickHouse, within this process."""

    def __init__(self, lake: Lake) -> None:
        self._session = Session()
        for table, files in lake.files.items():
            parts = (f"select * from file('{file}', Parquet)" for file in files)
            self._session.query(f"create view {table} as {' union all '.join(parts)}")

    def table(self, sql: str, parameters: Sequence[Any] = ()) -> pa.Table:
        query = _bound(sql, parameters).sql("clickhouse")
        return self._session.query(f"{query} settings {CLICKHOUSE_AS_IN_SQL}", "ArrowTable")

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return _rows(self.table(sql, parameters))


WITNESSES: Mapping[str, Callable[[Lake], RowEngine]] = {"DataFusion": DataFusion, "ClickHouse": ClickHouse}
