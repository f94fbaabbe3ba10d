"""Maps the rows of ledgers to communities, by the spelling in a row or else by the title of its table."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import duckdb

from etl import declarations, problem
from etl.building.insertion import insert_rows
from etl.building.name_types import TEXTS, NameTypes
from etl.building.placement import BESIDE, BESIDE_UNREGISTERED, Placement
from etl.building.register import Register
from etl.cleaning import clean_files
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job
from etl.schema import RecordType
from warehouse import communities
from warehouse.parquet_files import parquet, quoted

RAW_PLACED = (
    "raw join placed on placed.path = raw.filename and placed.sheet = raw.sheet and placed.table_no = raw.table_no"
    " and placed.spelling is not distinct from raw.community"
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
    message = "还没有社区名册，社区名称按台账原样使用。请导入名册（空白的在“数据导入”页的“空白模板”里），以便统一写法、计算每千人指标。"
    problem.insert(connection, "select 'no_register' as code, '提示' as severity, '' as file, ? as message", [message])
    return Register.of([])


def create_map(
    connection: duckdb.DuckDBPyConnection, placements: Sequence[Placement], types: NameTypes = TEXTS
) -> None:
    """Create `raw` (the clean rows of a record type) and `placed` (file, sheet, table, spelling → community, or why not)."""
    rows = Counter[str]()
    for placement in placements:
        rows[placement.path] += placement.part.rows
    paths = [
        path for path, _ in rows.most_common()
    ]  # the largest first: by it all are estimated, and joined the right way round
    connection.execute(
        f"create or replace temp view raw as select *, filename from {parquet(paths)} where {_is_spelt_in(placements)}"
    )
    connection.execute(
        f"create or replace temp table placed (path varchar, file {types['source_file']}, sheet {types['sheet']},"
        f" table_no integer, spelling varchar, community {types['community']}, prefix varchar, message varchar, is_nowhere boolean, remembered varchar)"
    )
    insert_rows(connection, "placed", map(_line, placements))


def _is_spelt_in(placements: Sequence[Placement]) -> str:
    """Return the condition that all rows of these parts fulfil, so that those of other communities need not be read."""
    spellings = {placement.part.spelling for placement in placements}
    known = ", ".join(quoted(spelling) for spelling in sorted(filter(None, spellings)))
    conditions = [f"community in ({known})"] if known else []
    return " or ".join([*conditions, *(["community is null"] if None in spellings else [])])


def _line(placement: Placement) -> tuple[Any, ...]:
    part = placement.part
    place = (placement.path, placement.file, part.sheet, part.table_no, part.spelling)
    return (
        *place,
        placement.community,
        placement.prefix,
        placement.message,
        placement.is_nowhere,
        placement.remembered,
    )


def note_unplaced(connection: duckdb.DuckDBPyConnection, placements: Sequence[Placement], register: Register) -> None:
    """List the rows of no community, which stay out; those of sheets that name none anywhere in one line, and in `unplaced`."""
    connection.execute(
        "create temp table unplaced (record varchar, file varchar, sheet varchar, row_count bigint, remembered varchar)"
    )
    for record in declarations.record_types().values():
        if nowhere := [each for each in placements if each.record == record.id and each.community is None]:
            create_map(connection, nowhere)
            _ask_for_community(connection, record, BESIDE_UNREGISTERED if register.is_open else BESIDE)
            _note_unknown(connection, record)


def _note_unknown(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    problem.insert(
        connection,
        f"""
        select 'unknown_community' as code, '拒收' as severity, placed.file, raw.sheet, raw.row_no, '社区' as "column",
               raw.community as cell, placed.message, ? as record
        from {RAW_PLACED} where not placed.is_nowhere order by placed.file, raw.sheet, raw.row_no
        """,
        [record.id],
    )


def _ask_for_community(connection: duckdb.DuckDBPyConnection, record: RecordType, beside: str) -> None:
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
               concat('缺社区：', row_count, '行都没有写，', ?, '，没有入库。请重新导入这一份，写明是哪个社区，或在表里加一列“社区”。',
                      coalesce('上次同样表头的台账是“' || remembered || '”的；这一份也是的，请加 --set 社区=' || remembered || '；',
                               '整份是一个社区的，请加 --set 社区=社区名；'),
                      '表里有的，请加 --map 表头=社区。') as message, record
        from unplaced where record = ? order by file, sheet
        """,
        [beside, record.id],
    )


def create_place(connection: duckdb.DuckDBPyConnection) -> None:
    """Create `place`: one row per community, its city, district and street as last registered."""
    connection.execute(
        "create table place as select community, arg_max(city, as_of_on) as city, arg_max(district, as_of_on) as district,"
        f" arg_max(street, as_of_on) as street from {declarations.register().id} group by community"
        " order by min(as_of_on), min(source_file), min(row_no), community"
    )
    order = list(declarations.record_types())
    connection.execute(
        "insert into place select community, null, null, null from account where community not in (select community from place)"
        " group by community order by min(list_position(?, record)), community",
        [order],
    )


def note_lookalikes(connection: duckdb.DuckDBPyConnection, register: Register) -> None:
    """Ask of two communities that look like one, where no register says which names there are: 凤二村 and 鳳二社区."""
    if not register.is_open:
        return
    counts = dict(connection.execute("select community, sum(row_count) from account group by 1 order by 1").fetchall())
    for pair in communities.lookalikes(counts):
        rare, other = sorted(pair, key=lambda name: (counts[name], name))
        _ask_of(connection, "similar_community", rare, communities.lookalike_advice(rare, other, counts[rare]))


def note_named_like_people(connection: duckdb.DuckDBPyConnection, register: Register) -> None:
    """Ask of a community that is named like a person, where no register says which names there are: 沈玉芬社区."""
    if not register.is_open:
        return
    for (name,) in connection.execute("select distinct community from account order by 1").fetchall():
        if name and communities.is_named_like_person(name):
            _ask_of(connection, "community_like_person", name, communities.person_advice(name))


def _ask_of(connection: duckdb.DuckDBPyConnection, code: str, community: str, sentence: str) -> None:
    """List a question about a community at the first of its rows."""
    problem.insert(
        connection,
        """
        select ? as code, '提示' as severity, source_file as file, sheet, first_row as row_no, '社区' as "column",
               community as cell, ? as message, record, community
        from account where community = ? order by source_file, sheet, first_row limit 1
        """,
        [code, sentence, community],
    )
