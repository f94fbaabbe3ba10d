"""Refuses rows whose key was met before: an order exported twice, a receipt entered twice."""

import duckdb

from etl import problem
from etl.building import reversals
from etl.building.duplicates import FIRST_PLACE
from etl.building.row_differences import difference_sentences
from etl.columns import COMMUNITY
from etl.schema import RecordType

MOST_DIFFERENCES = 4  # named of two rows


def drop_second_keys(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """Refuse a row whose key was met before, naming both places and what differs: an order exported again may be finished by now."""
    if not record.key:
        return
    _find_second_keys(connection, record)
    label = "、".join(record.column(name).label for name in record.key)
    compared = [each for each in record.columns if each.stored and each.name not in (COMMUNITY.name, *record.key)]
    problem.insert(
        connection,
        f"""
        with told as (
            select seconds.*, case when not is_negative then {difference_sentences(compared)} end as differences
            from seconds join {record.id} as this on this.rowid = row_id join {record.id} as first on first.rowid = first_id)
        select 'same_key' as code, '拒收' as severity, source_file as file, sheet, row_no, ? as "column", cell,
               concat(?, '“', cell, '”已在', {FIRST_PLACE}, '登记过，这一行没有重复入库。', {_advice(label)},
                      case when is_negative then ? else ? end) as message, ? as record, community
        from told order by source_file, sheet, row_no
        """,
        [label, label, reversals.ADVICE, record.key_advice, record.id],
    )
    connection.execute(f"delete from {record.id} where rowid in (select row_id from seconds)")


def _advice(label: str) -> str:
    """Return the SQL of what differs between a row and the one that stays, and what to do; empty where they are equal."""
    return f"""
        case when len(differences) > 0
             then concat('两行不一样：', array_to_string(differences[:{MOST_DIFFERENCES}], '、'),
                         case when len(differences) > {MOST_DIFFERENCES} then concat('等', len(differences), '处') end,
                         '。入库的是那一行；这一行才对的，请删去那一行再导入；不是同一件的，请改正这一行的{label}。') end
    """


def _find_second_keys(connection: duckdb.DuckDBPyConnection, record: RecordType) -> None:
    """Create `seconds`: the rows whose key another row before them has, with the place of the first; money taken back is none."""
    key = ", ".join(("community", *record.key))
    known = " and ".join(f"{name} is not null" for name in record.key)
    reversal = reversals.of(record)
    connection.execute(
        f"create or replace temp table seconds as select rowid as row_id, source_file, sheet, row_no, community,"
        f" concat_ws('、', {', '.join(record.key)}) as cell, first_value(source_file) over same as first_file,"
        f" first_value(sheet) over same as first_sheet, first_value(row_no) over same as first_row,"
        f" first_value(rowid) over same as first_id, row_number() over same as nth, {reversal.is_negative} as is_negative,"
        f" {reversal.is_allowed} as is_allowed from {record.id} where {known}"
        f" window same as (partition by {key} order by {reversal.is_negative}, source_file, sheet, row_no)"
    )
    connection.execute("delete from seconds where nth = 1 or is_allowed")
