"""The manual tells the truth: its commands exist, its links lead somewhere, both languages say the same."""

import importlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
PAGES = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]
LEDGERS = {
    "社区名册（演示）.xlsx": "名册.xlsx",
    "凤二村志愿服务登记（演示）.xlsx": "志愿服务2023.xlsx",
    "凤二村社工站项目指标（演示）.xlsx": "项目指标2025.xlsx",
}
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home|Users)/\w|[A-Z]:\\Users\\")
TEXTS = {".py", ".md", ".toml", ".txt", ".in", ".json", ".csv", ".yml", ".yaml", ""}


def commands(page: Path, language: str = "sh") -> list[str]:
    """Return the commands in a page's fences of this language, comments taken off."""
    blocks = (block for found, block in FENCE.findall(page.read_text(encoding="utf-8")) if found == language)
    lines = (line.split("  #")[0].strip() for block in blocks for line in block.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


@cache
def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def python_module(command: str) -> tuple[str, ...]:
    """Return (module, subcommand) of a `python -m module subcommand …` line, ready to be asked for --help."""
    words = shlex.split(command)
    return tuple(word for word in words[2:4] if re.fullmatch(r"[a-z_]+", word))


@pytest.mark.parametrize("command", sorted({c for page in PAGES for c in commands(page) if c.startswith("make ")}))
def test_every_make_command_in_the_docs_exists(command: str):
    result = run("make", "--dry-run", *shlex.split(command)[1:])

    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("asked", sorted({python_module(c) for page in PAGES for c in commands(page) if " -m " in c}))
def test_every_python_command_in_the_docs_exists(asked: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    program, *words = asked
    with pytest.raises(SystemExit, match=r"^0$"):
        importlib.import_module(f"{program}.__main__").main([*words, "--help"])

    assert program in capsys.readouterr().out


def test_the_docs_show_no_other_kind_of_command():
    known = ("make ", ".venv/bin/python -m ", "cp ", "export ")

    assert [c for page in PAGES for c in commands(page) if not c.startswith(known)] == []


def test_the_commands_of_the_readme_work_one_after_the_other(tmp_path: Path):
    ledgers = tmp_path / "ledgers"
    ledgers.mkdir()
    for name, copied_as in LEDGERS.items():
        shutil.copy(ROOT / "data/sample" / name, ledgers / copied_as)
    (tmp_path / "draft.txt").write_text("截至2023年8月31日，凤二村志愿服务总时数达4532小时。", encoding="utf-8")
    place = {**os.environ, "DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)}

    for command in (c for c in commands(READMES[0]) if " -m " in c):
        words = [sys.executable, *shlex.split(command)[1:]]
        result = subprocess.run(
            words, cwd=tmp_path, env=place, capture_output=True, text=True, timeout=120, check=False
        )
        assert result.returncode == 0, f"{command}\n{result.stdout}{result.stderr}"

    assert (tmp_path / "problems.csv").exists() and (tmp_path / "活动模板.xlsx").exists()


def test_both_readmes_name_the_same_commands():
    english, chinese = READMES

    assert commands(english) == commands(chinese)
    assert commands(english, "powershell") == commands(chinese, "powershell")
    assert {"make run", "make test"} <= set(commands(english))


def test_the_windows_lines_do_what_make_run_does():
    modules = re.findall(r"-m (\w+(?: load)?)", "\n".join(commands(READMES[0], "powershell")))

    assert modules == ["venv", "pip", "etl load", "streamlit"]


def test_every_door_stands_in_both_readmes():
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert [(page.name, t) for page in READMES for t in targets if f"make {t}" not in page.read_text("utf-8")] == []


def test_every_link_in_the_docs_leads_to_a_file():
    links = [(page, link) for page in PAGES for link in LINK.findall(page.read_text(encoding="utf-8"))]

    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []
    assert len(links) > 5


def test_every_module_the_docs_name_exists():
    folder = "|".join(path.name for path in ROOT.iterdir() if path.is_dir() and path.name[0] != ".")
    named = {
        (page.name, name)
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "docs/adr/0009-folders-are-stages.md"]
        for name in re.findall(rf"`((?:{folder})/[\w/.-]+)`", page.read_text(encoding="utf-8"))
    }

    assert [
        place for place in sorted(named) if not place[1].startswith("data/") and not (ROOT / place[1]).exists()
    ] == []
    assert len(named) > 20


def test_the_version_is_the_last_one_of_the_changelog():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    releases = re.findall(r"^## (\S+) — (\S+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert releases[0][0] == project["version"]
    assert [day for _, day in releases] == sorted((day for _, day in releases), reverse=True)


def test_nothing_committed_names_a_place_on_a_machine():
    listed = run("git", "ls-files").stdout.split("\n")
    files = [ROOT / name for name in listed if name and Path(name).suffix in TEXTS and (ROOT / name).is_file()]
    texts = {file: file.read_text(encoding="utf-8", errors="ignore") for file in files}

    assert [str(file) for file, text in texts.items() if MACHINE_PATH.search(text)] == []
    assert MACHINE_PATH.search("see " + "/home" + "/somebody/notes")


def test_everything_the_program_asks_for_is_pinned():
    for name in ("requirements", "requirements-dev"):
        asked = re.findall(r"^([a-z][\w-]*)", (ROOT / f"{name}.in").read_text(encoding="utf-8"), re.MULTILINE)
        pinned = re.findall(r"^([a-z][\w-]*)==", (ROOT / f"{name}.txt").read_text(encoding="utf-8"), re.MULTILINE)

        assert set(asked) - set(pinned) == set()
