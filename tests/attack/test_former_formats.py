"""A build of another version, or one that lacks a table, is one sentence until the next load makes it anew."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from starlette.requests import Request

import warehouse.build_in_use
from tests.support.ledgers import GIFTS, command, hours, loaded
from ui.frame.middleware import ready
from warehouse.build import Build, UnreadableBuild

SENTENCE = "数据批次读不出来"
SPOILS: dict[str, Callable[[duckdb.DuckDBPyConnection], object]] = {
    "no table of activities": lambda connection: connection.execute("drop table activity"),
    "another format": lambda connection: connection.execute("update build_info set value = '1' where key = 'format'"),
    "no format": lambda connection: connection.execute("delete from build_info where key = 'format'"),
    "an empty database": lambda connection: connection.execute("drop table build_info"),
}


@pytest.fixture(params=SPOILS)
def spoilt(request: pytest.FixtureRequest, office_in_use: Path) -> Path:
    """A data folder whose build in use is of another version."""
    _, build = loaded(office_in_use)
    with duckdb.connect(str(build.path)) as connection:
        SPOILS[request.param](connection)
    return office_in_use


def test_it_is_one_sentence_and_made_anew_by_the_next_load(spoilt: Path):
    with pytest.raises(UnreadableBuild, match=SENTENCE):
        Build(warehouse.build_in_use.current(spoilt)).rows("select count(*) from activity")
    _, build = loaded(spoilt)
    assert hours(build) == [("凤二村志愿服务.csv", 3, 6.5)]


def test_the_app_is_not_ready_and_says_why(spoilt: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATA_DIR", str(spoilt))
    response = ready(Request({"type": "http"}))
    assert (response.status_code, SENTENCE in bytes(response.body).decode()) == (503, True)

    loaded(spoilt)
    assert ready(Request({"type": "http"})).status_code == 200


def test_a_declared_column_that_is_not_there_is_of_another_version_and_any_other_is_a_fault_of_the_query(
    make_build: Callable[..., Build],
):
    build = make_build({})
    with duckdb.connect(str(build.path)) as connection:
        connection.execute("alter table activity drop column headcount")
    with pytest.raises(UnreadableBuild, match=SENTENCE):
        build.rows("select sum(headcount) from activity")
    with pytest.raises(duckdb.BinderException):
        build.rows("select sum(no_such_column) from activity")


def test_nothing_is_loaded_over_a_build_of_a_later_version(office_in_use: Path):
    _, build = loaded(office_in_use)
    with duckdb.connect(str(build.path)) as connection:
        connection.execute("update build_info set value = '99' where key = 'format'")
    (office_in_use / "inbox" / "社东善款.csv").write_text(GIFTS, encoding="utf-8")

    refused = command("load", "--data", office_in_use)
    assert refused.returncode == 1 and "格式 99" in refused.stderr and "升级" in refused.stderr
    assert warehouse.build_in_use.named_build(office_in_use) == build.path
    assert [path.name for path in (office_in_use / "builds").glob("*.duckdb")] == [build.path.name]
