"""Fills the table of one record type with the clean rows of all files, mapped to communities, without second keys."""

from collections.abc import Sequence, Set

import duckdb

from etl import clock
from etl.building import community_map, dictionary, duplicates, merged_names, second_keys
from etl.building.likely_versions import note_likely_versions
from etl.building.name_types import TEXTS, NameTypes
from etl.building.new_versions import Tallies, new_versions
from etl.building.placement import Placement
from etl.columns import COMMUNITY
from etl.schema import RecordType

LINEAGE = {"source_file": "varchar", "sheet": "varchar", "row_no": "integer"}


def create(connection: duckdb.DuckDBPyConnection, record: RecordType, types: NameTypes = TEXTS) -> None:
    """Create the empty table of a record type."""
    fields = ", ".join(f"{name} {kind}" for name, kind in {**record.stored, **LINEAGE, **types}.items())
    connection.execute(f"create table {record.id} ({fields})")


def comment(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """Give the table of a record type and its columns the labels readers know them by."""
    derived = {derived.name: derived.label for derived in record.derived}
    labels = {name: column.label for column in record.columns for name in column.stored} | derived
    dictionary.comment(connection, record.id, record.label, labels)


def fill(
    connection: duckdb.DuckDBPyConnection,
    record: RecordType,
    placements: Sequence[Placement],
    tallies: Tallies,
    types: NameTypes = TEXTS,
) -> None:
    """Fill the table of a record type from parts of known communities; what stays out becomes problems.

    `tallies` are those of the communities whose rows are not among these parts; those of the parts are added to them.
    """
    community_map.create_map(connection, placements, types)
    if any(placement.part.last_on > clock.today() for placement in placements):
        duplicates.note_future(connection, record)
    _insert(connection, record, record.stored)
    second_keys.drop_second_keys(connection, record)
    if duplicates.find_repeats(connection, record, tallies):
        duplicates.refuse_new_versions(connection, record, new_versions(tallies.values()))
        note_likely_versions(connection, record)
        duplicates.flag_equal_rows(connection, record)
    merged_names.merge(connection, record)


def _insert(connection: duckdb.DuckDBPyConnection, record: RecordType, columns: dict[str, str]) -> None:
    keys = {column.key_name for column in record.columns if column.kind.is_personal}
    selected = ", ".join(_from_clean(column, keys) for column in columns)
    connection.execute(
        f"insert into {record.id} select {selected}, placed.file, placed.sheet, raw.row_no from {community_map.RAW_PLACED}"
        f" where {duplicates.accepted(record)}"
    )


def _from_clean(column: str, keys: Set[str]) -> str:
    if column == COMMUNITY.name:
        return "placed.community"
    return f"placed.prefix || raw.{column}" if column in keys else f"raw.{column}"
