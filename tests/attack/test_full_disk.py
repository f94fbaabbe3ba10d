"""A disk that takes nothing more while names are made private and while a backup is written: a sentence, and nothing is lost."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from tests.attack.test_load_mishaps import linux
from tests.support.ledgers import HOURS, received
from warehouse.named_builds import named_builds, note_pack

NAMED = "凤二村张桂芳登记.csv"


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow beyond ten bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@linux
def test_what_was_stated_stays_with_its_file_when_the_disk_is_full(tmp_path: Path):
    received(tmp_path, {"甲.csv": HOURS}, Settings(constants={"社区": "凤二村"}))
    inbox = Inbox(tmp_path)
    (tmp_path / "inbox" / "甲.csv").rename(tmp_path / "inbox" / NAMED)
    options = tmp_path / "inbox" / ".options.json"
    options.write_text(options.read_text(encoding="utf-8").replace("甲.csv", NAMED), encoding="utf-8")
    with full_disk(), pytest.raises(OSError):
        inbox.tidy()
    inbox.tidy()
    (name,) = inbox.names()

    assert (name != NAMED, inbox.settings_of(name).constants) == (True, {"社区": "凤二村"})
    assert inbox.settings_of(NAMED).is_empty


@linux
def test_a_backup_that_cannot_be_written_says_so_and_leaves_nothing(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    target = tmp_path / "别处" / "备份.zip"
    target.parent.mkdir()
    with full_disk():
        code = main(["backup", str(target), "--data", str(office)])

    assert (code, capsys.readouterr().err.startswith(f"备份没有写成“{target}”")) == (1, True)
    assert list(target.parent.iterdir()) == []


@linux
def test_a_pack_that_cannot_be_noted_leaves_the_note_of_former_packs_as_it_was(tmp_path: Path):
    for noted in ({}, {"20260101-000000": "送出的材料包"}):
        with full_disk(), pytest.raises(OSError):
            note_pack(tmp_path, "20260102-000000")
        assert named_builds(tmp_path) == noted
        note_pack(tmp_path, "20260101-000000")
