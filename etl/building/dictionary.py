"""Writes the data dictionary into a build: every declared column with its label, and comments on tables and columns."""

from collections.abc import Mapping

import duckdb

from etl import declarations
from etl.building.insertion import insert_rows
from etl.schema import Column, RecordType


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Create `record_column`: one row per declared column of each record type."""
    connection.execute(
        "create table record_column (record varchar, record_label varchar, position integer,"
        ' "column" varchar, label varchar, kind varchar, sql_type varchar, is_required boolean, note varchar,'
        " headers varchar)"
    )
    lines = [
        _line(record, position, column)
        for record in declarations.record_types().values()
        for position, column in enumerate(record.columns, 1)
    ]
    insert_rows(connection, "record_column", lines)


def _line(record: RecordType, position: int, column: Column) -> list[object]:
    kind = column.kind
    described = [column.name, column.label, kind.label, kind.sql_type, column.is_required, column.note]
    return [record.id, record.label, position, *described, "、".join(column.headers)]


def comment(connection: duckdb.DuckDBPyConnection, table: str, label: str, columns: Mapping[str, str]) -> None:
    """Give a table and its columns the labels readers know them by."""
    connection.execute(f"comment on table {table} is '{label}'")
    for name, text in columns.items():
        connection.execute(f"comment on column {table}.{name} is '{text}'")
