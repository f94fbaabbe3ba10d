"""A zip of ledgers comes in as a folder; a hostile one is one sentence, and writes nothing."""

import stat
import zipfile
from pathlib import Path

import pytest

import warehouse.build_in_use
from etl.inbox import staging
from etl.inbox.archive import MEMBERS, BadZip, is_archive, unpack
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.inbox.staging import Staging
from tests.support.ledgers import GIFTS, HOURS, command, hours
from warehouse.build import Build


def zipped(path: Path, members: dict[str | zipfile.ZipInfo, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def link(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.create_system, member.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return member


def test_the_ledgers_in_a_zip_are_loaded_under_its_name(office: Path, tmp_path: Path):
    (office / "inbox" / "凤二村志愿服务.csv").unlink()
    path = zipped(tmp_path / "三月.zip", {"凤二/志愿.csv": HOURS, "__MACOSX/._志愿.csv": "x", "凤二/善款.csv": GIFTS})
    done = command("load", path, "--data", office)

    assert (done.returncode, done.stderr) == (0, "")
    build = Build(warehouse.build_in_use.current(office))
    assert hours(build) == [("三月/凤二/志愿.csv", 3, 6.5)]
    assert build.rows("select count(*) from donation") == [(3,)]
    assert not list(office.glob(".unpacking-*"))


def test_a_preview_of_a_zip_stores_nothing(office: Path, tmp_path: Path):
    before = set(office.rglob("*"))
    done = command("inspect", zipped(tmp_path / "三月.zip", {"志愿.csv": HOURS.replace("甲", "己")}), "--data", office)

    assert (done.returncode, "三月/志愿.csv" in done.stdout) == (0, True)
    assert set(office.rglob("*")) == before


def test_names_written_by_windows_in_china_are_read(tmp_path: Path):
    path = zipped(tmp_path / "a.zip", {"placeholder.csv": HOURS})
    name = "凤二村志愿.csv".encode("gbk")
    path.write_bytes(path.read_bytes().replace(b"placeholder.csv", name.rjust(15, b"_")))
    assert [member.name for member in unpack(path, tmp_path / "a")] == [name.rjust(15, b"_").decode("gbk")]


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"../外面.csv": ""}, "文件夹之外"),
        ({"甲/..\\..\\外面.csv": ""}, "文件夹之外"),
        ({"/tmp/外面.csv": ""}, "文件夹之外"),
        ({"C:\\外面.csv": ""}, "文件夹之外"),
        ({link("链接.csv"): "/etc/passwd"}, "链接"),
        ({"长" * 90 + ".csv": ""}, "文件名超过"),
        ({f"{n}.csv": "" for n in range(MEMBERS + 1)}, "超过上限"),
    ],
    ids=["up", "up by backslash", "absolute", "drive", "link", "long", "many"],
)
def test_a_hostile_member_refuses_the_zip_and_nothing_is_written(tmp_path: Path, members: dict[str, str], words: str):
    path = zipped(tmp_path / "坏.zip", {"好.csv": HOURS, **members})
    with pytest.raises(BadZip, match=words):
        Inbox(tmp_path / "data").add([path], Settings())
    assert not [path for path in (tmp_path / "data").rglob("*") if not path.name.startswith(".lock")]


def test_a_bomb_is_one_sentence(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "炸弹.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("a.csv", bytes(1_000_000))
    content = (tmp_path / "炸弹.zip").read_bytes()
    forged = content.replace((1_000_000).to_bytes(4, "little"), (2_100_000_000).to_bytes(4, "little"))
    (tmp_path / "炸弹.zip").write_bytes(forged)
    done = command("load", tmp_path / "炸弹.zip", "--data", tmp_path / "data")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1 and "解压后有 2,100 MB" in done.stderr


@pytest.mark.parametrize("share", [0.3, 0.7])
def test_a_damaged_zip_is_a_sentence(tmp_path: Path, share: float):
    path = zipped(tmp_path / "a.zip", {f"{n}.csv": HOURS * n for n in range(9)})
    content = bytearray(path.read_bytes())
    content[int(len(content) * share * 0.5)] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(BadZip, match="已损坏"):
        unpack(path, tmp_path / "a")


def test_a_zip_for_which_a_session_has_no_room_left_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    own = Staging.of(tmp_path / "data", "甲")
    path = own.add("1", "台账.zip", zipped(tmp_path / "台账.zip", {"a.csv": HOURS}).read_bytes())
    monkeypatch.setattr(staging, "MOST_BYTES", path.stat().st_size + 9)

    assert own.room == 9
    with pytest.raises(BadZip, match="超过上限"):
        unpack(path, own.own_folder("1-zip"), own.room)
    assert not own.own_folder("1-zip").exists()


def test_a_zip_inside_a_zip_is_not_unpacked(office: Path, tmp_path: Path):
    inner = zipped(tmp_path / "内.zip", {"志愿.csv": HOURS})
    with zipfile.ZipFile(tmp_path / "外.zip", "w") as archive:
        archive.write(inner, "内.zip")
    done = command("load", tmp_path / "外.zip", "--data", office, "-v")
    assert "外/内.zip：这是压缩包" in done.stdout


def test_a_workbook_is_no_archive(tmp_path: Path):
    assert not is_archive(zipped(tmp_path / "a.xlsx", {"[Content_Types].xml": "", "xl/workbook.xml": ""}))
