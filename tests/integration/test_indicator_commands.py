"""The door for scripts: python -m indicators."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from indicators.__main__ import main
from indicators.engine import catalogue
from tests.oracle.test_figures_by_hand import RECORDS
from warehouse.build import Build, UnreadableBuild

Run = Callable[..., tuple[int, str, str]]
DEMO = {
    "community": "凤二村（演示）",
    "aliases": "凤二/龙村、凤二村委会",
    "residents_count": 900,
    "as_of_on": "2024-01-01",
}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line and gives its exit code, output and complaints."""

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as left:
            code = int(left.code or 0)
        return (code, *capsys.readouterr())

    return run


@pytest.fixture
def build(make_build: Callable[..., Build]) -> Build:
    other = {"title": "茶话", "held_on": "2025-02-01", "community": "凤二村（演示）"}
    return make_build(
        {**RECORDS, "activity": [*RECORDS["activity"], other], "community": [*RECORDS["community"], DEMO]}
    )


def rows(run: Run, build: Build, *arguments: str) -> list[dict[str, Any]]:
    code, output, complaint = run("value", *arguments, "--build", str(build.path), "--json")
    assert (code, complaint) == (0, "")
    return list(json.loads(output)["rows"])


def test_list_names_every_indicator_with_its_unit(run: Run) -> None:
    code, output, _ = run("list")
    lines = output.splitlines()[1:]
    assert (code, len(lines)) == (0, len(catalogue()))
    assert all(
        line.split()[:3] == [indicator.id, indicator.label, indicator.unit]
        for line, indicator in zip(lines, catalogue().values(), strict=True)
    )


def test_list_is_plain_data_too(run: Run) -> None:
    described = json.loads(run("list", "--json")[1])["indicators"]
    assert [indicator["id"] for indicator in described] == list(catalogue())


@pytest.mark.parametrize("name", ["overall_satisfied_share", "总体满意率", "满意度"])
def test_an_indicator_is_known_by_its_id_its_label_and_other_words_for_it(run: Run, name: str) -> None:
    code, output, _ = run("show", name)
    assert (code, output.split()[0]) == (0, "overall_satisfied_share")


def test_show_says_what_is_counted_and_who_answers_for_it(run: Run) -> None:
    code, output, _ = run("show", "closing_rate")
    assert code == 0
    for part in (
        "结案率",
        "累计结案数占累计接案数",
        "分子：count(*) from casework",
        "按接案日期",
        "社工督导",
        "2026-11-25",
    ):
        assert part in output


def test_value_as_json_has_the_promised_shape(run: Run, build: Build) -> None:
    (row,) = rows(run, build, "closing_rate", "--community", "甲", "--from", "2025-01-01", "--to", "2025-12-31")
    promised = {"indicator", "unit", "community", "period", "value", "low", "high", "numerator", "denominator", "state"}
    promised |= {"coverage"}
    assert promised <= row.keys()
    assert (row["community"], row["period"], row["value"]) == ("甲", "截至2025年12月31日", 80)
    assert (row["numerator"], row["denominator"], row["state"], row["unit"]) == (4, 5, "ok", "%")
    assert row["coverage"] == {
        "reported": 7,
        "asked": 19,
    }  # June 2024 to December 2025; months with an opening or a closing


@pytest.mark.parametrize(
    "spelling",
    [
        "凤二村（演示）",
        "凤二村(演示)",
        "凤二村",
        " 凤二 ",
        "凤二村委会",
        "凤二村村民委员会",
        "鳳二村",
        "龙村",
        "凤二/龙村",
    ],
)
def test_a_community_may_be_named_by_alias_and_without_the_mark(run: Run, build: Build, spelling: str) -> None:
    (row,) = rows(run, build, "activities", "--community", spelling)
    assert (row["community"], row["value"]) == ("凤二村（演示）", 1)


def test_all_communities_are_counted_together_when_none_is_named(run: Run, build: Build) -> None:
    (row,) = rows(run, build, "activities", "--from", "2025-01-01")
    assert (row["community"], row["value"]) == ("全部", 13)


