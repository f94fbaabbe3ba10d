"""Organisations that look alike: offered, merged by a person, counted as one, taken back; nothing else changes."""

from pathlib import Path

import pytest

from etl import history, organisations
from etl.inbox import organisation_decisions as decided
from indicators import engine
from indicators.model import Filters
from tests.support.ledgers import REGISTER, command, loaded, received
from warehouse.build import Build
from warehouse.build_in_use import current

FENGER, SHEDONG = "凤二村（演示）", "社东社区（演示）"
SHORT, LONG, OTHER = "禾例食品公司", "禾例食品有限公司", "云例商会"
GIFTS = (
    "社区,捐赠日期,捐赠人,金额（元）,票据号\n"
    f"凤二村,2024-01-05,{SHORT},100,P-1\n凤二村,2024-01-06,{LONG},2000,P-2\n凤二村,2024-02-07,{OTHER},50,P-3\n"
    f"社东,2024-02-08,{LONG},70,P-4\n社东,2024-02-09,{SHORT},80,P-5\n"
)
HANDED_OUT = f"发放日期,物资名称,数量,物资来源\n2024-03-01,大米,10袋,{SHORT}\n2024-03-02,大米,4袋,{LONG}\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    received(tmp_path / "data", {"名册.csv": REGISTER, "捐赠.csv": GIFTS, "凤二村物资发放.csv": HANDED_OUT})
    loaded(tmp_path / "data")
    return tmp_path / "data"


def in_use(data: Path) -> Build:
    return Build(current(data))


def donors(data: Path) -> dict[str | None, float | None]:
    build = in_use(data)
    window = Filters((FENGER, SHEDONG), build.first_day, build.last_day)
    return {figure.community: figure.value for figure in engine.figures(build, ["donors"], window, ["community"])}


def clean_files(data: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in sorted((data / "clean").rglob("*")) if path.is_file()}


def test_two_spellings_count_as_two_until_a_person_merges_them(data: Path):
    before, files = donors(data), clean_files(data)
    (pair,) = organisations.pairs(in_use(data), ())
    outcome = organisations.decide(data, SHORT, "合并为", LONG, "演示")

    assert {pair.first, pair.second} == {SHORT, LONG}
    assert outcome is not None
    assert outcome.read_anew == ()
    assert clean_files(data) == files
    assert (before, donors(data)) == ({FENGER: 3, SHEDONG: 2}, {FENGER: 2, SHEDONG: 1})


def test_rows_show_the_merged_name_and_the_one_as_written(data: Path):
    organisations.decide(data, SHORT, "合并为", LONG, "演示")
    query = "select donor_name, written_names from donation order by receipt_no"
    assert in_use(data).rows(query) == [
        (LONG, f"捐赠人：{SHORT}"), (LONG, None), (OTHER, None), (LONG, None), (LONG, f"捐赠人：{SHORT}"),
    ]  # fmt: skip
    assert in_use(data).rows("select distinct source from distribution") == [(LONG,)]


def test_a_merge_taken_back_leaves_everything_as_it_was(data: Path):
    before = in_use(data).rows("select * from donation order by receipt_no")
    organisations.decide(data, SHORT, "合并为", LONG, "演示")
    organisations.undo(data, SHORT, LONG, "演示")

    assert in_use(data).rows("select * from donation order by receipt_no") == before
    assert decided.read(data) == ((), [])
    assert [entry.act for entry in history.entries(data)] == ["撤销机构", "合并机构"]
    assert len(organisations.pairs(in_use(data), ())) == 1


def test_two_that_are_not_one_are_not_offered_again(data: Path):
    organisations.decide(data, SHORT, "不是同一家", LONG, "演示")
    assert organisations.pairs(in_use(data), decided.read(data)[0]) == []
    assert donors(data) == {FENGER: 3, SHEDONG: 2}


def test_the_command_line_merges_and_takes_back(data: Path):
    merged = command("organisations", "--merge", f"{SHORT}={LONG}", "--data", data)
    assert merged.returncode == 0, merged.stderr
    assert f"{SHORT} 合并为 {LONG}" in merged.stdout
    assert donors(data) == {FENGER: 2, SHEDONG: 1}

    undone = command("organisations", "--undo", SHORT, "--data", data)
    assert "1对名称相近的机构" in undone.stdout
    assert donors(data) == {FENGER: 3, SHEDONG: 2}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--merge", SHORT), "要写成 写法=名称"),
        (("--merge", f"{SHORT}=没有这一家"), "台账里没有叫“没有这一家”的机构"),
        (("--merge", f"{SHORT}={SHORT}"), "两个名称一样"),
        (("--undo", SHORT), f"没有对“{SHORT}”做过这样的决定"),
    ],
)
def test_a_decision_that_makes_no_sense_says_so(data: Path, words: tuple[str, ...], sentence: str):
    refused = command("organisations", *words, "--data", data)
    assert (refused.returncode, sentence in refused.stderr) == (2, True), refused.stderr


def test_names_cannot_be_merged_in_a_circle(data: Path):
    organisations.decide(data, SHORT, "合并为", LONG, "演示")
    organisations.decide(data, LONG, "合并为", OTHER, "演示")
    assert donors(data) == {FENGER: 1, SHEDONG: 1}
    refused = command("organisations", "--merge", f"{OTHER}={SHORT}", "--data", data)
    assert "请先撤销那一次" in refused.stderr


@pytest.mark.parametrize("garbage", [b"\xff\xfe", b"[[", "机构 = 3".encode(), "[[机构]]\n名称 = '甲'".encode()])
def test_a_damaged_file_of_decisions_is_one_sentence_and_nothing_is_merged(data: Path, garbage: bytes):
    (data / decided.FILE).write_bytes(garbage)
    outcome, _ = loaded(data)
    assert [note for note in outcome.notes if decided.FILE in note] == [decided.UNREADABLE]
    assert donors(data) == {FENGER: 3, SHEDONG: 2}
