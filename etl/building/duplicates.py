"""Refuses a list sent twice and rows of its newer version; flags equal rows: two equal gifts are possible."""

import re
from collections.abc import Iterable, Sequence

import duckdb
import numpy as np
import pyarrow as pa

from etl import problem
from etl.building.community_map import RAW_PLACED
from etl.building.database import TODAY
from etl.building.edited_copies import refuse_edited_rows
from etl.building.insertion import insert_rows
from etl.building.new_versions import FilePair, Tallies, may_differ_unkept
from etl.building.register import Register
from etl.building.version_differences import note_rows_of_one_version
from etl.cleaning.arrow_arrays import mask_array
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job
from etl.inbox.copies import same_file_sentence
from etl.schema import RecordType

# Severity and message for a date in the future: of the day that places a row, and of anything else that has not happened yet.
FUTURE_PLACE = ("拒收", "日期在将来，请核对年份。")
FUTURE_DEED = ("提示", "日期在将来，到那天之前不作数，请核对年份。")

# In SQL, where the row stands that another one is like: 善款.csv“1月”第4行.
FIRST_PLACE = "concat(first_file, case when first_sheet <> '' then concat('“', first_sheet, '”') else '' end, '第', first_row, '行')"
LIKE_ANOTHER = (
    "sent_twice",
    "same_key",
    "repeated_row",
    "edited_row",
)  # codes of refusals of which another row is the reason
AS_READ = "读取的各列都相同（没有读取的列、不保存的内容和隐去的姓名不比）"  # a gift of 1 yuan beside another of a name that is masked
MOST_FLAGGED_ALONE = 20  # equal rows of a sheet; of more, so many are named in one line


def is_like_rows_of(name: str, code: str, message: str) -> bool:
    """Tell whether a row, or a file, was refused since it is like rows of the file of this name, as the sentences write it."""
    written = re.escape(name)
    is_named = re.search(rf"“{written}”|”已在{written}(?:“[^”]*”)?第\d+行", message) is not None
    return message == same_file_sentence(name) or (code in LIKE_ANOTHER and is_named)


def without_twins(
    connection: duckdb.DuckDBPyConnection, cleaned: Sequence[tuple[Job, FileReport]], register: Register
) -> list[tuple[Job, FileReport]]:
    """Return the files whose rows are not all those of an earlier file; a list sent twice counts once."""
    first: dict[object, str] = {}
    distinct = []
    for job, report in cleaned:
        signature = (tuple(sorted((report.signatures or {}).items())), _places(report, register))
        is_telling = any((report.signatures or {}).values())
        if is_telling and signature in first:
            _note_twin(connection, report, first[signature])
            continue
        first[signature] = report.file
        distinct.append((job, report))
    return distinct


def _places(report: FileReport, register: Register) -> tuple[str | None, ...]:
    """Return the communities that titles name where no column does: equal rows of two communities are not the same list."""
    return tuple(register.find_in(table.context) for table in report.tables if not table.has_community_column)


def _note_twin(connection: duckdb.DuckDBPyConnection, report: FileReport, first: str) -> None:
    message = f"与“{first}”{AS_READ}，整份没有重复入库。如果确实是两份不同的记录，请在表里写明区别。"
    problem.insert(
        connection,
        "select 'sent_twice' as code, '拒收' as severity, ? as file, ? as message",
        [report.file, message],
    )


def accepted(record: RecordType) -> str:
    """Return the condition under which a clean row enters the build."""
    return f"placed.community is not null and raw.{record.placed_on} <= {TODAY}"


