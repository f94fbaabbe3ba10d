"""Folders, links and pipes where files of ours belong: they make way with a sentence at most, and a command that only reads moves nothing."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.cleaning.pseudonyms import FORMER_KEY_FILE, KEY_FILE
from evidence import sent_log
from tests.attack.test_damage import EXPECTED, served
from tests.attack.test_load_mishaps import linux
from tests.support.ledgers import GIFTS, command, loaded, received
from warehouse.shard import community_folders


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
def test_what_lies_in_place_of_a_file_of_ours_makes_way(office_in_use: Path, replace: Callable[[Path], None]):
    paths = [path for kind in ("volunteer_service", "report") for path in (office_in_use / "clean" / kind).iterdir()]
    own = (
        ".lock",
        ".exchange.json",
        ".taken_back.json",
        "builds/WITHHELD",
        "builds/CURRENT",
        "builds/INPUTS",
        "inbox/.corrections.json",
    )
    for path in (*paths, *(office_in_use / name for name in own)):
        replace(path)
    received(office_in_use, {"社东善款.csv": GIFTS})
    done, again = command("load", "--data", office_in_use), command("load", "--data", office_in_use)

    assert (done.returncode, done.stderr, again.returncode, again.stderr, served(office_in_use)) == (
        0,
        "",
        0,
        "",
        EXPECTED,
    )
    assert "没有变化" in again.stdout
    assert len(list((office_in_use / "removed").rglob("里面"))) == (len(paths) + 4 if replace is into_a_folder else 0)


@linux
@pytest.mark.parametrize("replace", REPLACED)
def test_what_lies_in_place_of_what_was_decided_is_told_of_once(office: Path, replace: Callable[[Path], None]):
    (office / "recipes").mkdir()
    for name in ("organisations.toml", "recipes/0123456789abcdef.toml"):
        replace(office / name)
    message, again = loaded(office)[0], loaded(office)[0]

    assert ([note.partition("”")[0] for note in message.notes], again.notes) == (
        ["“organisations.toml", "“0123456789abcdef.toml"],
        (),
    )
    assert served(office) == EXPECTED


@pytest.mark.parametrize("depth", [0, 1])
def test_a_file_in_place_of_a_folder_of_shards_makes_way_and_is_told_of_once(office_in_use: Path, depth: int):
    folder = community_folders(office_in_use)[depth]
    shutil.rmtree(folder)
    folder.write_text("占了位置", encoding="utf-8")
    outcome, again = loaded(office_in_use)[0], loaded(office_in_use)[0]

    told = f"“{folder.name}”的位置上不是文件夹，已移到 removed 文件夹。"
    assert (outcome.notes, told in again.notes, served(office_in_use)) == ((told,), False, EXPECTED)
    assert (office_in_use / "removed" / folder.name).read_text("utf-8") == "占了位置"


@linux
@pytest.mark.parametrize("replace", REPLACED)
def test_what_lies_in_place_of_the_lock_of_sent_figures_makes_way(office: Path, replace: Callable[[Path], None]):
    (office / "packs").mkdir()
    replace(office / "packs" / ".lock")
    sent_log._append(office / sent_log.LOG, b"[]\n")
    assert (office / sent_log.LOG).read_bytes() == b"[]\n"


def test_a_command_that_only_reads_moves_no_damaged_settings(office: Path):
    (office / "inbox" / ".options.json").write_bytes(b"{]")
    message = command("list", "--data", office)

    assert (message.returncode, message.stderr.count("\n"), "python -m etl load" in message.stderr) == (1, 1, True)
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
    message, done = command("load", "--data", office), command("load", "--data", office)

    assert (message.returncode, message.stderr.count("\n"), "另外留存" in message.stderr) == (1, 1, True)
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
