"""Makes one immutable build of all clean files, and points to it as the one in use.

A build is a pure function of the clean files. It closes with a check of its accounts and a full scan before the pointer moves, so a crash
at any point leaves the former build in use and nothing half-written visible.
"""

import os
import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from etl import declarations, problem
from etl.building import (
    account,
    community_map,
    coverage,
    dictionary,
    duplicates,
    empty_build,
    manifest,
    merged_names,
    record_table,
    shards,
    source_files,
    stored_cells,
)
from etl.building.balance import Unsound, check_balance
from etl.building.build_inputs import BuildInputs
from etl.building.community_rows import RowInputs
from etl.building.database import build_database
from etl.building.grouped_cells import remove_former_groups
from etl.building.insertion import insert_rows
from etl.building.new_versions import Tally
from etl.building.placement import Placement, placements
from etl.building.pointer import build_of, opened, point_to
from etl.building.publication_gate import FindLosses
from etl.building.shards import ShardsInUse
from warehouse import ledgers, shard_checks
from warehouse.build import FORMAT
from warehouse.ledgers import Books
from warehouse.shard import FOLDER as SHARDS
from warehouse.shard import ShardFile, forget_digests
from warehouse.shard_tables import tables_outside


class NothingLoaded(Exception):
    """Not one row could be loaded; the former build stays in use. Carries what would have been its books."""

    def __init__(self, books: Books) -> None:
        super().__init__("没有一行能入库。")
        self.books = books


class Withheld(Exception):
    """A build lacks what the one in use holds; that stays in use. Carries a sentence for each loss, and the new build's books."""

    def __init__(self, losses: Sequence[str], books: Books) -> None:
        super().__init__("；".join(losses))
        self.losses = tuple(losses)
        self.books = books


@dataclass(frozen=True)
class Publication:
    """The path of a build that is in use now, its books, and the communities whose shard was damaged and is made again."""

    path: Path
    books: Books
    damaged: Sequence[str] = ()


def publish(folder: Path, inputs: BuildInputs, find_losses: FindLosses) -> Publication:
    """Build from the inputs, check, and move the pointer; the former build stays if it is the same.

    The bytes of every shard are read, whatever this process compared before: rows damaged without a trace since then would be
    copied into the build for good. Raises Withheld where `find_losses` finds any against the build in use.
    """
    forget_digests()
    builds = folder / "builds"
    builds.mkdir(parents=True, exist_ok=True)
    remove_partial(folder)
    if (former := build_of(builds, inputs)) is not None:
        with opened(former) as connection:
            stored_cells.store_cells(folder, connection)
            _settle_shards(folder, tables_outside(connection))
            return Publication(former, ledgers.books(OpenConnection(connection)))
    partial = builds / f".{os.getpid()}.partial"
    try:
        empty_build.begin(partial)
        with build_database(partial) as connection:
            used = _fill(connection, folder, partial.with_name(f".{os.getpid()}.rows.partial"), inputs)
            _check_accounts(connection, folder, used)
            if losses := find_losses(OpenConnection(connection), folder):
                raise Withheld(losses, ledgers.books(OpenConnection(connection)))
        with opened(partial) as connection:
            _scan(connection)
            stored_cells.store_cells(folder, connection)
            books, outside = ledgers.books(OpenConnection(connection)), tables_outside(connection)
        path = point_to(partial, builds, inputs)
        _settle_shards(folder, outside)
        return Publication(path, books, used.damaged)
    finally:
        remove_partial(folder)


def remove_partial(folder: Path) -> None:
    """Remove what unfinished builds and shards left behind; to be called by whoever holds the lock of the data folder."""
    for path in (*folder.glob("builds/.*.partial*"), *folder.glob(f"{SHARDS}/*/.*.partial*")):
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _fill(connection: duckdb.DuckDBPyConnection, data: Path, scratch: Path, inputs: BuildInputs) -> ShardsInUse:
    problem.create(connection)
    merged_names.create(connection, inputs.merged)
    account.create(connection)
    register = community_map.load_register(connection, inputs.cleaned)
    distinct = duplicates.without_twins(connection, inputs.cleaned, register)
    placed = placements(distinct, register)
    used = shards.bring_up_to_date(data, scratch, RowInputs(placed, _fill_register(connection, placed), inputs.merged))
    manifest.create(connection, data, used.shards)
    community_map.note_unplaced(connection, placed, register)
    source_files.create(connection, inputs.cleaned, distinct, inputs.failed, inputs.is_demo)
    if not connection.execute("select coalesce(sum(loaded), 0) from source_file").fetchall()[0][0]:
        raise NothingLoaded(ledgers.books(OpenConnection(connection)))
    community_map.create_place(connection)
    community_map.note_lookalikes(connection, register)
    community_map.note_named_like_people(connection, register)
    coverage.create(connection, inputs.cleaned, register)
    dictionary.create(connection)
    _describe(connection, inputs)
    return used


def _fill_register(connection: duckdb.DuckDBPyConnection, placed: Sequence[Placement]) -> pa.Table:
    """Fill the table of the register, which no shard holds, and return its rows: whoever gives money is looked up in all of them."""
    register = declarations.register()
    if parts := [each for each in placed if each.record == register.id and each.community]:
        record_table.fill(connection, register, parts, defaultdict(Tally))
        account.count(connection, register)
    return connection.sql(f"from {register.id} order by all").to_arrow_table()


@dataclass(frozen=True)
class OpenConnection:
    """A build that is being made, asked like one that is finished."""

    connection: duckdb.DuckDBPyConnection

    def rows(self, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query, values bound."""
        return self.connection.execute(sql, list(parameters)).fetchall()


def _describe(connection: duckdb.DuckDBPyConnection, inputs: BuildInputs) -> None:
    info = {
        "created_at": datetime.now().astimezone().isoformat(timespec="seconds"),
        "is_demo": str(inputs.is_demo).lower(),
        "secret_id": inputs.secret_id,
        "format": FORMAT,
    }
    for key, day in zip(("first_day", "last_day"), coverage.extent(connection), strict=True):
        info |= {key: day.isoformat()} if day else {}
    connection.execute("create table build_info (key varchar, value varchar)")
    insert_rows(connection, "build_info", info.items())


def _check_accounts(connection: duckdb.DuckDBPyConnection, data: Path, used: ShardsInUse) -> None:
    """Raise Unsound unless every row read is loaded, refused or skipped, and every refusal is told; each side is counted apart."""
    try:
        check_balance(connection)
    except Unsound:
        used.remove_made(data)  # or the next load would take them for sound
        raise


def _settle_shards(data: Path, outside: Mapping[str, Sequence[ShardFile]]) -> None:
    """Note in which state the files of rows of the build in use were compared, and remove groups of cells that it does not read.

    To be called when the pointer names it: if the load breaks off before, readers of the former build have what they need.
    """
    shard_checks.note_checked(data, [file for of_table in outside.values() for file in of_table])
    remove_former_groups(data, outside)


def _scan(connection: duckdb.DuckDBPyConnection) -> None:
    """Read every block of every table with rows once: a damaged block shows only when it is read."""
    tables = connection.execute("select table_name from duckdb_tables() where estimated_size > 0").fetchall()
    hashes = (f"select bit_xor(hash({name})) from {name}" for (name,) in tables)
    connection.execute(" union all ".join(hashes)).fetchall()
