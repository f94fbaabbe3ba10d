"""The database of a build keeps every row, however many one statement inserts."""

from pathlib import Path

from etl import problem
from etl.building.database import build_database

ROWS_OF_GROUP = 122_880


def test_many_rows_inserted_after_none_are_all_read_back(tmp_path: Path) -> None:
    with build_database(tmp_path / "build.duckdb") as connection:
        problem.create(connection)
        connection.execute(f"create temp table row as select range as row_no from range({ROWS_OF_GROUP})")
        for most in (0, ROWS_OF_GROUP):
            problem.insert(connection, "select 'equal_row' as code, row_no from row where row_no < ?", [most])
        assert len(connection.execute("select row_no from problem").fetchall()) == ROWS_OF_GROUP
