"""Maps the rows of ledgers to communities, by the spelling in a row or else by the title of its table."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import duckdb

from etl import declarations, problem
from etl.building.insertion import insert_rows
from etl.building.register import Register
from etl.cleaning import clean_files
from etl.cleaning.cleaned_ledger import TableReport
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job
from etl.parse import COMMUNITY_MARK_LENGTH
from etl.schema import RecordType
from warehouse import communities

RAW_PLACED = (
    "raw join placed on placed.path = raw.filename and placed.sheet = raw.sheet and placed.table_no = raw.table_no"
    " and placed.spelling is not distinct from raw.community"
)


def create_unplaced(connection: duckdb.DuckDBPyConnection) -> None:
    """Create `unplaced`: the sheets that name no community anywhere, each with its number of rows and what is remembered."""
    connection.execute(
        "create temp table unplaced (record varchar, file varchar, sheet varchar, row_count bigint, remembered varchar)"
    )


def load_register(connection: duckdb.DuckDBPyConnection, cleaned: Sequence[tuple[Job, FileReport]]) -> Register:
    """Return the register of all loaded 名册; an open one, with a note, while there is none."""
    register = declarations.register().id
    paths = [
        str(clean_files.parquet_path(job, register)) for job, report in cleaned if register in (report.signatures or {})
    ]
    if paths:
        sql = "select community, string_agg(aliases, '、') from read_parquet(?) where community is not null group by 1 order by 1"
        return Register.of(connection.execute(sql, [paths]).fetchall())
    message = "还没有社区名册，社区名称按台账原样使用。请导入名册，以便统一写法、计算每千人指标。"
    problem.insert(connection, "select 'no_register' as code, '提示' as severity, '' as file, ? as message", [message])
    return Register.of([])


def create_map(
    connection: duckdb.DuckDBPyConnection, paths: Mapping[str, tuple[Job, FileReport]], register: Register
) -> None:
    """Create `raw` (the clean rows of a record type) and `placed` (file, sheet, table, spelling → community, or why not)."""
    connection.execute(
        "create or replace temp view raw as select * from read_parquet([{}], filename = true)".format(
            ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
        )
    )
    connection.execute(
        "create or replace temp table placed (path varchar, file varchar, sheet varchar, table_no integer, spelling varchar,"
        " community varchar, prefix varchar, message varchar, is_nowhere boolean, remembered varchar)"
    )
    insert_rows(connection, "placed", _placed(connection, paths, register))


def _placed(
    connection: duckdb.DuckDBPyConnection, paths: Mapping[str, tuple[Job, FileReport]], register: Register
) -> Iterator[tuple[Any, ...]]:
    tables = _tables(paths)
    spellings = "select distinct filename, sheet, table_no, community from raw order by all"
    rows = connection.execute(spellings).fetchall()
    spelt = {(path, sheet) for path, sheet, _, spelling in rows if spelling}
    for path, sheet, table_no, spelling in rows:
        table = tables[path, sheet, table_no]
        community = register.find(spelling) if spelling else register.find_in(table.context)
        message = None if community else _advice(register, spelling)
        is_nowhere = community is None and (path, sheet) not in spelt
        place = (path, paths[path][1].file, sheet, table_no, spelling)
        remembered = register.find(table.remembered_community) if table.remembered_community else None
        yield (*place, community, _prefix(community), message, is_nowhere, remembered)


def note_unplaced(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """Ask once for the community of a sheet that names none in any row, with the number of rows that stay out.

    The community settled for the layout before is proposed and not taken: the next file may be another community's.
    """
    connection.execute(
        "insert into unplaced select ?, placed.file, raw.sheet, count(*), any_value(placed.remembered)"
        f" from {RAW_PLACED} where placed.is_nowhere group by all",
        [record.id],
    )
    problem.insert(
        connection,
        """
        select 'missing_community' as code, '拒收' as severity, file, sheet, '社区' as "column",
               concat('缺社区：', row_count, '行都没有写，标题、工作表名和文件名里也没有写明，没有入库。',
                      coalesce('上次同样表头的台账是“' || remembered || '”的；这一份也是的，请加 --set 社区=' || remembered || '；',
                               '整份是一个社区的，请加 --set 社区=社区名；'),
                      '表里有的，请加 --map 表头=社区。') as message, record
        from unplaced where record = ? order by file, sheet
        """,
        [record.id],
    )


def _tables(paths: Mapping[str, tuple[Job, FileReport]]) -> dict[tuple[str, str, int], TableReport]:
    return {
        (path, table.sheet, table.table_no): table for path, (_, report) in paths.items() for table in report.tables
    }


def _advice(register: Register, spelling: str | None) -> str:
    if spelling:
        return register.advice(spelling)
    return (
        "不知道是哪个社区：这一行没有写，标题、工作表名和文件名里也没有写明。请补上，或用 --set community=社区名 指明。"
    )


def _prefix(community: str | None) -> str:
    """Return what stands before the keys of a community's people: the same name in two communities is two persons."""
    return hashlib.sha256((community or "").encode()).hexdigest()[:COMMUNITY_MARK_LENGTH]


def create_place(connection: duckdb.DuckDBPyConnection) -> None:
    """Create `place`: one row per community, its city, district and street as last registered."""
    connection.execute(
        "create table place as select community, arg_max(city, as_of_on) as city, arg_max(district, as_of_on) as district,"
        f" arg_max(street, as_of_on) as street from {declarations.register().id} group by community"
        " order by min(as_of_on), min(source_file), min(row_no), community"
    )
    for record in declarations.record_types():
        connection.execute(
            f"insert into place select distinct community, null, null, null from {record}"
            " where community not in (select community from place) order by community"
        )


def note_lookalikes(connection: duckdb.DuckDBPyConnection, register: Register) -> None:
    """Ask of two communities that look like one, where no register says which names there are: 凤二村 and 鳳二社区."""
    if not register.is_open:
        return
    rows = " union all ".join(
        f"select community, '{record}' as record, source_file, sheet, row_no from {record}"
        for record in declarations.record_types()
    )
    counts = dict(connection.execute(f"select community, count(*) from ({rows}) group by 1 order by 1").fetchall())
    for pair in communities.lookalikes(counts):
        rare, other = sorted(pair, key=lambda name: (counts[name], name))
        problem.insert(
            connection,
            f"""
            select 'similar_community' as code, '提示' as severity, source_file as file, sheet, row_no, '社区' as "column",
                   community as cell, ? as message, record, community
            from ({rows}) where community = ? order by source_file, sheet, row_no limit 1
            """,
            [communities.lookalike_advice(rare, other, counts[rare]), rare],
        )
