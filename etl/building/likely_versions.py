"""Says in one line that two ledgers share most rows of one of them where nothing tells whether they are the same: requests without numbers."""

import duckdb

from etl import problem
from etl.building.duplicates import MOST_FLAGGED_ALONE
from etl.building.insertion import insert_rows
from etl.building.new_versions import may_differ_unkept, repeats_most
from etl.schema import RecordType

_FILES = "community, first_file, source_file"  # what two files share is told for each community

# In SQL: how many rows each file has that the other lacks, and what to do about them. Names of files tell no age.
_ADVICE = """
    concat('是同一批的，这', rows, '行算了两次，', case
        when rows < of_first and rows < of_this then concat('“', first_file, '”另有', of_first - rows, '行、这一份另有', of_this - rows,
            '行是对方没有的，请先补到一份里，再撤回另一份')
        when rows < of_first or rows < of_this then '请只留完整的那一份，撤回另一份'
        else '请只留一份' end, '。撤回是撤回整份，那一份里还有别的社区的，改为只删去这些行再导入；确实是另外的，不用管。')
"""


def note_likely_versions(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """Hint at each file that shares with an earlier one most rows of either, and take the shared rows out of `repeats`.

    They stay in the record table and count twice, since a text that is not stored may tell them apart.
    """
    if not may_differ_unkept(record):
        return
    _pair_rows(connection)
    _choose_files(connection, record)
    problem.insert(
        connection,
        f"""
        with listed as (
            select *, row_number() over (partition by {_FILES} order by sheet, row_no) as place from paired semi join likely using ({_FILES})),
        of_sheet as (
            select {_FILES}, sheet, min(row_no) as row_no,
                   concat(case when sheet <> '' then concat('“', sheet, '”') else '' end,
                          '第', string_agg(cast(row_no as varchar), '、' order by row_no), '行') as places
            from listed where place <= {MOST_FLAGGED_ALONE} group by {_FILES}, sheet),
        of_files as (
            select {_FILES}, min(sheet) as sheet, arg_min(row_no, sheet) as row_no, string_agg(places, '，' order by sheet) as places
            from of_sheet group by {_FILES})
        select 'likely_version' as code, '提示' as severity, source_file as file, sheet, row_no,
               concat(community, '在这份台账里有', of_this, '行，在“', first_file, '”里有', of_first, '行，其中', rows, '行存下来的都一样（', places,
                      case when rows > {MOST_FLAGGED_ALONE} then '等' else '' end, '）。', $doubt, {_ADVICE}) as message, $record as record, community
        from of_files join likely using ({_FILES}) order by file, sheet, row_no, first_file
        """,
        {"record": record.id, "doubt": _doubt(record)},
    )
    connection.execute(
        f"delete from repeats where row_id in (select row_id from paired semi join likely using ({_FILES}))"
    )


def _pair_rows(connection: duckdb.DuckDBPyConnection) -> None:
    """Create `paired`: those of `repeats` that have a row of their own in the first file; of 20 equal ones beside 3 there, 3 have."""
    connection.execute(
        """
        create or replace temp table paired as
        with of_first as (
            select fingerprint, 1 + count(*) filter (source_file = first_file) as of_first from repeats group by fingerprint)
        select row_id, community, first_file, source_file, sheet, row_no from repeats join of_first using (fingerprint)
        where source_file <> first_file
        qualify row_number() over (partition by fingerprint, source_file order by sheet, row_no) <= of_first
        """
    )


def _choose_files(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """Create `likely`: the files of a community that share most rows of either, with how many they share and have."""
    sizes = {
        (community, file): rows
        for community, file, rows in connection.execute(
            f"select community, source_file, count(*) from {record.id} group by all"
        ).fetchall()
    }
    shared = connection.execute(f"select {_FILES}, count(*) from paired group by all").fetchall()
    connection.execute(
        "create or replace temp table likely"
        " (community varchar, first_file varchar, source_file varchar, rows integer, of_first integer, of_this integer)"
    )
    pairs = ((*files, rows, sizes[files[0], files[1]], sizes[files[0], files[2]]) for *files, rows in shared)
    insert_rows(connection, "likely", (pair for pair in pairs if repeats_most(pair[3], min(pair[4:]))))


def _doubt(record: RecordType) -> str:
    """Say why nothing tells whether equal rows are the same: 没有工单编号，诉求内容又不保存."""
    unkept = {name: record.column(name).kind.is_only_checked for name in record.either}
    missing, lost = (
        "、".join(record.column(name).label for name in unkept if unkept[name] is is_lost) for is_lost in (False, True)
    )
    return f"没有{missing}，{lost}又不保存，断定不了是不是同一批，两份都已入库。"
