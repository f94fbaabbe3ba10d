"""Every guide, followed to the letter in a copy of the house: its files written, the tests it names run."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.ledgers import loaded

# A block that begins with a path is a file to write; where the file is there already, lines to add.
FILE = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ARGS = re.compile(r"^make test ARGS=(.+)$", re.MULTILINE)
# Of the tests a guide names, those that meet the files it writes; the others, and those of a guide that writes none, are run
# where they stand.
MEETING = {
    "add-a-pack-template": "shipped or guide",
    "add-a-page": "shape or without_any_build and teams",
    "add-a-record-type": "mediation or three_cases or in_the_table",
    "add-a-rubric": "shipped",
    "add-a-test-ledger": "cost_in_ten_thousands or in_the_table",
    "add-an-indicator": "group_session_share",
    "keep-targets": "lowered_in_july or in_the_table",
    "load-a-ledger-that-is-not-understood": "layout",
    "publish-the-notice": "decision_and_account or in_the_table or deadlines or passed_between",
}
OPENED = """
from pathlib import Path
from streamlit.testing.v1 import AppTest
frame = AppTest.from_file(Path("ui/frame/navigation.py").resolve(), default_timeout=60)
page = frame.switch_page("../../pages/outcomes/teams.py").run()
assert not page.exception and [title.value for title in page.title] == ["志愿队伍"] and page.get("plotly_chart"), page
"""


def guide(root: Path, name: str) -> str:
    return (root / "docs/how-to" / f"{name}.md").read_text(encoding="utf-8")


def followed(root: Path, name: str, house: Path) -> None:
    """Copy the repository without its data and write the files of a guide into it."""
    left_behind = shutil.ignore_patterns(".*", "data", "test-output", "__pycache__")
    shutil.copytree(root, house, ignore=lambda folder, names: left_behind(folder, names) if folder == str(root) else [])
    for path, text in FILE.findall(guide(root, name)):
        (house / path).parent.mkdir(parents=True, exist_ok=True)
        with (house / path).open("a", encoding="utf-8") as file:
            file.write(text)


def run(house: Path, *words: str, **variables: str) -> None:
    unmeasured = {key: value for key, value in os.environ.items() if not key.startswith(("COV", "PYTEST"))}
    command = [sys.executable, *words]
    result = subprocess.run(command, cwd=house, env=unmeasured | variables, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_guide_that_writes_files_is_followed_and_all_name_tests_that_are_there(root: Path):
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (root / "docs/how-to").iterdir()}
    assert sorted(name for name, text in texts.items() if FILE.search(text)) == sorted(MEETING)

    named = [name for text in texts.values() for name in shlex.split(*shlex.split(*ARGS.findall(text)))]
    assert [name for name in named if not (root / name).exists()] == []


@pytest.mark.parametrize("name", MEETING)
def test_the_tests_that_a_guide_names_pass_on_its_example(name: str, root: Path, tmp_path: Path):
    followed(root, name, tmp_path / "house")
    (args,) = ARGS.findall(guide(root, name))

    run(tmp_path / "house", "-m", "pytest", "-q", "-x", *shlex.split(*shlex.split(args)), "-k", MEETING[name])


def test_the_page_of_the_guide_opens_with_its_charts(root: Path, tmp_path: Path, sample_folder: Path):
    followed(root, "add-a-page", tmp_path / "house")

    run(tmp_path / "house", "-c", OPENED, DATA_DIR=str(sample_folder))


def commands_run(root: Path, name: str, house: Path, data: Path) -> list[subprocess.CompletedProcess[str]]:
    """Run the commands of a guide in a folder one after the other, on a data folder."""
    environment = os.environ | {"DATA_DIR": str(data), "PYTHONPATH": str(root)}
    return [
        subprocess.run(
            [sys.executable, *command.split()], cwd=house, env=environment, capture_output=True, text=True, check=False
        )
        for command in re.findall(r"^\.venv/bin/python (-m etl .+)$", guide(root, name), re.MULTILINE)
    ]


def test_the_commands_of_the_guide_to_backups_bring_a_data_folder_back(root: Path, office: Path, tmp_path: Path):
    loaded(office)
    results = commands_run(root, "back-up-and-restore", tmp_path, office)

    assert [result.returncode for result in results] == [0, 0, 0, 0], results
    assert "2份台账" in results[1].stdout and (tmp_path / "backup.zip").exists(), results


def test_the_commands_of_the_loading_guide_load_its_ledger(root: Path, tmp_path: Path):
    name = "load-a-ledger-that-is-not-understood"
    house = tmp_path / "house"
    followed(root, name, house)
    results = commands_run(root, name, house, tmp_path / "data")

    assert [result.returncode for result in results] == [1, 0, 0], results
    assert "请用 --record 指明" in results[0].stdout and "入库 2 行" in results[2].stdout, results
