"""The secret that turns people into keys: made once, readable by its owner, and never replaced in silence."""

import os
from pathlib import Path

import pytest

import warehouse.build
from tests.support.ledgers import command, loaded


def test_the_secret_is_made_once_and_readable_by_its_owner_only(office: Path):
    loaded(office)
    key = office / "person.key"
    first = key.read_bytes()
    loaded(office)

    assert (len(first.strip()), key.read_bytes()) == (64, first)
    assert os.name != "posix" or key.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"\n", b"abc\n"], ids=["empty", "blank", "cut off"])
def test_a_damaged_secret_stops_the_load_with_a_sentence_and_the_former_build_stays(office: Path, content: bytes):
    _, build = loaded(office)
    (office / "person.key").write_bytes(content)
    done = command("load", office / "inbox" / "凤二村志愿服务.csv", "--data", office)

    assert (done.returncode, "人员密钥" in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert warehouse.build.current(office) == build.path


def test_another_secret_is_not_taken_in_silence(office: Path):
    _, build = loaded(office)
    secret = office / "person.key"
    written = secret.read_bytes()
    secret.unlink()
    done = command("load", "--data", office)

    assert (done.returncode, "人员密钥（person.key）和原来批次用的不是同一个" in done.stdout) == (1, True)
    assert warehouse.build.current(office) == build.path

    other = secret.read_bytes()
    secret.write_bytes(written)
    assert loaded(office)[0].losses == ()

    secret.write_bytes(other)
    assert command("load", "--data", office, "--accept").returncode == 0
    assert warehouse.build.current(office) != build.path