@pytest.mark.parametrize(
    ("by", "key", "count", "first"),
    [
        ("year", "period", 5, "2021年"),
        ("quarter", "period", 20, "2021年第1季度"),
        ("month", "period", 60, "2021年1月"),
        ("community", "community", 2, "凤二村（演示）"),
        ("category", "category", 5, "儿童青少年"),
    ],
)
def test_values_split_by_time_place_or_category(
    run: Run, build: Build, by: str, key: str, count: int, first: str
) -> None:
    values = rows(run, build, "activities", "--by", by)
    assert (len(values), values[0][key]) == (count, first)


def test_several_indicators_are_answered_in_the_order_asked(run: Run, build: Build) -> None:
    values = rows(run, build, "volunteer_hours", "activities", "--community", "甲")
    assert [row["indicator"] for row in values] == ["volunteer_hours", "activities"]


def test_small_numbers_are_exact_here_and_hidden_when_asked(run: Run, build: Build) -> None:
    options = ("cases_closed", "--community", "甲", "--from", "2025-01-01")
    assert rows(run, build, *options)[0]["value"] == 3
    assert rows(run, build, *options, "--k", "5")[0]["state"] == "hidden"


def test_the_table_for_reading_shows_both_sides_and_states_in_words(run: Run, build: Build) -> None:
    options = ("--build", str(build.path), "--from", "2025-01-01", "--by", "community")
    code, output, _ = run("value", "closing_rate", "participants", *options)
    assert code == 0
    assert "80.0%" in output and "4/5" in output and "40–163人" in output and "未报送" in output


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["show", "volunter_hours"], "是不是 volunteer_hours"),
        (["show", "总体满意律"], "是不是 overall_satisfied_share"),
        (["value", "zzzzzz"], "python -m indicators list"),
        (["value", "activities", "--community", "凤一村"], "是不是“凤二村（演示）”"),
        (["value", "activities", "--community", "海"], "现有社区"),
        (["value", "activities", "--from", "2025-13-01"], "不是日期"),
        (["value", "activities", "--from", "2025-02-01", "--to", "2025-01-01"], "请对调"),
        (["value", "residents", "--by", "category"], "不能按类别拆分"),
        (["value", "activities", "--by", "week"], "用法不对"),
        (["value"], "用法不对"),
        ([], "用法不对"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(
    run: Run, build: Build, arguments: list[str], part: str
) -> None:
    command = [*arguments, "--build", str(build.path)] if arguments[1:] and arguments[0] == "value" else arguments
    code, output, complaint = run(*command)
    assert (code, output) == (2, "")
    assert part in complaint


def test_without_data_it_says_how_to_load_some(run: Run, tmp_path: Path) -> None:
    code, _, complaint = run("value", "activities", "--data", str(tmp_path))
    assert code == 1
    assert "python -m etl load" in complaint


def test_a_build_that_is_gone_or_broken_is_said_in_words(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.duckdb"
    broken.write_bytes(b"no database at all")
    for path in (tmp_path / "gone.duckdb", broken):
        code, _, complaint = run("value", "activities", "--build", str(path))
        assert code == 1
        assert path.name in complaint and complaint.rstrip().endswith("。")


def test_a_mistake_of_ours_is_not_blamed_on_the_build(build: Build) -> None:
    with pytest.raises(duckdb.ParserException):
        build.rows("select from where")


@pytest.mark.parametrize("content", ["", "no database at all"])
def test_a_file_that_is_no_build_is_called_unreadable(tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.duckdb"
    path.write_text(content)
    with pytest.raises(UnreadableBuild, match=r"读不出来（broken\.duckdb）"):
        Build(path).rows("select 1")


def test_a_database_without_the_tables_of_a_build_and_a_damaged_one_are_called_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table t as select range as n from range(500000)")
    with pytest.raises(UnreadableBuild):
        Build(path).rows("select 1")
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table build_info as select '' as key, '' as value")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 4] + b"?" * (len(content) // 2) + content[len(content) * 3 // 4 :])
    with pytest.raises(UnreadableBuild):
        Build(path).rows("select sum(n) from t")


def test_it_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "indicators", "show", "residents"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("residents  常住人口（人）")
