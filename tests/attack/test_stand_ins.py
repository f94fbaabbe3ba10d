"""A pointer or a build in use that cannot be read: an earlier build is served, everybody is told, and the next load puts it right."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.requests import Request

from etl.inbox.folder import Inbox
from evidence.__main__ import main as evidence
from indicators.__main__ import main as indicators
from tests.attack.test_damage import flipped, truncated, zeroed
from tests.support.ledgers import GIFTS, command, hours, loaded, received
from ui.frame.middleware import ready
from warehouse.build import Build
from warehouse.build_files import newest_first
from warehouse.build_in_use import build_in_use, current

LEDGER = "凤二村志愿服务.csv"
EXPECTED = [(LEDGER, 3, 6.5)]
MORE = "姓名,日期,时长（小时）\n丁演示,2024-04-01,8\n"


def damaged(damage: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    def spoil(builds: Path) -> None:
        path = builds / (builds / "CURRENT").read_text(encoding="utf-8")
        path.write_bytes(damage(path.read_bytes()))

    return spoil


POINTER_FAULTS: dict[str, Callable[[Path], object]] = {
    "missing": lambda builds: (builds / "CURRENT").unlink(),
    "empty": lambda builds: (builds / "CURRENT").write_bytes(b""),
    "a link to itself": lambda builds: ((builds / "CURRENT").unlink(), (builds / "CURRENT").symlink_to("CURRENT")),
    "garbage": lambda builds: (builds / "CURRENT").write_bytes(b"\xff\0.."),
}
BUILD_FAULTS: dict[str, Callable[[Path], object]] = {
    "gone": lambda builds: (builds / (builds / "CURRENT").read_text(encoding="utf-8")).unlink(),
    "names none": lambda builds: (builds / "CURRENT").write_text("20991231-000000.duckdb", encoding="utf-8"),
    "flipped": damaged(flipped),
    "truncated": damaged(truncated),
    "zeroed": damaged(zeroed),
}


@pytest.fixture
def two_builds(office_in_use: Path) -> Path:
    """A data folder with two builds: the former holds one ledger of services, the one in use two."""
    received(office_in_use, {"社东志愿服务.csv": MORE})
    loaded(office_in_use)
    return office_in_use


def answer_of(office: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, dict[str, object]]:
    monkeypatch.setenv("DATA_DIR", str(office))
    response = ready(Request({"type": "http"}))
    return response.status_code, json.loads(bytes(response.body))


@pytest.mark.parametrize("fault", POINTER_FAULTS.values(), ids=POINTER_FAULTS)
def test_without_a_pointer_the_build_that_it_named_is_served(
    two_builds: Path, fault: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
):
    in_use = current(two_builds)
    fault(two_builds / "builds")
    chosen = build_in_use(two_builds)

    assert (chosen.path, "builds/CURRENT" in chosen.note) == (in_use, True)
    assert answer_of(two_builds, monkeypatch) == (
        200,
        {"ready": True, "build": in_use.stem, "created_at": Build(in_use).created_at.isoformat(), "note": chosen.note},
    )


@pytest.mark.parametrize("fault", BUILD_FAULTS.values(), ids=BUILD_FAULTS)
def test_in_place_of_a_damaged_build_the_former_one_is_served_until_the_next_load(
    two_builds: Path, fault: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
):
    fault(two_builds / "builds")

    assert "现用" in build_in_use(two_builds).note
    assert hours(Build(current(two_builds)))[0] == EXPECTED[0]
    assert answer_of(two_builds, monkeypatch)[0] == 200
    loaded(two_builds)
    assert (build_in_use(two_builds).note, len(hours(Build(current(two_builds))))) == ("", 2)
    assert "note" not in answer_of(two_builds, monkeypatch)[1]


def test_an_earlier_build_that_the_pointer_names_is_served_with_a_note_until_the_next_load(two_builds: Path):
    _, former = newest_first(two_builds)
    (two_builds / "builds" / "CURRENT").write_text(former.name, encoding="utf-8")
    chosen = build_in_use(two_builds)

    assert (chosen.path, "较早的一批" in chosen.note) == (former, True)
    loaded(two_builds)
    assert build_in_use(two_builds).note == ""


def test_commands_say_it_in_one_line_and_evidence_names_the_build_that_was_read(
    two_builds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    in_use, former = newest_first(two_builds)
    in_use.write_bytes(b"")
    (tmp_path / "draft.txt").write_text("凤二村2024年志愿服务时长6.5小时。", encoding="utf-8")
    span = ("--from", "2024-01-01", "--to", "2024-12-31")
    pack = ("pack", "--community", "凤二村", *span, "--indicator", "volunteer_hours", "--out", str(tmp_path / "a.zip"))
    for run, words in (
        (indicators, ("value", "volunteer_hours", "--json")),
        (evidence, ("claims", str(tmp_path / "draft.txt"))),
        (evidence, pack),
    ):
        assert run([*words, "--data", str(two_builds)]) in (0, 1)
        output = capsys.readouterr()
        assert former.stem in output.out and in_use.stem not in output.out, words
        assert [line for line in output.err.splitlines() if "现用较早的一批" in line and "python -m etl load" in line]


def test_the_sample_does_not_stand_in_for_ledgers_of_ones_own(tmp_path: Path, sample_folder: Path):
    data = tmp_path / "data"
    (data / "builds").mkdir(parents=True)
    (data / "builds" / current(sample_folder).name).write_bytes(current(sample_folder).read_bytes())
    (data / "builds" / "CURRENT").write_text("20991231-000000.duckdb", encoding="utf-8")
    assert Build(current(data)).is_demo
    Inbox(data).path.mkdir()
    (data / "inbox" / "社东善款.csv").write_text(GIFTS, encoding="utf-8")
    assert current(data).stem == "20991231-000000"  # which whoever opens it is told of


def test_a_restored_state_gives_way_to_an_earlier_one_and_not_to_the_one_it_replaced(two_builds: Path):
    received(two_builds, {"社东志愿服务.csv": MORE + "戊演示,2024-04-02,8\n"})
    loaded(two_builds)
    _, second, first = newest_first(two_builds)
    (two_builds / "builds" / "CURRENT").write_text(second.name, encoding="utf-8")
    second.write_bytes(b"")
    assert current(two_builds) == first


def test_a_backup_without_a_sound_pointer_comes_back(two_builds: Path, tmp_path: Path):
    (two_builds / "builds" / "CURRENT").write_bytes(b"\xff")
    made = command("backup", tmp_path / "a.zip", "--data", two_builds)
    restored = command("restore", tmp_path / "a.zip", "--data", tmp_path / "neu")

    assert (made.returncode, "现用最近的一批" in made.stderr, restored.returncode) == (0, True, 0)
    assert len(hours(Build(current(tmp_path / "neu")))) == 2
