"""Odd names and damaged files of our own: a sentence at most, and the next load is right again."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import warehouse.build_in_use
from etl import history, interruptions
from etl.cleaning.pseudonyms import FORMER_KEY_FILE, KEY_FILE
from etl.history import HistoryEntry
from evidence import sent_figures
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
    told, done = command("load", "--data", office), command("load", "--data", office)

    assert (told.returncode, told.stderr.count("\n"), "另外留存" in told.stderr) == (1, 1, True)
    assert (done.returncode, done.stderr, served(office)) == (0, "", EXPECTED)
    assert (office / "removed" / "options.json").read_bytes() == content


@pytest.mark.parametrize("name", ["CURRENT", "INPUTS"])
def test_a_damaged_pointer_heals(office: Path, name: str):
    loaded(office)
    for content in (b"", b"\xff\xfe", b"..", b"gone.duckdb", b"a\0b"):
        (office / "builds" / name).write_bytes(content)
        loaded(office)
        assert served(office) == EXPECTED


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a\0b"])
def test_a_reader_of_a_damaged_pointer_gets_the_build_it_named_and_is_told_what_to_do(office: Path, content: bytes):
    loaded(office)
    whole = command("problems", "--data", office)
    (office / "builds" / "CURRENT").write_bytes(content)
    done = command("problems", "--data", office)
    assert (done.returncode, done.stdout, whole.stderr) == (0, whole.stdout, "")
    assert (done.stderr.count("\n"), "python -m etl load" in done.stderr) == (1, True)


def flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 0xFF]) + content[middle + 1 :]


def truncated(content: bytes) -> bytes:
    return content[: len(content) // 2]


def zeroed(content: bytes) -> bytes:
    return bytes(len(content))


@pytest.mark.parametrize(
    ("kind", "damage"), [("volunteer_service", flipped), ("problem", zeroed), ("report", lambda _: b"null")]
)
def test_a_damaged_clean_file_is_made_again(office: Path, kind: str, damage: Callable[[bytes], bytes]):
    loaded(office)
    for path in (office / "clean" / kind).iterdir():
        path.write_bytes(damage(path.read_bytes()))
    (office / "builds" / "INPUTS").unlink()  # so that a build is made of them
    outcome, _ = loaded(office)
    assert ("凤二村志愿服务.csv" in outcome.read_anew, served(office)) == (True, EXPECTED)


def into_a_folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    (path / "里面").mkdir(parents=True)


def into_a_link_to_itself(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(path)


def into_a_dead_link(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(path.with_name("没有"))


REPLACED = [into_a_folder, into_a_link_to_itself, into_a_dead_link]


@linux
@pytest.mark.parametrize("replace", REPLACED)
def test_what_lies_in_place_of_a_file_of_ours_makes_way(office: Path, replace: Callable[[Path], None]):
    loaded(office)
    paths = [path for kind in ("volunteer_service", "report") for path in (office / "clean" / kind).iterdir()]
    own = (
        ".lock",
        ".exchange.json",
        ".taken_back.json",
        "builds/WITHHELD",
        "builds/CURRENT",
        "builds/INPUTS",
        "inbox/.corrections.json",
    )
    for path in (*paths, *(office / name for name in own)):
        replace(path)
    received(office, {"社东善款.csv": GIFTS})
    done, again = command("load", "--data", office), command("load", "--data", office)

    assert (done.returncode, done.stderr, again.returncode, again.stderr, served(office)) == (0, "", 0, "", EXPECTED)
    assert "没有变化" in again.stdout
    assert len(list((office / "removed").rglob("里面"))) == (len(paths) + 4 if replace is into_a_folder else 0)


@linux
@pytest.mark.parametrize("replace", REPLACED)
def test_what_lies_in_place_of_what_was_decided_is_told_of_once(office: Path, replace: Callable[[Path], None]):
    (office / "recipes").mkdir()
    for name in ("organisations.toml", "recipes/0123456789abcdef.toml"):
        replace(office / name)
    told, again = loaded(office)[0], loaded(office)[0]

    assert ([note.partition("”")[0] for note in told.notes], again.notes) == (
        ["“organisations.toml", "“0123456789abcdef.toml"],
        (),
    )
    assert served(office) == EXPECTED


@linux
@pytest.mark.parametrize("replace", REPLACED)
def test_what_lies_in_place_of_the_lock_of_sent_figures_makes_way(office: Path, replace: Callable[[Path], None]):
    (office / "packs").mkdir()
    replace(office / "packs" / ".lock")
    sent_figures._append(office / sent_figures.LOG, b"[]\n")
    assert (office / sent_figures.LOG).read_bytes() == b"[]\n"


def test_a_command_that_only_reads_moves_no_damaged_settings(office: Path):
    (office / "inbox" / ".options.json").write_bytes(b"{]")
    told = command("list", "--data", office)

    assert (told.returncode, told.stderr.count("\n"), "python -m etl load" in told.stderr) == (1, 1, True)
    assert (office / "inbox" / ".options.json").read_bytes() == b"{]"


@linux
def test_what_is_no_file_in_the_inbox_has_a_line_and_holds_nothing_up(office: Path, tmp_path: Path):
    os.mkfifo(office / "inbox" / "管道.csv")
    os.mkfifo(tmp_path / "别处.csv")
    outcome, _ = loaded(office)
    refused = command("load", tmp_path / "别处.csv", "--data", office)

    assert outcome.notes == ("“管道.csv”不是普通的文件（管道、套接字或设备），没有读。",)
    assert (refused.returncode, "不是普通的文件" in refused.stderr, served(office)) == (2, True, EXPECTED)


@linux
@pytest.mark.parametrize("replace", REPLACED)
def test_what_lies_in_place_of_the_settings_is_told_of_once(office: Path, replace: Callable[[Path], None]):
    replace(office / "inbox" / ".options.json")
    told, done = command("load", "--data", office), command("load", "--data", office)

    assert (told.returncode, told.stderr.count("\n"), "另外留存" in told.stderr) == (1, 1, True)
    assert (done.returncode, done.stderr, served(office)) == (0, "", EXPECTED)


@linux
@pytest.mark.parametrize("replace", REPLACED)
@pytest.mark.parametrize("name", [KEY_FILE, FORMER_KEY_FILE])
def test_what_lies_in_place_of_the_secret_is_named_and_no_other_is_made(
    office: Path, replace: Callable[[Path], None], name: str
):
    (office / KEY_FILE).parent.mkdir()
    replace(office / name)
    done = command("load", "--data", office)

    assert (done.returncode, done.stderr.count("\n"), f"人员密钥“{office / name}”应该是一个文件" in done.stderr) == (
        1,
        1,
        True,
    )
    assert not (office / KEY_FILE).is_file()


@pytest.mark.parametrize("damage", [flipped, truncated])
def test_a_damaged_build_is_made_again(office: Path, damage: Callable[[bytes], bytes]):
    _, build = loaded(office)
    build.path.write_bytes(damage(build.path.read_bytes()))
    loaded(office)
    assert served(office) == EXPECTED


@pytest.mark.parametrize(
    "line", [b"\xff\xfe{", b"null", b'{"at": "x", "who": "", "act": "", "files": [], "build": "", "recipes": []}']
)
def test_a_damaged_line_of_the_history_is_left_out(office: Path, line: bytes):
    history.add(office, HistoryEntry(history.now(), "演示", "导入", (), ""))
    with (office / history.FILE).open("ab") as file:
        file.write(line + b"\n")

    assert [entry.who for entry in history.entries(office)] == ["演示"]


def test_a_history_that_takes_no_line_does_not_deny_what_was_done(office: Path):
    loaded(office)
    (office / history.FILE).unlink(missing_ok=True)
    (office / history.FILE).mkdir()
    former = current(office)
    received(office, {"社东善款.csv": GIFTS})
    done = command("load", "--data", office)

    assert current(office) != former
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert f"“导入”已经完成（现在用的批次是 {current(office).stem}），只是没有记进历史" in done.stderr


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
