"""The databases of a build keep every row, however many one statement inserts, and know the day here."""

import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from etl import problem
from etl.building.database import TODAY, build_database, rows_database
from tests.attack.test_load_mishaps import linux

ROWS_OF_GROUP = 122_880


def test_many_rows_inserted_after_none_are_all_read_back(tmp_path: Path) -> None:
    with build_database(tmp_path / "build.duckdb") as connection:
        problem.create(connection)
        connection.execute(f"create temp table row as select range as row_no from range({ROWS_OF_GROUP})")
        for most in (0, ROWS_OF_GROUP):
            problem.insert(connection, "select 'equal_row' as code, row_no from row where row_no < ?", [most])
        assert len(connection.execute("select row_no from problem").fetchall()) == ROWS_OF_GROUP


@pytest.fixture(params=["CST-14", "CST+12"])  # in one of the two it is another day than in Greenwich
def _zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@linux
@pytest.mark.usefixtures("_zone")
def test_today_is_the_day_here_also_in_a_zone_that_the_database_does_not_know(tmp_path: Path) -> None:
    for database in (build_database(tmp_path / "build.duckdb"), rows_database(tmp_path / "rows", "64MB")):
        with database as connection:
            assert connection.execute(f"select {TODAY}").fetchall() == [(datetime.now().astimezone().date(),)]
