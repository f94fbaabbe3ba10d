"""Counts organisations under the names people merged them to: where the build is made, so that clean files stay as they are."""

from collections.abc import Mapping

import duckdb

from etl.building import dictionary
from etl.columns import WRITTEN_NAMES
from etl.parse import COMMUNITY_MARK_LENGTH
from etl.schema import Column, RecordType

LABELS = {
    "name": "机构",
    "written": "台账里的写法",
    "record": "记录",
    "column": "列",
    "community": "社区",
    "row_count": "行数",
}


def create(connection: duckdb.DuckDBPyConnection, merged: Mapping[str, str]) -> None:
    """Create `organisation` (every name as written, what it counts as, and where it stands), empty, and the merged names."""
    connection.execute("create temp table merged_organisation (written varchar, name varchar)")
    if merged:
        connection.executemany("insert into merged_organisation values (?, ?)", [list(pair) for pair in merged.items()])
    connection.execute(
        'create table organisation (name varchar, written varchar, record varchar, "column" varchar, community varchar,'
        " row_count bigint)"
    )
    dictionary.comment(connection, "organisation", "机构名称", {f'"{name}"': text for name, text in LABELS.items()})


def merge(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """List the organisations of a filled record table, and put merged names in the place of those as written."""
    columns = [column for column in record.columns if column.merged_name]
    for column in columns:
        _list(connection, record, column)
    changed = connection.execute("select 1 from organisation where record = ? and name <> written limit 1", [record.id])
    if changed.fetchall():
        _add_written_names(connection, record.id)
        for column in columns:
            _rename(connection, record, column)


def note_written_names(connection: duckdb.DuckDBPyConnection) -> None:
    """Add the column of names as written to every record table in which an organisation counts under another name."""
    for (record,) in connection.execute("select distinct record from organisation where name <> written").fetchall():
        _add_written_names(connection, record)


def _add_written_names(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    connection.execute(f"alter table {table} add column {WRITTEN_NAMES} varchar")
    connection.execute(f"comment on column {table}.{WRITTEN_NAMES} is '机构原来的写法'")


def _list(connection: duckdb.DuckDBPyConnection, record: RecordType, column: Column) -> None:
    connection.execute(
        f"""
        insert into organisation
        select coalesce(merged.name, {column.merged_name}), {column.merged_name}, ?, ?, community, count(*)
        from {record.id} left join merged_organisation as merged on merged.written = {column.merged_name}
        where {column.merged_name} is not null group by all order by all
        """,
        [record.id, column.name],
    )


def _rename(connection: duckdb.DuckDBPyConnection, record: RecordType, column: Column) -> None:
    """Rename, noting the name as written; one organisation gets one key, with the prefix of its community as ever."""
    name, table = column.merged_name, record.id
    connection.execute(
        f"update {table} set {name} = merged.name, {WRITTEN_NAMES} = concat_ws('；', {WRITTEN_NAMES}, '{column.label}：' || {name})"
        f" from merged_organisation as merged where {name} = merged.written"
    )
    if column.kind.keeps_organisations:
        key = column.key_name
        connection.execute(
            f"update {table} set {key} = left({key}, {COMMUNITY_MARK_LENGTH}) || same.key from ("
            f" select community as owner, {name} as name, min(substr({key}, {COMMUNITY_MARK_LENGTH + 1})) as key from {table}"
            f" where {name} in (select name from merged_organisation) group by all) as same"
            f" where {name} = same.name and community = same.owner"
        )
