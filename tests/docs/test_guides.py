"""Every guide, followed to the letter in a copy of the house: its files written, the tests it names run."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

# A block that begins with a path is a file to write; where the file is there already, lines to add.
FILE = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ARGS = re.compile(r"^make test ARGS=(.+)$", re.MULTILINE)
# Of the tests that the guides name, those that meet a file they write; the others are run where they stand.
MEETING = (
    "shipped or guide",  # add-a-pack-template, add-a-rubric
    "shape or without_any_build and teams",  # add-a-page
    "mediation or three_cases or in_the_table",  # add-a-record-type
    "cost_in_ten_thousands",  # add-a-test-ledger
    "group_session_share",  # add-an-indicator
    "lowered_in_july",  # keep-targets
    "decision_and_account or deadlines or passed_between",  # publish-the-notice
)
OPENED = """
from pathlib import Path
from streamlit.testing.v1 import AppTest
frame = AppTest.from_file(Path("ui/frame/navigation.py").resolve(), default_timeout=60)
page = frame.switch_page("../../pages/outcomes/teams.py").run()
assert not page.exception and [title.value for title in page.title] == ["志愿队伍"] and page.get("plotly_chart"), page
"""


def guide(root: Path, name: str) -> str:
    return (root / "docs/how-to" / f"{name}.md").read_text(encoding="utf-8")


def followed(root: Path, names: list[str], house: Path) -> None:
    """Copy the repository without its data and write the files of guides into it."""
    left_behind = shutil.ignore_patterns(".*", "data", "test-output", "__pycache__")
    shutil.copytree(root, house, ignore=lambda folder, names: left_behind(folder, names) if folder == str(root) else [])
    for path, text in (file for name in names for file in FILE.findall(guide(root, name))):
        (house / path).parent.mkdir(parents=True, exist_ok=True)
        with (house / path).open("a", encoding="utf-8") as file:
            file.write(text)


def paths_named(root: Path, name: str) -> list[str]:
    """Return the paths of the tests that a guide tells its reader to run."""
    return shlex.split(*shlex.split(*ARGS.findall(guide(root, name))))


def run(house: Path, *words: str, **variables: str) -> str:
    """Return what a program that ends well writes."""
    unmeasured = {key: value for key, value in os.environ.items() if not key.startswith(("COV", "PYTEST"))}
    command = [sys.executable, *words]
    result = subprocess.run(command, cwd=house, env=unmeasured | variables, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_the_tests_that_the_guides_name_pass_on_their_examples(root: Path, tmp_path: Path):
    names = sorted(path.stem for path in (root / "docs/how-to").iterdir())
    paths = {name: paths_named(root, name) for name in names}
    assert [path for named in paths.values() for path in named if not (root / path).exists()] == []

    followed(root, names, tmp_path / "house")
    met = {path for name in names if FILE.search(guide(root, name)) for path in paths[name]}
    words = ["-m", "pytest", "-v", "-x", *sorted(met), "-k", " or ".join(f"({words})" for words in MEETING)]
    report = run(tmp_path / "house", *words)
    assert [word for words in MEETING for word in re.split(" or | and ", words) if word not in report] == []


def test_the_page_of_the_guide_opens_with_its_charts(root: Path, tmp_path: Path, sample_folder: Path):
    followed(root, ["add-a-page"], tmp_path / "house")

    run(tmp_path / "house", "-c", OPENED, DATA_DIR=str(sample_folder))


def commands_run(root: Path, name: str, house: Path, data: Path) -> list[subprocess.CompletedProcess[str]]:
    """Run the commands of a guide in a folder one after the other, on a data folder."""
    environment = os.environ | {"DATA_DIR": str(data), "PYTHONPATH": str(root)}
    return [
        subprocess.run(
            [sys.executable, *command.split()], cwd=house, env=environment, capture_output=True, text=True, check=False
        )
        for command in re.findall(r"^\.venv/bin/python (-m (?:etl|evidence) .+)$", guide(root, name), re.MULTILINE)
    ]


def test_the_commands_of_the_guide_to_backups_bring_a_data_folder_back(root: Path, office_in_use: Path, tmp_path: Path):
    results = commands_run(root, "back-up-and-restore", tmp_path, office_in_use)

    assert [result.returncode for result in results] == [0, 0, 0, 0], results
    assert "2份台账" in results[1].stdout and (tmp_path / "backup.zip").exists(), results


def test_the_commands_of_the_loading_guide_load_its_ledger(root: Path, tmp_path: Path):
    name = "load-a-ledger-that-is-not-understood"
    house = tmp_path / "house"
    followed(root, [name], house)
    results = commands_run(root, name, house, tmp_path / "data")

    assert [result.returncode for result in results] == [1, 0, 0], results
    assert "请用 --record 指明" in results[0].stdout and "入库 2 行" in results[2].stdout, results


def test_the_commands_of_the_guide_to_drafts_check_each_number_of_its_draft(root: Path, tmp_path: Path):
    name = "check-a-draft"
    house = tmp_path / "house"
    followed(root, [name], house)
    load, claims = commands_run(root, name, house, tmp_path / "data")

    assert (load.returncode, claims.returncode) == (0, 0), (load, claims)
    verdicts = re.findall(r"【(.+?)】(\d+)", claims.stdout)
    assert verdicts == [("相符", "3"), ("相符", "75"), ("相符", "47"), ("无记录", "20")], claims.stdout
