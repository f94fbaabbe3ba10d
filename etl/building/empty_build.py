"""Begins a build: the tables of record types and facts with their types and comments, and no row.

They are made once a process and kept beside the builds: a thousand comments take as long as a third of a small load.
"""

import hashlib
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from documents.whole_file import replacing
from etl import declarations
from etl.building import dictionary, intermediate, record_table
from etl.building.database import build_database
from etl.cleaning.job import program

_STORED = "empty-"  # how the name of a stored empty build begins; it ends in a hash of its bytes, so that a damaged one is told


def begin(path: Path) -> None:
    """Write a build of empty tables to a path; the next load finds them in the same folder."""
    empty = _stored(path.parent)
    if empty is None:
        empty = _empty_build()
        _store(path.parent, empty)
    path.write_bytes(empty)


def _stored(folder: Path) -> bytes | None:
    """Return the empty build that this program left in a folder; None without one, or where it is no longer whole."""
    for path in folder.glob(f"{_beginning()}*"):
        if path.is_file() and path.name == _name(empty := path.read_bytes()):
            return empty
    return None


def _store(folder: Path, empty: bytes) -> None:
    for path in folder.glob(f"{_STORED}*"):
        if path.is_file():  # of another version of the program, or damaged
            path.unlink()
    with replacing(folder / _name(empty)) as partial:
        partial.write_bytes(empty)


def _beginning() -> str:
    made_by = hashlib.sha256(f"{program()} {duckdb.__version__}".encode()).hexdigest()
    return f"{_STORED}{made_by[:16]}-"


def _name(empty: bytes) -> str:
    return f"{_beginning()}{hashlib.sha256(empty).hexdigest()}"


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
