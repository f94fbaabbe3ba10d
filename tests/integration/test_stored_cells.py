"""Cells of tables that a build leaves in its shards lie beside the rows: a reader gets from them what the rows give."""

import hashlib
import shutil
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import etl.building.build
from etl.building.grouped_cells import store_groups
from etl.building.stored_cells import store_cells
from indicators.cells.question import read_together
from indicators.questions import stored_queries
from tests.support.ledgers import HOURS, command, loaded, received
from tests.support.shards import flip_a_byte, left_in_shards, shard_contents, shard_files_in
from warehouse import communities, records, shard_tables
from warehouse.build import Build
from warehouse.cell_files import ENDING, cells_path, read_answers
from warehouse.cell_groups import FOLDER, group_path, groups

# Tables of which different people and spells are counted, and one that no indicator counts.
TABLES = ("participation", "volunteer_service", "listed_project", "attendance")
VOLUNTEERS = stored_queries("volunteer_service")


@pytest.fixture(scope="module")
def left(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The build of the sample as if these tables were too large to be copied into it, with their cells."""
    return left_in_shards(sample_folder, tmp_path_factory.mktemp("left"), TABLES)


@pytest.fixture
def office_build(office: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """The build of a small office, whose every table is left in its shards, with their cells."""
    monkeypatch.setattr(shard_tables, "MOST_COPIED", 0)
    return loaded(office)[1]


def cells_of(data: Path) -> dict[str, bytes]:
    """Return the content of each file of cells below a data folder."""
    return {path: content for path, content in shard_contents(data).items() if path.endswith(ENDING)}


def rounded_rows(answer: pa.Table) -> list[list[object]]:
    """Return the rows of an answer, numbers rounded as figures are."""
    rows = [[*row[:-1], *(row[-1] if isinstance(row[-1], list) else row[-1:])] for row in answer_rows(answer)]
    return [[round(cell, 6) if isinstance(cell, float) else cell for cell in row] for row in rows]


def answer_rows(answer: pa.Table) -> list[tuple[object, ...]]:
    """Return the rows of an answer."""
    return list(zip(*answer.to_pydict().values(), strict=True))


@pytest.mark.parametrize("table", TABLES)
def test_stored_cells_are_those_that_the_rows_give(left: Build, build: Build, table: str):
    queries = stored_queries(table)
    assert {*left.stored(queries)} == {*queries}
    for query in queries:
        (stored,), (counted,) = read_together(left, [query]), read_together(build, [query])
        assert rounded_rows(stored) == rounded_rows(counted) != []


DAYS = st.dates(date(2020, 12, 1), date(2027, 1, 31))


@given(DAYS, st.integers(0, 400), st.data())
def test_ledgers_are_found_by_what_is_stored_as_they_are_by_the_rows(
    left: Build, build: Build, first: date, length: int, data: st.DataObject
):
    chosen = data.draw(st.sets(st.sampled_from(communities.names(build))).map(sorted))
    from_on = dict.fromkeys(("attendance", "volunteer_service", "donation"), first)
    last = first + timedelta(length)
    assert records.files(left, chosen, from_on, last) == records.files(build, chosen, from_on, last)


def test_a_table_that_lies_in_the_build_has_no_cells_beside_its_rows(left: Build):
    assert left.stored(stored_queries("casework")) == {}


def test_damaged_or_missing_cells_are_counted_in_the_rows_and_stored_again_by_the_next_load(office_build: Build):
    data = office_build.path.parents[1]
    before, answers = cells_of(data), read_together(office_build, VOLUNTEERS)
    shutil.rmtree(data / FOLDER)  # of several communities together
    flip_a_byte(data / next(path for path in before if "volunteer_service" in path))
    for path in (path for path in before if "participation" in path):
        (data / path).unlink()

    assert len(Build(office_build.path).stored(VOLUNTEERS)) < len(VOLUNTEERS)
    counted = read_together(Build(office_build.path), VOLUNTEERS)
    assert [*map(rounded_rows, counted)] == [*map(rounded_rows, answers)] != []
    assert loaded(data)[1].path == office_build.path
    assert cells_of(data) == before != {}


def test_cells_of_several_communities_lie_together_and_say_what_those_of_each_do(left: Build):
    data, queries = left.path.parents[1], stored_queries("participation")
    files = [file for file in shard_files_in(left.path) if file.table == "participation"]
    (group,) = groups(files)
    assert (len(group), group_path(data, group).is_file()) == (6, True)
    together = left.stored(queries)
    aside = shutil.move(data / FOLDER, data / "aside")
    apart = left.stored(queries)
    shutil.move(aside, data / FOLDER)
    assert [answer_rows(together[query]) for query in queries] == [answer_rows(apart[query]) for query in queries]


def test_damaged_cells_of_several_communities_are_read_from_those_of_each_and_stored_again_by_the_next_load(
    sample_folder: Path, tmp_path: Path
):
    left = left_in_shards(sample_folder, tmp_path, TABLES)
    whole = {path: path.read_bytes() for path in (tmp_path / FOLDER).iterdir()}
    queries = stored_queries("participation")
    together = left.stored(queries)
    for path in whole:
        path.write_bytes(path.read_bytes()[:-1] + b"x")
    apart = left.stored(queries)
    assert [answer_rows(apart[query]) for query in queries] == [answer_rows(together[query]) for query in queries]
    with duckdb.connect(str(left.path), read_only=True) as connection:
        store_cells(tmp_path, connection)
    assert {path: path.read_bytes() for path in (tmp_path / FOLDER).iterdir()} == whole
    assert {*left.stored(queries)} == {*queries}


def test_cells_of_former_groups_go_with_the_next_load(office_build: Build):
    data = office_build.path.parents[1]
    (data / FOLDER / "a folder of somebody's").mkdir()
    for number in range(9):  # the folder comes before some of them
        (data / FOLDER / f"former{number}.cells").write_bytes(b"x")
    loaded(data)
    assert not [*(data / FOLDER).glob("former*")]


def test_cells_of_the_build_in_use_stay_while_no_other_takes_its_place(
    office_build: Build, monkeypatch: pytest.MonkeyPatch
):
    data = office_build.path.parents[1]
    received(data, {"凤二村志愿服务.csv": HOURS.replace("甲", "丁"), "社东志愿服务.csv": HOURS.replace("甲", "戊")})
    loaded(data)
    kept = {path: path.read_bytes() for path in (*(data / FOLDER).iterdir(), data / "builds" / "CHECKED")}
    received(data, {"社东志愿服务二.csv": HOURS.replace("2024", "2023")})

    def broken_off(*_: object) -> Path:
        raise OSError("no space left")

    monkeypatch.setattr(etl.building.build, "point_to", broken_off)
    with pytest.raises(OSError, match="no space left"):
        loaded(data)
    assert {path: path.read_bytes() for path in kept if path.exists()} == kept


def test_where_cells_of_a_community_cannot_be_read_back_no_group_is_stored(sample_folder: Path, tmp_path: Path):
    left = left_in_shards(sample_folder, tmp_path, TABLES)
    files = [file for file in shard_files_in(left.path) if file.table == "participation"]
    shutil.rmtree(tmp_path / FOLDER)
    cells = cells_path(tmp_path, files[0])
    cells.write_bytes(cells.read_bytes()[:-1] + b"x")
    store_groups(
        tmp_path, {"participation": files}, {"participation": [query.sql for query in stored_queries("participation")]}
    )
    assert [*(tmp_path / FOLDER).iterdir()] == []


def test_cells_of_a_former_version_pass_for_damaged(tmp_path: Path):
    path = tmp_path / f"former{ENDING}"
    path.write_bytes(hashlib.sha256(b"other bytes").digest() + b"other bytes")

    assert read_answers(path).places == {}


def test_cells_go_into_a_backup_and_come_back(office_build: Build, tmp_path: Path):
    data = office_build.path.parents[1]
    assert command("backup", tmp_path / "all.zip", "--data", data).returncode == 0
    assert command("restore", tmp_path / "all.zip", "--data", tmp_path / "second").returncode == 0
    assert cells_of(tmp_path / "second") == cells_of(data) != {}
