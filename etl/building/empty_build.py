"""Begins a build: the tables of record types and facts with their types and comments, and no row.

They are made once a process: a thousand comments take as long as a third of a small load.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from etl import declarations
from etl.building import dictionary, intermediate, record_table
from etl.building.database import build_database


def begin(path: Path) -> None:
    """Write a build of empty tables to a path."""
    path.write_bytes(_empty_build())


@cache
def _empty_build() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.duckdb"
        with build_database(path) as connection:
            for record in declarations.record_types().values():
                record_table.create(connection, record)
                record_table.comment(connection, record)
            intermediate.create(connection)
            for name, fact in declarations.facts().items():
                connection.execute(f"create table {name} as select * from ({fact.sql}) limit 0")
                dictionary.comment(connection, name, fact.label, fact.columns)
        return path.read_bytes()
