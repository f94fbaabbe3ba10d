"""A build that lacks what the one in use holds is held back, unless somebody took that back or accepts it."""

import filecmp
import os
import re
import shutil
from pathlib import Path

import pytest

import warehouse.build_in_use
from etl import intake
from etl.building import publication_gate
from etl.inbox.copies import copies
from etl.inbox.folder import Inbox
from tests.support.ledgers import GIFTS, command, hours, lay_sample_ready, loaded, received, share_secret
from warehouse.build import Build

LEDGER = "凤二村志愿服务.csv"
MORE = "姓名,日期,时长（小时）\n" + "".join(f"演示{n:02},2024-04-{n % 28 + 1:02},2\n" for n in range(30))


@pytest.fixture
def in_use(office: Path, sample_folder: Path) -> Build:
    """A build of a register, a ledger of hours, gifts, and thirty more hours; `office` is its data folder."""
    share_secret(office, sample_folder)
    received(office, {"社东善款.csv": GIFTS, "社东志愿服务.csv": MORE})
    return loaded(office)[1]


def served(office: Path) -> str:
    return warehouse.build_in_use.current(office).stem


def held_back(office: Path, *words: str) -> str:
    """Load by command line; return what is said of the build that is held back."""
    done = command("load", "--data", office, *words)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stdout + done.stderr
    assert "--accept" in done.stdout
    return done.stdout


def test_an_inbox_that_is_gone_does_not_put_the_sample_in_its_place(in_use: Build, office: Path, sample_folder: Path):
    lay_sample_ready(office, sample_folder)
    (office / "inbox").rename(office / "away")
    sentence = held_back(office)

    assert re.match(
        "新的数据批次没有采用，各页仍用原来的：inbox 里的4份台账都不见了[^\n]*\n[^\n]*--accept。\n$", sentence
    )
    assert served(office) == in_use.name

    (office / "away").rename(office / "inbox")
    outcome, build = loaded(office)
    assert (outcome.losses, build.is_demo, publication_gate.withheld(office)) == ((), False, ())


@pytest.mark.parametrize("damage", ["pointer gone", "pointer elsewhere", "build cut"])
def test_an_unreadable_build_in_use_does_not_open_the_gate(
    in_use: Build, office: Path, sample_folder: Path, damage: str
):
    received(office, {"社东善款2.csv": GIFTS.replace("P-", "Q-")})
    latest = loaded(office)[1].path
    pointer = office / "builds" / "CURRENT"
    if damage == "build cut":
        latest.write_bytes(latest.read_bytes()[:1000])
    else:
        pointer.unlink() if damage == "pointer gone" else pointer.write_text(f"../builds/{latest.name}")
    lay_sample_ready(office, sample_folder)
    (office / "inbox").rename(office / "away")

    assert "份台账都不见了" in held_back(office)

    (office / "away").rename(office / "inbox")
    assert loaded(office)[0].losses == ()


def test_rows_that_a_newer_version_holds_are_no_loss_wherever_its_name_sorts(office: Path):
    received(office, {"社东志愿服务.csv": MORE})
    loaded(office)
    received(office, {"2024年社东志愿服务（更新）.csv": MORE + "己演示,2024-05-01,1\n"})
    outcome, build = loaded(office)

    assert outcome.losses == ()
    assert [row for row in hours(build) if row[0] != LEDGER] == [("2024年社东志愿服务（更新）.csv", 31, 61.0)]


def test_a_ledger_that_is_gone_is_missed_until_it_is_accepted(in_use: Build, office: Path):
    (office / "inbox" / LEDGER).unlink()
    assert f"“{LEDGER}”不在 inbox 里了，没有人撤回（原有3行）" in held_back(office)
    assert served(office) == in_use.name
    assert publication_gate.withheld(office)

    assert command("load", "--data", office, "--accept").returncode == 0
    assert served(office) != in_use.name
    assert publication_gate.withheld(office) == ()
    assert command("load", "--data", office).returncode == 0


def test_a_ledger_taken_back_is_no_loss_nor_is_the_last_one(in_use: Build, office: Path, sample_folder: Path):
    for name in sorted(Inbox(office).names(), key="名册.csv".__eq__):  # without the register no ledger is placed
        if Inbox(office).names() == [name]:
            lay_sample_ready(office, sample_folder)
        taken_back = intake.take_back(office, name, "演示")
        assert taken_back is not None
        assert (taken_back.outcome.losses, bool(taken_back.outcome.path)) == ((), True), name
    assert Build(warehouse.build_in_use.current(office)).is_demo


def test_a_ledger_under_a_new_name_or_twice_is_no_loss(in_use: Build, office: Path):
    (office / "inbox" / LEDGER).rename(office / "inbox" / "志愿服务（凤二村）.csv")
    shutil.copy(office / "inbox" / "社东志愿服务.csv", office / "inbox" / "A社东志愿服务.csv")
    outcome, _ = loaded(office)
    assert outcome.losses == ()


def test_a_ledger_that_fails_this_time_keeps_its_rows_in_use(in_use: Build, office: Path):
    (office / "inbox" / "社东志愿服务.csv").write_bytes(b"PK\x03\x04 and nothing more")
    assert "“社东志愿服务.csv”这次一行也没有入库，原有30行" in held_back(office)
    assert [file for file, *_ in hours(Build(warehouse.build_in_use.current(office)))] == [LEDGER, "社东志愿服务.csv"]


