"""A locked workbook opens with its password, which is stored nowhere; without it one sentence says what to do."""

import os
from pathlib import Path

import pytest

import warehouse.build_in_use
from etl.cleaning.job import Job
from etl.inbox.folder import Ledger
from etl.reading.encryption import Locked, decrypt
from etl.reading.file_reader import read_file
from tests.support.ledgers import command, hours, locked_workbook, process
from warehouse.build import Build

PASSWORD = "演示-pass 1"
NAME = "凤二村志愿服务.xlsx"


@pytest.fixture
def locked(office: Path, tmp_path: Path) -> Path:
    """A workbook of one service, locked; no other ledger of hours is in the inbox."""
    (office / "inbox" / "凤二村志愿服务.csv").unlink()
    (tmp_path / NAME).write_bytes(locked_workbook(PASSWORD))
    return tmp_path / NAME


def with_password(password: str) -> dict[str, str]:
    return {**os.environ, "LEDGER_PASSWORD": password}


def test_a_workbook_opens_with_its_password(locked: Path):
    assert read_file(locked, PASSWORD).sheets[0].columns[0].to_pylist() == ["姓名", "甲演示"]


@pytest.mark.parametrize(("password", "words"), [("", "--password"), ("wrong", "密码不对")])
def test_a_workbook_without_the_right_password_says_what_to_do(locked: Path, password: str, words: str):
    with pytest.raises(Locked, match=f"有密码.*{words}"):
        read_file(locked, password)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_damaged_locked_workbook_is_a_sentence(locked: Path, share: float):
    content = locked.read_bytes()
    locked.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(Locked, match="有密码"):
        decrypt(locked, PASSWORD)


def test_a_load_with_the_password_stores_it_nowhere_and_asks_only_once(locked: Path, office: Path):
    refused = command("load", locked, "--data", office, "-v")
    opened = process("load", "--password", "--data", office, env=with_password(PASSWORD))
    again = command("load", "--data", office)

    assert (refused.returncode, f"{NAME}：文件有密码" in refused.stdout) == (1, True)
    assert (opened.returncode, again.returncode, again.stderr) == (0, 0, "")
    assert hours(Build(warehouse.build_in_use.current(office))) == [(NAME, 1, 2.0)]
    assert not [
        path
        for path in office.rglob("*")
        if path.is_file() and path != locked and PASSWORD.encode() in path.read_bytes()
    ]


def test_a_preview_opens_a_locked_workbook(locked: Path, office: Path):
    looked = process("inspect", locked, "--password", "--data", office, env=with_password(PASSWORD))
    assert (looked.returncode, "服务时长=2" in looked.stdout) == (0, True)


def test_a_wrong_password_is_told_with_the_file(locked: Path, office: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LEDGER_PASSWORD", "wrong")
    done = command("load", locked, "--password", "--data", office, "-v")
    assert f"{NAME}：文件有密码，输入的密码不对" in done.stdout


def test_a_job_neither_shows_its_password_nor_depends_on_it():
    jobs = [
        Job(Ledger("a.xlsx", Path("a.xlsx"), "0"), Path(), b"key", password=password) for password in ("", PASSWORD)
    ]
    assert PASSWORD not in repr(jobs[1])
    assert jobs[0].fingerprint == jobs[1].fingerprint
