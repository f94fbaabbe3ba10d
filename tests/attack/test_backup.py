"""A backup holds everything but the secret of people, comes back byte for byte, and is refused where one byte is wrong."""

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import warehouse.build_in_use
from etl.backup.backup_file import MANIFEST
from etl.backup.contents import FOLDERS, contents
from etl.cleaning.pseudonyms import KEY_FILE
from tests.attack.test_damage import flipped, truncated
from tests.attack.test_load_mishaps import linux
from tests.support.kills import survives
from tests.support.ledgers import GIFTS, HOURS, REGISTER, command, hours, loaded, received
from tests.support.shards import shard_files_in
from warehouse.build import Build

STEPS = range(3, 300, 7)  # each change of the disk on the way is such a moment; the target `attack` takes them all


@pytest.fixture(scope="module")
def office_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A loaded data folder with something in each of its places, its backup, and what it was later."""
    folder = tmp_path_factory.mktemp("office")
    received(folder / "data", {"名册.csv": REGISTER, "凤二村志愿服务.csv": HOURS, "子/社东善款.csv": GIFTS})
    loaded(folder / "data")
    for name, text in (("kept/a/figure.json", "{}"), ("packs/figures.jsonl", '{"n": 1}\n'), ("removed/旧.csv", "旧")):
        (folder / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / name).write_text(text, encoding="utf-8")
    assert command("undo", "子/社东善款.csv", "--data", folder / "data").returncode == 0
    assert command("backup", folder / "备份.zip", "--data", folder / "data").returncode == 0
    later = Path(shutil.copytree(folder / "data", folder / "later"))
    received(later, {"凤二村善款.csv": GIFTS})
    with (later / "packs" / "figures.jsonl").open("a", encoding="utf-8") as log:
        log.write('{"n": 2}\n')
    _, build = loaded(later)
    for path in {*(later / "builds").glob("*.duckdb")} - {build.path}:
        path.unlink()  # so that a restore has to bring back the build it points to
    return folder


@pytest.fixture
def backup(office_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(office_folder / "备份.zip", tmp_path / "备份.zip"))


@pytest.fixture
def data(office_folder: Path, tmp_path: Path) -> Path:
    """That data folder after one more ledger was taken in: the state that a restore replaces."""
    return Path(shutil.copytree(office_folder / "later", tmp_path / "data"))


def state(folder: Path) -> dict[str, bytes]:
    """Return the content of each file that a backup holds, but of builds that are not in use, their shards, and of what only grows."""
    grows = ("history.jsonl", "packs/figures.jsonl")
    in_use = f"builds/{warehouse.build_in_use.current(folder).name}"
    names = ((name, path) for name, path in contents(folder, FOLDERS) if name not in grows)
    others = {n: path.read_bytes() for n, path in names if not n.endswith(".duckdb") and not n.startswith("shards/")}
    files = shard_files_in(folder / in_use)
    return others | {n: (folder / n).read_bytes() for n in (in_use, *(str(file.path) for file in files))}


def test_a_backup_holds_all_but_the_secret_unless_it_is_asked_for(office_folder: Path, tmp_path: Path):
    data = office_folder / "data"
    without = command("backup", tmp_path / "a.zip", "--data", data)
    with_key = command("backup", tmp_path / "b.zip", "--data", data, "--with-key")
    names = [{*zipfile.ZipFile(tmp_path / name).namelist()} for name in ("a.zip", "b.zip")]

    assert names[0] == {name for name, _ in contents(data, FOLDERS)} | {MANIFEST}
    assert {name.split("/")[0] for name in names[0]} >= {"inbox", "removed", "recipes", "kept", "packs", "builds"} - {
        "recipes"
    }
    assert names[1] - names[0] == {KEY_FILE}
    assert ("人员密钥不在里面" in without.stdout, "人员密钥也在里面" in with_key.stdout) == (True, True)
    assert (tmp_path / "a.zip").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("name", "words"), [("a.zip", "没有覆盖"), ("data/a.zip", "不能放在数据目录里面")])
def test_a_backup_overwrites_nothing_and_lies_outside_the_data(data: Path, tmp_path: Path, name: str, words: str):
    (tmp_path / "a.zip").write_bytes(b"kept")
    done = command("backup", tmp_path / name, "--data", data)

    assert (done.returncode, words in done.stderr) == (1, True)
    assert (tmp_path / "a.zip").read_bytes() == b"kept"


def test_a_restore_brings_back_what_was_and_keeps_what_it_replaces(office_folder: Path, data: Path, backup: Path):
    former, key = state(data), (data / KEY_FILE).read_bytes()
    done = command("restore", backup, "--data", data)
    (aside,) = (data / "before-restore").iterdir()

    assert (done.returncode, done.stderr, aside.name in done.stdout) == (0, "", True)
    assert state(data) == state(office_folder / "data")
    assert (aside / "inbox" / "凤二村善款.csv").read_bytes() == former["inbox/凤二村善款.csv"]
    assert (data / KEY_FILE).read_bytes() == key
    assert (data / "packs" / "figures.jsonl").read_text().split("\n") == ['{"n": 1}', '{"n": 2}', ""]
    outcome, build = loaded(data)
    assert (outcome.losses, hours(build)) == ((), [("凤二村志愿服务.csv", 3, 6.5)])


def test_a_restore_on_a_new_machine_serves_at_once_and_says_what_is_missing(backup: Path, tmp_path: Path):
    done = command("restore", backup, "--data", tmp_path / "new")

    assert (done.returncode, "这里也没有：请先把它放回 secret/person.key" in done.stdout) == (0, True)
    assert hours(Build(warehouse.build_in_use.current(tmp_path / "new"))) == [("凤二村志愿服务.csv", 3, 6.5)]
    assert not (tmp_path / "new" / "before-restore").exists()


def rewritten(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Return a zip with other members."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        members = {name: source.read(name) for name in source.namelist()}
    change(members)
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as target:
        for name, member in members.items():
            target.writestr(name, member)
    return buffer.getvalue()


def planted(name: str) -> Callable[[dict[str, bytes]], None]:
    """Return what plants a file, with a checksum that fits."""

    def plant(members: dict[str, bytes]) -> None:
        manifest = json.loads(members[MANIFEST])
        entry = next(iter(manifest["files"].values()))
        twin = next(member for member, stored in manifest["files"].items() if stored == entry)
        members[name] = members[twin]
        manifest["files"][name] = entry
        members[MANIFEST] = json.dumps(manifest).encode()

    return plant


def edited(members: dict[str, bytes]) -> None:
    members["inbox/名册.csv"] += b" "


def without_manifest(members: dict[str, bytes]) -> None:
    del members[MANIFEST]


def pointing_outside(members: dict[str, bytes]) -> None:
    planted("x")(members)
    manifest = json.loads(members[MANIFEST])
    (twin,) = [name for name, content in members.items() if content == members["x"] and name != "x"][:1]
    members["builds/CURRENT"] = members.pop("x")
    manifest["files"]["builds/CURRENT"] = manifest["files"][twin]
    del manifest["files"]["x"]
    members[MANIFEST] = json.dumps(manifest).encode()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (flipped, "已损坏"),
        (truncated, "已损坏，或不是备份"),
        (lambda _: b"", "已损坏，或不是备份"),
        (lambda content: rewritten(content, edited), "内容和清单对不上"),
        (lambda content: rewritten(content, without_manifest), "不是本程序做的备份"),
        (lambda content: rewritten(content, planted("../逃.csv")), "“../逃.csv”不该在备份里"),
        (lambda content: rewritten(content, planted("/逃.csv")), "“/逃.csv”不该在备份里"),
        (lambda content: rewritten(content, planted("inbox/..\\..\\逃.csv")), "不该在备份里"),
        (lambda content: rewritten(content, planted("inbox/../../逃.csv")), "不该在备份里"),
        (lambda content: rewritten(content, planted(".lock")), "“.lock”不该在备份里"),
        (lambda content: rewritten(content, pointing_outside), "没有它在用的数据批次"),
    ],
)
def test_what_is_no_whole_backup_is_refused_and_nothing_changes(
    data: Path, backup: Path, damage: Callable[[bytes], bytes], words: str
):
    former = state(data)
    backup.write_bytes(damage(backup.read_bytes()))
    done = command("restore", backup, "--data", data)

    assert (done.returncode, words in done.stderr, "Traceback" in done.stderr) == (1, True, False), done.stderr
    assert state(data) == former
    assert not [path for path in data.parent.rglob("*") if "逃" in path.name or ".preparing" in path.name]


@linux
def test_a_restore_killed_at_any_moment_leaves_the_former_state_or_the_restored_one(
    office_folder: Path, data: Path, backup: Path, tmp_path: Path
):
    whole = {"former": state(data), "restored": state(office_folder / "data")}
    for step in STEPS:
        copy = Path(shutil.copytree(data, tmp_path / f"{step}"))
        is_done = survives(step, lambda copy=copy: command("restore", backup, "--data", copy))
        assert hours(Build(warehouse.build_in_use.current(copy)))[0] == ("凤二村志愿服务.csv", 3, 6.5), step
        command("backup", tmp_path / f"{step}.zip", "--data", copy)  # whoever takes the lock next finishes

        assert state(copy) in ([whole["restored"]] if is_done else [*whole.values()]), step
        assert not [path for path in copy.iterdir() if path.name.startswith((".preparing", ".exchange"))], step
        shutil.rmtree(copy)
        if is_done:
            return
    raise AssertionError("a restore takes more steps than are tried")


def test_a_half_written_journal_of_a_restore_goes_when_the_lock_is_taken_next(data: Path, tmp_path: Path):
    unwritten = data / "..exchange.json.1.partial"
    unwritten.write_text('{"prepared"', encoding="utf-8")
    command("backup", tmp_path / "a.zip", "--data", data)
    assert not unwritten.exists()


@linux
def test_a_backup_killed_at_any_moment_leaves_none_or_a_whole_one(data: Path, tmp_path: Path):
    former = state(data)
    for step in range(1, 40):
        path = tmp_path / f"{step}.zip"
        is_done = survives(step, lambda path=path: command("backup", path, "--data", data))
        assert not path.exists() or command("restore", path, "--data", tmp_path / "new").returncode == 0
        assert state(data) == former
        if is_done:
            assert path.exists()
            return
    raise AssertionError("a backup takes more steps than are tried")
