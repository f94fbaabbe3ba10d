"""Sail, which reads Parquet and needs no Java, counts what DuckDB counts; and no engine is imported unless it is asked for."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import sqlglot

from command_line import UserError
from indicators import lake
from indicators.__main__ import main
from indicators.aggregates import aggregates_by_query, statement
from indicators.catalogue import catalogue
from indicators.engines import open_engine
from indicators.grouping import Grouping
from tests.support import builds
from tests.support.builds import year
from tests.support.conformance import assert_same_figures, of_all, splits
from tests.support.hostile import RECORDS
from warehouse.build import Build

DIALECTS = ("spark", "starrocks", "doris", "clickhouse", "trino")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Build]:
    """A build in which most tables are empty and the others hold what engines might count differently."""
    yield builds.make(tmp_path_factory.mktemp("hostile") / "hostile.duckdb", RECORDS, first_day="2023-12-31")


@pytest.mark.timeout(600)  # where much else runs
def test_sail_counts_the_sample_like_duckdb(build: Build) -> None:
    with lake.lake_of(build) as own, open_engine("sail", own) as sail:
        assert assert_same_figures(build, sail, of_all()) > 1000


@pytest.mark.timeout(600)  # where much else runs
def test_sail_counts_a_hostile_build_like_duckdb(hostile: Build) -> None:
    with lake.lake_of(hostile) as own, open_engine("sail", own) as sail:
        assert assert_same_figures(hostile, sail, splits()) > 700


def test_a_lake_answers_like_its_builds(
    sample_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An office writes its tables twice, under one name; the second writing takes the place of the first."""
    for _ in range(2):
        assert main(["export", str(tmp_path), "--office", "湖东街道", "--data", str(sample_folder)]) == 0
    capsys.readouterr()

    def rows(*options: str) -> object:
        assert main(["value", "attendances", "--by", "year", "--json", *options]) == 0
        return json.loads(capsys.readouterr().out)["rows"]

    data = ("--data", str(sample_folder))
    expected = rows(*data)
    assert rows(*data, "--engine", "sail") == expected
    assert rows("--engine", "sail", "--lake", str(tmp_path)) == expected


