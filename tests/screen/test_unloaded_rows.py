"""What was not loaded is one number with its parts, in the same words on every screen that speaks of it."""

from pathlib import Path

import pytest

from tests.screen.conftest import Open
from tests.screen.test_pages import texts
from ui.intake import sheet_report
from warehouse import ledgers
from warehouse.build import Build
from warehouse.ledgers import Unloaded
from warehouse.load_reasons import reasons
from wording import unloaded_rows

WORDS = "143行没有入库：68行要改正后重新入库，75行在1份整份拒收的文件里（如重复报送）；另有78处提示需要核对。"


@pytest.mark.parametrize("page", ["outcomes/overview.py", "data/coverage.py", "data/problems.py"])
def test_a_screen_says_how_many_rows_were_not_loaded_and_why(app: Open, sample_folder: Path, page: str):
    assert WORDS in texts(app(sample_folder, page))


def test_every_reason_is_said_once_in_full_above_the_list(app: Open, sample_folder: Path, sample_build: Build):
    page = app(sample_folder, "data/problems.py")
    said = texts(page).replace("\\", "")
    needed = [problem for problem in ledgers.problems(sample_build) if problem.severity == "拒收"]

    by_hand = [sheet_report.without_commands(reason.sentence) for reason in reasons(needed)]
    assert [sentence for sentence in by_hand if sentence not in said] == []


def test_the_parts_make_up_what_the_files_say_was_refused(sample_build: Build):
    unloaded = ledgers.unloaded(sample_build)

    assert unloaded.rows == sum(file.refused for file in ledgers.source_files(sample_build))
    assert unloaded_rows.sentence(unloaded) == WORDS


def test_a_build_that_holds_every_row_says_so():
    assert unloaded_rows.sentence(Unloaded(0, 0, 0, 0)) == "所有行都已入库。"
    assert unloaded_rows.sentence(Unloaded(0, 1, 0, 0)) == "1份文件没有读成。"
