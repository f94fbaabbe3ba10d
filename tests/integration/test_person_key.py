"""The secret that turns people into keys: made once, in a folder of its own, readable by its owner, and never replaced in silence."""

import os
from itertools import count
from pathlib import Path

import pytest

import warehouse.build_in_use
from etl.cleaning.pseudonyms import FORMER_KEY_FILE, KEY_FILE, TAKEN_OVER, person_key
from etl.parse import without_personal_data
from tests.support.ledgers import REGISTER, command, loaded, received


def test_the_secret_is_made_once_and_readable_by_its_owner_only(office: Path):
    loaded(office)
    key = office / KEY_FILE
    first = key.read_bytes()
    loaded(office)

    assert (len(first.strip()), key.read_bytes()) == (64, first)
    assert os.name != "posix" or [path.stat().st_mode & 0o777 for path in (key, key.parent)] == [0o600, 0o700]


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_ledgers_received_are_readable_by_their_owner_only(office: Path):
    assert {path.stat().st_mode & 0o777 for path in (office / "inbox").glob("*.csv")} == {0o600}


def test_the_secret_of_a_data_folder_of_before_moves_to_its_own_folder_and_is_said_to(office_in_use: Path):
    _, build = loaded(office_in_use)
    key = (office_in_use / KEY_FILE).rename(office_in_use / FORMER_KEY_FILE).read_bytes()
    (office_in_use / KEY_FILE).parent.rmdir()
    outcome, again = loaded(office_in_use)

    assert (outcome.notes, outcome.read_anew, again.path) == ((TAKEN_OVER,), (), build.path)
    assert ((office_in_use / KEY_FILE).read_bytes(), (office_in_use / FORMER_KEY_FILE).exists()) == (key, False)
    assert loaded(office_in_use)[0].notes == ()


def test_of_two_secrets_none_is_taken(office_in_use: Path):
    (office_in_use / FORMER_KEY_FILE).write_text("0" * 64)
    done = command("load", "--data", office_in_use)

    assert (done.returncode, "有两个不同的人员密钥" in done.stderr) == (1, True)
    assert (office_in_use / FORMER_KEY_FILE).exists()


@pytest.mark.parametrize("content", [b"", b"\n", b"abc\n"], ids=["empty", "blank", "cut off"])
def test_a_damaged_secret_stops_the_load_with_a_sentence_and_the_former_build_stays(
    office_in_use: Path, content: bytes
):
    _, build = loaded(office_in_use)
    (office_in_use / KEY_FILE).write_bytes(content)
    done = command("load", office_in_use / "inbox" / "凤二村志愿服务.csv", "--data", office_in_use)

    assert (done.returncode, "人员密钥" in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert warehouse.build_in_use.current(office_in_use) == build.path


def test_another_secret_is_not_taken_in_silence(office_in_use: Path):
    _, build = loaded(office_in_use)
    secret = office_in_use / KEY_FILE
    written = secret.read_bytes()
    secret.unlink()
    done = command("load", "--data", office_in_use)

    assert (done.returncode, "人员密钥（secret/person.key）和原来批次用的不是同一个" in done.stdout) == (1, True)
    assert warehouse.build_in_use.current(office_in_use) == build.path

    other = secret.read_bytes()
    secret.write_bytes(written)
    assert loaded(office_in_use)[0].losses == ()

    secret.write_bytes(other)
    assert command("load", "--data", office_in_use, "--accept").returncode == 0
    assert warehouse.build_in_use.current(office_in_use) != build.path


def test_a_key_in_which_a_number_stands_by_chance_is_no_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    secrets = (f"{number:064}" for number in count())
    telling = next(s for s in secrets if without_personal_data(key := person_key("甲演示", s.encode())) != key)
    monkeypatch.setenv("PERSON_KEY", telling)
    received(
        tmp_path,
        {
            "名册.csv": REGISTER,
            "凤二村增收登记.csv": "姓名,参加前年收入,参加后年收入,登记日期\n甲演示,20000,26000,2024-05-01\n乙演示,20000,20000,2024-05-01\n",
        },
    )
    outcome, build = loaded(tmp_path)

    rows = build.rows("select right(person_key, 24), gainer_key from income_change order by row_no")
    gaining, other = (person_key(name, telling.encode()) for name in ("甲演示", "乙演示"))
    assert (outcome.failed, rows) == ((), [(gaining, gaining), (other, None)])
    assert build.rows("select 1 from problem where code = 'personal_data'") == []
