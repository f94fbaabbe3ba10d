"""Data folders that are not there, take no files or are laid out wrongly: one Chinese sentence that blames the right thing."""

import errno
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl import disk_errors
from etl.inbox.layout import FOLDERS
from evidence.__main__ import main as evidence
from indicators.__main__ import main as indicators
from tests.attack.test_load_mishaps import linux
from tests.support.ledgers import GIFTS, ROOT, command, process, received

COMMANDS = (
    ("etl", "list"), ("etl", "problems"), ("etl", "prune"), ("etl", "undo", "甲.csv"), ("etl", "organisations"),
    ("etl", "backup", "b.zip"), ("indicators", "value", "volunteer_hours"), ("evidence", "claims", "draft.txt"),
)  # fmt: skip
MAINS = {"indicators": indicators, "evidence": evidence}


def answer(words: tuple[str, ...], data: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Run a command in its own folder; return its exit code and all that it wrote."""
    program, *rest = words
    if program == "etl":
        done = command(*rest, "--data", data)
        return done.returncode, done.stdout + done.stderr
    code = MAINS[program]([*rest, "--data", str(data)])
    output = capsys.readouterr()
    return code, output.out + output.err


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a draft to check."""
    (tmp_path / "draft.txt").write_text("凤二村2024年志愿服务时长6.5小时。", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_data_folder_that_is_not_there_is_said_and_not_made(
    beside: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
):
    code, text = answer(words, beside / "没有", capsys)
    assert (code, text.count("\n"), "没有数据目录" in text) == (1, 1, True)
    assert not (beside / "没有").exists()


@pytest.mark.parametrize("name", ["", *FOLDERS[:6]])
def test_a_file_in_place_of_a_folder_is_named(beside: Path, office: Path, name: str):
    place = office / name if name else beside / "data"
    if place.is_dir():
        place.rename(beside / "moved")
    place.write_text("", encoding="utf-8")
    for words in (("load",), ("list",), ("undo", "甲.csv"), ("backup", beside / "b.zip")):
        done = command(*words, "--data", office if name else place)
        assert (done.returncode, done.stderr.count("\n"), f"{place}”应该是文件夹" in done.stderr) == (1, 1, True), words


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter; those of pytest are closed again whenever another run starts."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@linux
@pytest.mark.skipif(os.geteuid() == 0 and not Path("/usr/bin/setpriv").exists(), reason="root may write everywhere")
def test_whoever_may_not_write_is_told_so_and_may_read(office_in_use: Path, open_folder: Path):
    office_in_use = Path(shutil.copytree(office_in_use, open_folder / "data"))
    as_nobody = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    subprocess.run(["chmod", "-R", "a+rX,a-w", office_in_use], check=True)

    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        program = [*as_nobody, sys.executable, "-m", "etl", *map(str, words), "--data", str(office_in_use)]
        return subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)

    for words in (("list",), ("problems",), ("prune",)):
        done = run(*words)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
    for words in (("load",), ("undo", "凤二村志愿服务.csv"), ("prune", "--yes"), ("backup", open_folder / "b.zip")):
        done = run(*words)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
        assert "写不进去：没有读写权限" in done.stderr and not re.search("[a-z]{3} [a-z]{3}", done.stderr)


def test_every_number_of_a_system_error_that_is_known_has_chinese_words():
    for code in (errno.EROFS, errno.ENOSPC, errno.EACCES, errno.EEXIST, errno.ELOOP, errno.EMFILE, 9999):
        sentence = disk_errors.sentence(OSError(code, "Read-only file system", "/data/x"))
        assert not re.search("[A-Za-z]{3}", sentence), sentence


@linux
def test_without_a_temporary_folder_a_load_says_so_and_a_load_of_nothing_new_is_done(
    office_in_use: Path, tmp_path: Path
):
    environment = {**os.environ, "TMPDIR": "/nonexistent"}
    no_folders = "import tempfile; tempfile._candidate_tempdir_list = lambda: ['/nonexistent']"  # as where /tmp is full
    (tmp_path / "sitecustomize.py").write_text(no_folders, encoding="utf-8")
    environment["PYTHONPATH"] = str(tmp_path)
    same = process("load", "--data", office_in_use, env=environment)
    received(office_in_use, {"社东善款.csv": GIFTS})
    message = process("load", "--data", office_in_use, env=environment)

    assert (same.returncode, same.stderr) == (0, "")
    assert (message.returncode, message.stderr) == (1, f"{disk_errors.NO_TEMPORARY_FOLDER}\n")


@linux
def test_an_interrupt_while_modules_are_imported_is_said():
    importing = "import command_line, os, signal; command_line.end_on_interrupt(); os.kill(os.getpid(), signal.SIGINT); signal.pause()"
    done = subprocess.run([sys.executable, "-c", importing], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "已中断，没有改动正在使用的数据。\n")
