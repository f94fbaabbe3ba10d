"""Fills the table of one record type with the clean rows of all files, mapped to communities, without second keys."""

from collections.abc import Sequence, Set

import duckdb

from etl.building import community_map, dictionary, duplicates, merged_names
from etl.building.register import Register
from etl.cleaning import clean_files
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job
from etl.columns import COMMUNITY
from etl.schema import RecordType

LINEAGE = ("source_file varchar", "sheet varchar", "row_no integer")


def create(
    connection: duckdb.DuckDBPyConnection,
    record: RecordType,
    distinct: Sequence[tuple[Job, FileReport]],
    register: Register,
) -> None:
    """Create and fill the table of a record type, sorted by community and date; what stays out becomes problems."""
    columns = record.stored
    fields = ", ".join([*(f"{name} {kind}" for name, kind in columns.items()), *LINEAGE])
    connection.execute(f"create table {record.id} ({fields})")
    paths = {
        str(clean_files.parquet_path(job, record.id)): (job, report)
        for job, report in distinct
        if record.id in (report.signatures or {})
    }
    if paths:
        community_map.create_map(connection, paths, register)
        duplicates.note_refused(connection, record)
        _insert(connection, record, columns)
        duplicates.drop_second_keys(connection, record)
        duplicates.flag_equal_rows(connection, record, tuple(columns))
        merged_names.merge(connection, record)
    dictionary.comment(connection, record.id, record.label, _labels(record))


def _insert(connection: duckdb.DuckDBPyConnection, record: RecordType, columns: dict[str, str]) -> None:
    keys = {column.key_name for column in record.columns if column.kind.is_personal}
    selected = ", ".join(_from_clean(column, keys) for column in columns)
    connection.execute(
        f"insert into {record.id} select {selected}, placed.file, raw.sheet, raw.row_no from {community_map.RAW_PLACED}"
        f" where {duplicates.accepted(record)} order by placed.community, {record.placed_on}"
    )


def _from_clean(column: str, keys: Set[str]) -> str:
    if column == COMMUNITY.name:
        return "placed.community"
    return f"placed.prefix || raw.{column}" if column in keys else f"raw.{column}"


def _labels(record: RecordType) -> dict[str, str]:
    labels = {name: column.label for column in record.columns for name in column.stored}
    return labels | {derived.name: derived.label for derived in record.derived}
