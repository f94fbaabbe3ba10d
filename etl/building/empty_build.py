"""Begins a build: the tables of record types and facts with their types and comments, and no row.

They are made once and kept where Python keeps the compiled modules of this program, of which they are as much a part as these: a thousand
comments take as long as a third of a small load.
"""

import hashlib
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from documents.whole_file import replacing
from etl import declarations
from etl.building import dictionary, intermediate, record_table
from etl.building.database import build_database
from etl.cleaning.job import program

_COMPILED = Path(cache_from_source(__file__)).parent
_STORED = "empty-"  # how the name of a stored empty build begins; it ends in a hash of its bytes, so that a damaged one is told


def begin(path: Path) -> None:
    """Write a build of empty tables to a path."""
    path.write_bytes(_empty_build())


@cache
def _empty_build() -> bytes:
    return made_build() if sys.dont_write_bytecode else stored_build(_COMPILED, made_build)


def stored_build(folder: Path, make: Callable[[], bytes]) -> bytes:
    """Return the empty build that this program left in a folder; where there is none, or no whole one, it is made and left there."""
    for path in folder.glob(f"{_beginning()}*"):
        with suppress(OSError):  # another process removes a damaged one, too
            if path.name == _name(empty := path.read_bytes()):
                return empty
    empty = make()
    with suppress(OSError):  # nobody may write there: each process makes its own
        _store(folder, empty)
    return empty


def _store(folder: Path, empty: bytes) -> None:
    for path in folder.glob(f"{_STORED}*"):
        path.unlink(missing_ok=True)  # of another version of the program, or damaged
    with replacing(folder / _name(empty)) as partial:
        partial.write_bytes(empty)


def _beginning() -> str:
    made_by = hashlib.sha256(f"{program()} {duckdb.__version__}".encode()).hexdigest()
    return f"{_STORED}{made_by[:16]}-"


def _name(empty: bytes) -> str:
    return f"{_beginning()}{hashlib.sha256(empty).hexdigest()}"


def made_build() -> bytes:
    """Return a build of empty tables, made anew."""
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