def test_a_community_sent_twice_is_refused(hostile: Build, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lake.write(hostile, tmp_path, "东")
    lake.write(hostile, tmp_path, "西")
    assert main(["value", "activities", "--engine", "sail", "--lake", str(tmp_path)]) == 1
    assert "甲" in capsys.readouterr().err


@pytest.mark.parametrize("emptied", ["coverage", None], ids=["a table is still being copied", "another folder"])
def test_a_folder_that_lacks_tables_is_named_with_what_it_lacks(
    hostile: Build, tmp_path: Path, capsys: pytest.CaptureFixture[str], emptied: str | None
) -> None:
    lake.write(hostile, tmp_path / "lake", "东")
    place = tmp_path / ("lake" if emptied else "elsewhere")
    for path in (place / str(emptied)).glob("*"):
        path.unlink()
    assert main(["value", "activities", "--engine", "sail", "--lake", str(place)]) == 1
    told = capsys.readouterr().err
    assert f"“{place}”里没有 " in told and (emptied or "等") in told


def _spoil(place: Path, spoil: str) -> None:
    """Leave a lake as one looks that is still being copied, or whose disk fails."""
    path = place / "participation" / "西.parquet"
    match spoil:
        case "a file has not come":
            path.unlink()
        case "half of a file":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        case "one byte of a file":
            content = bytearray(path.read_bytes())
            content[len(content) // 3] ^= 1
            path.write_bytes(content)
        case "an office that told nothing":
            (place / "delivery" / "西.parquet").unlink()


SPOILS = ("a file has not come", "half of a file", "one byte of a file", "an office that told nothing")


@pytest.mark.parametrize("spoil", SPOILS)
def test_a_lake_that_is_not_what_an_office_wrote_gives_no_figure_and_names_the_office(
    build: Build, tmp_path: Path, capsys: pytest.CaptureFixture[str], spoil: str
) -> None:
    for office in ("东", "西"):
        lake.write(build, tmp_path, office)
    _spoil(tmp_path, spoil)
    assert main(["value", "attendances", "--engine", "sail", "--lake", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert ("里西的数据和交来时写明的不一样" in told.err, told.out) == (True, "")


def test_rows_that_an_engine_does_not_see_give_no_figure(hostile: Build, tmp_path: Path) -> None:
    """As in an object store, whose files are not looked at one by one."""
    lake.write(hostile, tmp_path, "东")
    place = lake.Lake.at(str(tmp_path))
    empty = pq.read_schema(tmp_path / "participation" / "东.parquet").empty_table()
    pq.write_table(empty, tmp_path / "participation" / "东.parquet")
    with open_engine("sail", place) as sail, pytest.raises(UserError, match="participation 的行数"):
        lake.build_of(place, sail)


def test_data_that_an_engine_cannot_reach_are_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["value", "activities", "--engine", "sail", "--lake", "s3a://nobody.invalid/lake"]) == 1
    assert "引擎没有算出来" in (told := capsys.readouterr().err) and len(told.splitlines()) == 1


def test_a_cluster_that_does_not_answer_is_named_at_once(
    hostile: Build, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SPARK_REMOTE", "sc://127.0.0.1:1")
    assert main(["value", "activities", "--engine", "spark", "--build", str(hostile.path)]) == 1
    assert "连不上" in capsys.readouterr().err


def test_small_numbers_of_another_engine_are_not_said_to_be_hidden_by_an_option_it_does_not_take(
    hostile: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["value", "participants", "--engine", "sail", "--build", str(hostile.path)]) == 0
    told = capsys.readouterr().out
    assert "没有隐藏人数很少的数" in told and "--k" not in told


@pytest.mark.parametrize(
    "options", [("--lake", "x"), ("--engine", "sail", "--k", "5")], ids=["a lake for DuckDB", "a k for Sail"]
)
def test_what_an_engine_cannot_do_is_wrong_usage(options: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["value", "activities", *options]) == 2
    assert "--engine" in capsys.readouterr().err


@pytest.fixture(scope="module")
def queries() -> dict[str, sqlglot.exp.Expression]:
    """Every query that indicators compile to, by year and group, as a reader sees it and as it is understood."""
    texts = set[str]()
    for ids, by in splits():
        grouping = Grouping.of(by, ())
        asked = aggregates_by_query([catalogue()[id] for id in ids], grouping)
        texts |= {statement(placing, named, year(2025, "甲"), grouping).shown for placing, named in asked.items()}
    return {text: sqlglot.parse_one(text, read="duckdb") for text in sorted(texts)}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_query_can_be_written_in_other_dialects(
    dialect: str, queries: dict[str, sqlglot.exp.Expression], caplog: pytest.LogCaptureFixture
) -> None:
    for text, query in queries.items():
        written = query.sql(dialect, unsupported_level=sqlglot.ErrorLevel.RAISE)
        sqlglot.parse_one(written, read=dialect)
        sqlglot.parse_one(text, read=dialect)
    assert len(queries) > 100 and caplog.records == []


def test_no_query_says_what_only_some_engines_understand(queries: dict[str, sqlglot.exp.Expression]) -> None:
    """No filter behind an aggregate, no values in place of a table, and no function of an engine's own."""
    for text, query in queries.items():
        assert not [*query.find_all(sqlglot.exp.Filter, sqlglot.exp.Values, sqlglot.exp.Anonymous)], text


def test_no_engine_is_imported_on_one_machine() -> None:
    program = (
        "import sys, indicators.engine, indicators.__main__; "
        "sys.exit(any(name.split('.')[0] in ('pyspark', 'pysail', 'sqlglot', 'grpc') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_an_engine_that_is_not_installed_is_named_with_what_to_install(
    hostile: Build, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "indicators.engines.sail", raising=False)
    monkeypatch.setitem(sys.modules, "pysail.spark", None)
    assert main(["value", "activities", "--engine", "sail", "--build", str(hostile.path)]) == 1
    assert "requirements-sail.txt" in capsys.readouterr().err
