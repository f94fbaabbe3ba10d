"""The databases of a build keep every row, however many one statement inserts, know the day here, and sort names as texts."""

import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from etl import problem
from etl.building import name_types
from etl.building.database import TODAY, build_database, rows_database
from etl.building.placement import Placement
from etl.cleaning.community_part import CommunityPart
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


def test_names_held_as_enumerations_sort_as_their_texts(tmp_path: Path) -> None:
    day = date(2024, 3, 1)
    files = ["乙.csv", "甲.csv", "b'2.csv", "a10.csv", "a9.csv"]
    parts = [CommunityPart("volunteer_service", "表", 0, None, 1, day) for _ in files]
    placements = [
        Placement("", file, "", part, "凤二村", None, False, None) for file, part in zip(files, parts, strict=True)
    ]
    with rows_database(tmp_path / "rows", "64MB") as connection:
        types = name_types.create(connection, placements)
        connection.execute(f"create table named (file {types['source_file']})")
        connection.executemany("insert into named values (?)", [[file] for file in files])
        assert connection.execute("select file from named order by file").fetchall() == [
            (name,) for name in sorted(files)
        ]
