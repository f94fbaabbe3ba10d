"""Refuses rows of a newer version or copy that are rows of the former file with a cell changed: both would count, and only one is right."""

import duckdb

from etl import problem
from etl.building.row_differences import difference_sentences, differing_labels
from etl.columns import COMMUNITY
from etl.schema import RecordType


def refuse_edited_rows(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """Refuse the rows of `versions` whose like in the former file is missing in them, except for some cells, which are named.

    A row has its like where community, day and identifying texts are the same. Runs while the record table still holds the rows that
    are refused as equal.
    """
    _find_edited(connection, record)
    problem.insert(
        connection,
        """
        select 'edited_row' as code, '拒收' as severity, source_file as file, sheet, row_no, array_to_string(labels, '、') as "column",
               concat('和“', first_file, '”', case when first_sheet <> '' then concat('工作表“', first_sheet, '”') else '' end,
                      '第', first_row, '行像是同一条记录，只有', array_to_string(differences, '、'),
                      '。这份台账像那一份的新版本或副本，说不清哪一行对，这一行没有入库。请留一份：撤回旧的一份再导入，或改正其中一行；',
                      '确实是另外的记录，请在表里写明区别。') as message, ? as record, community
        from edited order by source_file, sheet, row_no
        """,
        [record.id],
    )
    connection.execute(f"delete from {record.id} where rowid in (select row_id from edited)")
    connection.execute("delete from repeats where row_id in (select row_id from edited)")


def _find_edited(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """Create `edited`: each row that is a former one with cells changed, beside the former row that differs in the fewest columns."""
    columns = [
        column
        for column in record.columns
        if column is not COMMUNITY and column.name != record.placed_on and column.stored
    ]
    connection.execute(
        f"""
        create or replace temp table edited as
        with hashed as (
            select rowid as row_id, community, source_file, hash({", ".join(record.stored)}) as fingerprint from {record.id}
            where source_file in (select unnest([first_file, source_file]) from versions)),
        former as (
            select hashed.*, versions.source_file as other_file from versions
            join hashed on hashed.source_file = versions.first_file),
        later as (select hashed.*, versions.first_file as other_file from versions join hashed using (source_file)),
        lone_former as (
            select row_id, other_file from former anti join later on former.community = later.community
            and former.source_file = later.other_file and former.other_file = later.source_file
            and former.fingerprint = later.fingerprint),
        lone_later as (
            select row_id, other_file from later anti join former on former.community = later.community
            and former.source_file = later.other_file and former.other_file = later.source_file
            and former.fingerprint = later.fingerprint),
        first as (select row_id, other_file, each.* from lone_former join {record.id} as each on each.rowid = row_id),
        this as (select row_id, other_file, each.* from lone_later join {record.id} as each on each.rowid = row_id)
        select this.row_id, this.source_file, this.sheet, this.row_no, this.community, first.source_file as first_file,
               first.sheet as first_sheet, first.row_no as first_row,
               {differing_labels(columns)} as labels, {difference_sentences(columns)} as differences
        from this join first on {_likeness(record)}
        where len(labels) > 0
        qualify row_number() over (partition by this.row_id order by len(labels), first_file, first_sheet, first_row) = 1
        """
    )


def _likeness(record: RecordType) -> str:
    """Return the condition under which a row is like one of the former file: same community, day and identifying texts."""
    same = [f"this.{name} = first.{name}" for name in (COMMUNITY.name, record.placed_on)]
    same += [f"this.{name} is not distinct from first.{name}" for name in identifying(record)]
    known = [f"this.{column.key_name} is not null" for column in record.required if column.kind.is_personal]
    return " and ".join(["this.source_file = first.other_file", "this.other_file = first.source_file", *same, *known])


def identifying(record: RecordType) -> list[str]:
    """Return the stored columns by which a row is known beside community and day: required texts and people, numbers of documents.

    People a row need not name (领取人) count where none is required. Of a record type with neither all texts are returned.
    """
    texts = [column for column in record.columns if column.kind.sql_type == "varchar" and column is not COMMUNITY]
    people = [column for column in texts if column.kind.is_personal]
    people = [column for column in people if column.is_required] or people
    chosen = [each for each in texts if not each.kind.is_personal and (each.is_required or each.kind.is_identity)]
    if not people and not any(each.is_required for each in chosen):
        chosen = texts
    return [each.key_name if each.kind.is_personal else each.name for each in (*chosen, *people)]
