"""Edited rows of a copy, of every record type: refused, and told apart from new ones without naming anybody."""

import duckdb

from etl import declarations, problem
from etl.building import record_table
from etl.building.community_rows import sharded_records
from etl.building.edited_copies import identifying, refuse_edited_rows
from etl.schema import RecordType


def tables(record: RecordType) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    problem.create(connection)
    record_table.create(connection, record)
    connection.execute("create table versions (record varchar, first_file varchar, source_file varchar)")
    connection.execute(
        "create table repeats (community varchar, first_file varchar, source_file varchar, row_id bigint)"
    )
    connection.execute("insert into versions values (?, '甲', '乙')", [record.id])
    return connection


def add(connection: duckdb.DuckDBPyConnection, record: RecordType, file: str, **cells: object) -> None:
    cells = {
        "community": "凤二村",
        record.placed_on: "2024-03-01",
        "source_file": file,
        "row_no": 2,
        "sheet": "",
    } | cells
    marks = ", ".join("?" * len(cells))
    connection.execute(f"insert into {record.id} ({', '.join(cells)}) values ({marks})", list(cells.values()))


def test_every_record_type_has_texts_that_identify_its_rows():
    for record in sharded_records():
        refuse_edited_rows(tables(record), record)
        assert identifying(record) and record.placed_on not in identifying(record)


def test_hours_changed_in_a_copy_are_refused_and_no_key_of_a_person_is_told():
    record = declarations.record_types()["volunteer_service"]
    connection = tables(record)
    add(connection, record, "甲", person_key="k1", recorder_key="r1", service_hours=2)
    add(connection, record, "乙", person_key="k1", recorder_key="r2", service_hours=2.5)
    add(connection, record, "乙", person_key="k2", recorder_key="r1", service_hours=9)
    refuse_edited_rows(connection, record)

    assert connection.execute("select source_file, person_key from volunteer_service").fetchall() == [
        ("甲", "k1"),
        ("乙", "k2"),
    ]
    ((column, message),) = connection.execute('select "column", message from problem').fetchall()
    assert column == "服务时长、记录人"
    assert "服务时长不同（那一行“2”，这一行“2.5”）、记录人不同" in message and "r1" not in message


def test_of_several_like_rows_the_sentence_names_the_nearest():
    record = declarations.record_types()["activity"]
    connection = tables(record)
    add(connection, record, "甲", title="讲座", place="礼堂", headcount=3, row_no=2)
    add(connection, record, "甲", title="讲座", place="广场", headcount=40, row_no=3)
    add(connection, record, "乙", title="讲座", place="广场", headcount=41)
    refuse_edited_rows(connection, record)

    ((message,),) = connection.execute("select message from problem").fetchall()
    assert "第3行" in message and "参与人次不同（那一行“40”，这一行“41”）" in message