def test_a_ledger_cut_to_less_than_half_is_missed_and_a_few_rows_are_not(in_use: Build, office: Path):
    path = office / "inbox" / "社东志愿服务.csv"
    lines = MORE.splitlines(keepends=True)
    path.write_text("".join(lines[:27]), encoding="utf-8")
    assert loaded(office)[0].losses == ()

    path.write_text("".join(lines[:8]), encoding="utf-8")
    sentence = held_back(office).splitlines()
    assert len(sentence) == 2 and "“社东志愿服务.csv”这次只入库7行，原有26行" in sentence[0]


def test_a_first_own_ledger_takes_the_sample_out_without_a_question(tmp_path: Path, sample_folder: Path):
    lay_sample_ready(tmp_path / "data", sample_folder)
    loaded(tmp_path / "data")
    received(tmp_path / "data", {"社东善款.csv": "社区,捐赠日期,捐赠人,金额（元）\n社东,2024-01-05,甲演示,100\n"})
    outcome, build = loaded(tmp_path / "data")
    assert (outcome.losses, build.is_demo) == ((), False)


def test_a_record_type_that_is_gone_is_missed(office: Path):
    received(office, {"社东台账.csv": GIFTS})
    loaded(office)
    (office / "inbox" / "社东台账.csv").write_text(MORE, encoding="utf-8")
    assert "“捐赠”一行也没有了，原有3行" in held_back(office)


def test_what_was_held_back_is_said_as_json_too(in_use: Build, office: Path):
    (office / "inbox" / LEDGER).unlink()
    assert '"losses": [\n  "“凤二村志愿服务.csv”不在 inbox 里了' in command("load", "--json", "--data", office).stdout


def test_links_out_of_the_inbox_are_not_followed_and_said_to_be(office: Path, tmp_path: Path):
    (tmp_path / "秘密.csv").write_text(MORE, encoding="utf-8")
    (tmp_path / "外面").mkdir()
    (office / "inbox" / "链接.csv").symlink_to(tmp_path / "秘密.csv")
    (office / "inbox" / "文件夹").symlink_to(tmp_path / "外面")
    (office / "inbox" / "断了.csv").symlink_to(tmp_path / "没有.csv")
    outcome, build = loaded(office)

    assert hours(build) == [(LEDGER, 3, 6.5)]
    assert {note.partition("是")[0] for note in outcome.notes} == {"“断了.csv”", "“文件夹”", "“链接.csv”"}


def test_links_of_a_folder_handed_in_have_a_line_each(office: Path, tmp_path: Path):
    handed = tmp_path / "新"
    handed.mkdir()
    (handed / "社东善款.csv").write_text(GIFTS, encoding="utf-8")
    (handed / "走访于桂兰.csv").symlink_to(tmp_path / "没有.csv")
    (handed / "夹").symlink_to(tmp_path)
    broken = command("load", handed / "走访于桂兰.csv", "--data", office)
    words = command("load", handed, "--data", office).stdout

    assert broken.returncode == 2 and "是链接，它指的文件不在了，没有读" in broken.stderr
    assert "！“夹”是文件夹的链接" in words
    assert "！“走访于某某.csv”是链接，它指的文件不在了，没有读。请把文件复制进来，或删去这个链接。" in words


def test_what_may_not_be_looked_at_stops_nothing_else(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (office / "inbox" / "锁.csv").symlink_to(tmp_path / "关着" / "台账.csv")
    look, compare = os.stat, filecmp.cmp

    def closed(path: object, **how: bool) -> object:
        if str(path).endswith("锁.csv") and how.get("follow_symlinks", True):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, **how)  # type: ignore[call-overload]

    def unreadable(path: Path, other: Path, shallow: bool) -> bool:
        if "内.csv" in (path.name, other.name):
            raise PermissionError(13, "Permission denied", str(path))
        return compare(path, other, shallow)

    monkeypatch.setattr(os, "stat", closed)
    monkeypatch.setattr(filecmp, "cmp", unreadable)
    inbox = Inbox(office)
    assert LEDGER in inbox.names() and "锁.csv" not in inbox.names()
    assert inbox.omissions() == ["“锁.csv”是链接，它指的地方进不去（没有权限），没有读。请把文件复制进来。"]
    (tmp_path / "内.csv").write_bytes((office / "inbox" / LEDGER).read_bytes())
    assert copies({"内.csv": tmp_path / "内.csv"}, inbox.files()) == {}


def test_a_folder_that_cannot_be_entered_is_said_to_be(office: Path, monkeypatch: pytest.MonkeyPatch):
    (office / "inbox" / "子").mkdir()
    scan = os.scandir

    def closed(path: object = ".") -> object:
        if str(path).endswith("子"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", closed)
    assert Inbox(office).omissions() == ["文件夹“子”进不去（没有权限），里面的台账没有读。"]


def test_a_data_folder_without_an_inbox_has_nothing_left_out(tmp_path: Path):
    assert Inbox(tmp_path).omissions() == []
