"""Says in one line that a ledger repeats most rows of another where nothing tells whether they are the same: requests without numbers."""

import duckdb

from etl import problem
from etl.building.new_versions import MINIMUM_FOR_VERSION
from etl.schema import RecordType


def may_differ_unkept(record: RecordType) -> bool:
    """Tell whether rows without a number differ in a text that is not stored: of equal ones no file is known to be a copy."""
    return any(record.column(name).kind.is_only_checked for name in record.either)


def note_likely_versions(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """Hint at each file of `repeats` that has most rows of another, as its longer version has, and take these rows out of `repeats`.

    They stay in the record table and count twice, since a text that is not stored may tell them apart.
    """
    if not may_differ_unkept(record):
        return
    connection.execute(
        f"""
        create or replace temp table likely as
        select community, first_file, source_file, min(sheet) as sheet, min(row_no) as row_no, count(*) as rows,
               any_value(of_first) as of_first
        from repeats join (select community, source_file as first_file, count(*) as of_first from {record.id} group by all)
             using (community, first_file)
        where first_file <> source_file
        group by community, first_file, source_file having rows >= {MINIMUM_FOR_VERSION} and 2 * rows > any_value(of_first)
        """
    )
    problem.insert(
        connection,
        """
        select 'likely_version' as code, '提示' as severity, source_file as file, sheet, row_no,
               concat('这份台账有', rows, '行和“', first_file, '”的（共', of_first, '行）存下来的都一样，像它的新版本；没有编号，说不定，两份都已入库，这',
                      rows, '行算了两次。是同一批的，请撤回旧的一份；确实是另外的，不用管。') as message, ? as record, community
        from likely order by file, sheet, row_no
        """,
        [record.id],
    )
    connection.execute(
        "delete from repeats where (community, first_file, source_file) in (select (community, first_file, source_file) from likely)"
    )
