"""Odd names and damaged files of our own: a sentence at most, and the next load is right again."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import warehouse.build_in_use
from etl import history, load
from etl.building import empty_build
from etl.commands import interruptions
from etl.history import HistoryEntry
from etl.inbox import received_files
from tests.attack.test_load_mishaps import linux, many_hours
from tests.support.ledgers import GIFTS, HOURS, ROOT, command, hours, loaded, received
from warehouse.build import Build
from warehouse.build_in_use import current

EXPECTED = [("凤二村志愿服务.csv", 3, 6.5)]


def served(office: Path) -> list[tuple[object, ...]]:
    return hours(Build(warehouse.build_in_use.current(office)))


@linux
def test_a_file_name_in_gbk_is_read_as_such_wherever_it_lies(office: Path, tmp_path: Path):
    name = os.fsdecode("社东善款.csv".encode("gbk"))
    (office / "inbox" / name).write_text(GIFTS, encoding="utf-8")
    (tmp_path / "社东").mkdir()
    (tmp_path / "社东" / name).write_text(GIFTS.replace("P-", "Q-"), encoding="utf-8")
    done = command("load", tmp_path / "社东", "--data", office, "-v")
    again = command("load", tmp_path / "社东" / name, "--data", office)

    assert (done.returncode, again.returncode, done.stderr, again.stderr) == (0, 0, "", "")
    assert "社东善款.csv：捐赠" in done.stdout
    assert command("undo", "社东善款.csv", "--data", office).returncode == 0


def in_community(ledger: str) -> str:
    return "社区," + ledger.replace("\n", "\n社东,", 3)


@linux
@pytest.mark.parametrize(
    "name", [("长" * 82 + ".csv").encode(), ("长" * 123 + ".csv").encode("gbk")], ids=["utf-8", "gbk"]
)
def test_a_file_name_of_250_bytes_is_loaded_with_the_rest(office: Path, tmp_path: Path, name: bytes):
    (tmp_path / "新").mkdir()
    (tmp_path / "新" / os.fsdecode(name)).write_text(in_community(GIFTS), encoding="utf-8")
    (tmp_path / "新" / "志愿.csv").write_text(in_community(HOURS), encoding="utf-8")
    done = command("load", tmp_path / "新", "--data", office)

    assert (done.returncode, done.stderr) == (0, "")
    counts = "select (select count(*) from donation), (select count(*) from volunteer_service)"
    assert Build(warehouse.build_in_use.current(office)).rows(counts) == [(3, 6)]


@pytest.mark.parametrize("content", [b"[]", b"\xff", b'{"a.csv":{"columns":5}}'])
def test_damaged_settings_are_one_sentence_and_the_next_load_is_right(office: Path, content: bytes):
    (office / "inbox" / ".options.json").write_bytes(content)
    message, done = command("load", "--data", office), command("load", "--data", office)

    assert (message.returncode, message.stderr.count("\n"), "另外留存" in message.stderr) == (1, 1, True)
    assert (done.returncode, done.stderr, served(office)) == (0, "", EXPECTED)
    assert (office / "removed" / "options.json").read_bytes() == content


@pytest.mark.parametrize("name", ["CURRENT", "INPUTS"])
def test_a_damaged_pointer_heals(office_in_use: Path, name: str):
    for content in (b"", b"\xff\xfe", b"..", b"gone.duckdb", b"a\0b"):
        (office_in_use / "builds" / name).write_bytes(content)
        loaded(office_in_use)
        assert served(office_in_use) == EXPECTED


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a\0b"])
def test_a_reader_of_a_damaged_pointer_gets_the_build_it_named_and_is_told_what_to_do(
    office_in_use: Path, content: bytes
):
    whole = command("problems", "--data", office_in_use)
    (office_in_use / "builds" / "CURRENT").write_bytes(content)
    done = command("problems", "--data", office_in_use)
    assert (done.returncode, done.stdout, whole.stderr) == (0, whole.stdout, "")
    assert (done.stderr.count("\n"), "python -m etl load" in done.stderr) == (1, True)


def flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 0xFF]) + content[middle + 1 :]


def test_a_received_file_that_a_disk_has_spoilt_is_told_of_and_the_figures_stay(office_in_use: Path):
    path = office_in_use / "inbox" / "凤二村志愿服务.csv"
    content, state = path.read_bytes(), path.stat()
    path.write_bytes(content.replace(b",1.5", b",7.5"))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    message = [load.bring_up_to_date(office_in_use) for _ in range(2)]

    assert [outcome.failed for outcome in message] == [((path.name, received_files.SPOILT),)] * 2
    assert [outcome.path for outcome in message] == [None, None]
    assert served(office_in_use) == EXPECTED
    os.utime(path)  # saved anew: as somebody wants it
    assert (loaded(office_in_use)[0].failed, served(office_in_use) != EXPECTED) == ((), True)


def truncated(content: bytes) -> bytes:
    return content[: len(content) // 2]


def zeroed(content: bytes) -> bytes:
    return bytes(len(content))


@pytest.mark.parametrize(
    ("kind", "damage"), [("volunteer_service", flipped), ("problem", zeroed), ("report", lambda _: b"null")]
)
def test_a_damaged_clean_file_is_made_again(office_in_use: Path, kind: str, damage: Callable[[bytes], bytes]):
    for path in (office_in_use / "clean" / kind).iterdir():
        path.write_bytes(damage(path.read_bytes()))
    (office_in_use / "builds" / "INPUTS").unlink()  # so that a build is made of them
    outcome, _ = loaded(office_in_use)
    assert ("凤二村志愿服务.csv" in outcome.read_anew, served(office_in_use)) == (True, EXPECTED)


@pytest.mark.parametrize("damage", [flipped, truncated])
def test_a_damaged_build_is_made_again(office_in_use: Path, damage: Callable[[bytes], bytes]):
    _, build = loaded(office_in_use)
    build.path.write_bytes(damage(build.path.read_bytes()))
    loaded(office_in_use)
    assert served(office_in_use) == EXPECTED


@pytest.mark.parametrize(
    "line", [b"\xff\xfe{", b"null", b'{"at": "x", "who": "", "act": "", "files": [], "build": "", "recipes": []}']
)
def test_a_damaged_line_of_the_history_is_left_out(office: Path, line: bytes):
    history.add(office, HistoryEntry(history.now(), "演示", "导入", (), ""))
    with (office / history.FILE).open("ab") as file:
        file.write(line + b"\n")

    assert [entry.who for entry in history.entries(office)] == ["演示"]


def test_a_history_that_takes_no_line_does_not_deny_what_was_done(office_in_use: Path):
    (office_in_use / history.FILE).unlink(missing_ok=True)
    (office_in_use / history.FILE).mkdir()
    former = current(office_in_use)
    received(office_in_use, {"社东善款.csv": GIFTS})
    done = command("load", "--data", office_in_use)

    assert current(office_in_use) != former
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert f"“导入”已经完成（现在用的批次是 {current(office_in_use).stem}），只是没有记进历史" in done.stderr


@pytest.mark.parametrize("path", ["CURRENT", "INPUTS"])
def test_a_folder_where_a_file_should_be_moves_out_of_the_way(office: Path, path: str):
    (office / "builds" / path / "里面").mkdir(parents=True)
    done = command("load", "--data", office)

    assert (done.returncode, done.stderr, served(office)) == (0, "", EXPECTED)
    assert len(list((office / "builds").glob(f"{path}-*/里面"))) == 1


@linux
def test_an_interrupted_load_says_in_one_line_that_nothing_changed(office: Path, tmp_path: Path):
    rows = many_hours(tmp_path / "社东大表.csv")
    words = [sys.executable, "-m", "etl", "load", tmp_path / "社东大表.csv", "--data", office, "--json"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while not list(office.glob("inbox/*大*.csv")) and process.poll() is None:
            os.sched_yield()
        process.send_signal(signal.SIGINT)
        output = process.communicate()
    assert (process.returncode, output[0], output[1].decode()) == (130, b"", f"{interruptions.LOAD.unchanged}\n")
    assert hours(loaded(office)[1])[1] == ("社东大表.csv", rows, rows * 4.5)


def test_an_empty_build_that_a_disk_spoilt_begins_no_build(tmp_path: Path):
    whole = empty_build.stored_build(tmp_path, empty_build.made_build)
    (stored,) = tmp_path.glob("empty-*")
    assert empty_build.stored_build(tmp_path, bytes) == whole
    stored.write_bytes(whole[:5000])
    (tmp_path / "empty-of-former-version").write_bytes(whole)

    assert empty_build.stored_build(tmp_path, lambda: whole) == whole
    assert [path.read_bytes() for path in tmp_path.glob("empty-*")] == [whole]
