"""Tells which rows only one of two versions of a ledger has, of the months that both tell of: a row struck out of the later one still counts."""

import duckdb

from etl import problem
from etl.schema import RecordType

ADVICE = "都已入库。如果是更正时特意删去的，请撤回旧的一份。"


def note_rows_of_one_version(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """Hint at the rows of `versions` that the other file of a pair lacks, in one line for each of the two files.

    Months, not days: the row struck out may be the last one; an export of later months adds rows that are no difference.
    Runs while the record table still holds the rows that are refused as equal; rows that are refused as edited are gone.
    """
    problem.insert(connection, _rows_of_one_version(record), {"record": record.id})


def _rows_of_one_version(record: RecordType) -> str:
    return f"""
        with pair as (
            select first_file as file, source_file as other from versions union all select source_file, first_file from versions),
        dated as (
            select *, hash({", ".join(record.stored)}) as fingerprint from {record.id}
            where source_file in (select file from pair)),
        span as (
            select community, source_file as file, date_trunc('month', min({record.placed_on})) as from_on,
                   last_day(max({record.placed_on})) as to_on
            from dated group by all),
        alone as (
            select pair.file, pair.other, dated.community, dated.sheet, dated.row_no
            from pair join dated on dated.source_file = pair.file
            join span on span.file = pair.other and span.community = dated.community
            anti join dated as like_it on like_it.source_file = pair.other and like_it.community = dated.community
                and like_it.fingerprint = dated.fingerprint
            anti join edited as with_like on with_like.first_file = pair.file and with_like.source_file = pair.other
                and with_like.first_row = dated.row_no and with_like.first_sheet = dated.sheet
            where dated.{record.placed_on} between span.from_on and span.to_on),
        counted as (
            select file, other, sheet, community, min(row_no) as row_no, count(*) as rows from alone group by all)
        select 'row_of_one_version' as code, '提示' as severity, file, sheet, row_no,
               concat('这份台账像“', other, '”的另一版：同样的月份里，有', rows, '行那一份里没有（从第', row_no, '行起），{ADVICE}') as message,
               $record as record, community
        from counted
        union all
        select 'row_of_one_version', '提示', other, '', null,
               concat('“', file, '”像这份台账的另一版：同样的月份里，它有', rows, '行这一份里没有（从它的第', row_no, '行起），{ADVICE}'),
               $record, community
        from counted
        order by file, sheet
        """