def note_future(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """List the rows of known communities with a date in the future: those that it would place there stay out."""
    for name in record.coverage_dates:
        is_placed_there = name == record.placed_on
        is_in = "placed.community is not null" if is_placed_there else accepted(record)
        severity, message = FUTURE_PLACE if is_placed_there else FUTURE_DEED
        problem.insert(
            connection,
            f"""
            select 'future_date' as code, ? as severity, placed.file, raw.sheet, raw.row_no, ? as "column",
                   cast(raw.{name} as varchar) as cell, ? as message, ? as record, placed.community
            from {RAW_PLACED} where {is_in} and raw.{name} > {TODAY}
            order by placed.file, raw.sheet, raw.row_no
            """,
            [severity, record.column(name).label, message, record.id],
        )


def find_repeats(connection: duckdb.DuckDBPyConnection, record: RecordType, tallies: Tallies) -> bool:
    """Create `repeats`, the rows equal to another in every column, and count them for each community; return whether any can be told.

    Rows whose person is masked are not known to be equal.
    """
    if record.key and record.column(record.key[0]).is_required:
        return False
    persons = [f"{column.name}_key is not null" for column in record.required if column.kind.is_personal]
    connection.register("equals", _equal_rows(connection, record, " and ".join(persons or ["true"])))
    connection.execute(
        f"""
        create or replace temp table repeats as
        select * from (
            select row_id, fingerprint, source_file, sheet, row_no, community, first_value(source_file) over same as first_file,
                   first_value(sheet) over same as first_sheet, first_value(row_no) over same as first_row,
                   row_number() over same as nth
            from {record.id} join equals on equals.row_id = {record.id}.rowid
            window same as (partition by fingerprint order by source_file, sheet, row_no))
        where nth > 1
        """
    )
    connection.unregister("equals")
    if may_differ_unkept(record):
        return True
    for community, file, rows in connection.execute(
        f"select community, source_file, count(*) from {record.id} group by all"
    ).fetchall():
        tallies[community].sizes[record.id, file] += rows
    for community, first, file, rows in connection.execute(
        "select community, first_file, source_file, count(*) from repeats group by all"
    ).fetchall():
        tallies[community].repeated[record.id, first, file] += rows
    return True


def _equal_rows(connection: duckdb.DuckDBPyConnection, record: RecordType, is_known: str) -> pa.Table:
    """Return which rows are equal to another in every column, each with a number that they share: sorted numbers tell it soonest."""
    fingerprint = f"hash({', '.join(record.stored)})"
    rows = connection.sql(
        f"select rowid as row_id, {fingerprint} as fingerprint from {record.id} where {is_known}"
    ).to_arrow_table()
    fingerprints = rows["fingerprint"].to_numpy()
    order = np.argsort(fingerprints)
    is_as_before = np.diff(fingerprints[order]) == 0
    is_equal = np.zeros(len(fingerprints), bool)
    is_equal[order[:-1][is_as_before]] = is_equal[order[1:][is_as_before]] = True
    return rows.filter(mask_array(is_equal))


def refuse_new_versions(
    connection: duckdb.DuckDBPyConnection, record: RecordType, versions: Iterable[FilePair]
) -> None:
    """Refuse the rows of a file that repeats most rows of another: it is a newer version or a copy, and would count them twice.

    Rows of it in which a cell was changed are refused, too.
    """
    connection.execute(
        "create or replace temp table versions (record varchar, first_file varchar, source_file varchar)"
    )
    insert_rows(connection, "versions", (version for version in versions if version[0] == record.id))
    if connection.execute("select 1 from versions limit 1").fetchall():
        refuse_edited_rows(connection, record)
        note_rows_of_one_version(connection, record)
    problem.insert(
        connection,
        f"""
        select 'repeated_row' as code, '拒收' as severity, source_file as file, sheet, row_no,
               concat('与“', first_file, '”第', first_row, '行{AS_READ}，这份台账像那一份的新版本或副本，这一行没有重复入库。',
                      '确实是另外的记录，请在表里写明区别。') as message, ? as record, community
        from repeats semi join versions using (first_file, source_file) order by source_file, sheet, row_no
        """,
        [record.id],
    )
    connection.execute(
        f"delete from {record.id} where rowid in"
        " (select row_id from repeats semi join versions using (first_file, source_file))"
    )
    connection.execute(
        "delete from repeats where (first_file, source_file) in (select (first_file, source_file) from versions)"
    )


def flag_equal_rows(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """Flag the rows of `repeats` that stay: two equal gifts are possible, a line copied twice too. Many of a sheet are flagged together."""
    problem.insert(
        connection,
        f"""
        with counted as (
            select *, count(*) over (partition by community, source_file, sheet) as together,
                   row_number() over (partition by community, source_file, sheet order by row_no, first_file, first_row) as place,
                   {FIRST_PLACE} as like_row
            from repeats)
        select 'equal_row' as code, '提示' as severity, source_file as file, sheet, row_no,
               concat('与', like_row, '{AS_READ}。已照常入库；确是登记了两次的，请删去一行。') as message, $record as record, community
        from counted where together <= {MOST_FLAGGED_ALONE}
        union all
        select 'equal_row', '提示', source_file, sheet, min(row_no),
               concat('有', any_value(together), '行与别的行{AS_READ}：第', string_agg(cast(row_no as varchar), '、' order by place),
                      '行等；例如第', min(row_no), '行与', arg_min(like_row, place), '。已照常入库；确是登记了两次的，请删去。'), $record, community
        from counted where together > {MOST_FLAGGED_ALONE} and place <= {MOST_FLAGGED_ALONE} group by community, source_file, sheet
        order by file, sheet, row_no
        """,
        {"record": record.id},
    )
