"""What is stated for one sheet holds for that sheet, is kept for the next load, and is taken back by empty settings."""

from pathlib import Path

import pytest

import warehouse.build_in_use
from command_line import WrongUsage
from etl.__main__ import _parser, main
from etl.commands.settings_arguments import read_settings
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from tests.support.ledgers import REGISTER, loaded, received
from tests.support.two_sheets import GIFT_WORDS, GIFTS_SHEET, HOURS_SHEET, HOURS_WORDS, NAME, two_sheets
from warehouse.build import Build


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a register, and the workbook of two sheets beside it."""
    received(tmp_path / "data", {"名册.csv": REGISTER})
    (tmp_path / NAME).write_bytes(two_sheets())
    return tmp_path / "data"


def stated(*words: str) -> Settings:
    return read_settings(_parser().parse_args(["load", *words]))


def sums(build: Build) -> tuple[float, float]:
    ((hours, yuan),) = build.rows(
        "select (select sum(service_hours) from volunteer_service), (select sum(amount_yuan) from donation)"
    )
    return float(hours), float(yuan)


def test_words_behind_a_sheet_hold_for_it_alone_and_words_before_for_the_file():
    settings = stated(
        "--set", "社区=凤二", "--sheet", "甲", "--record", "捐赠", "--sheet", "乙", "--sheet", "丙", "--header-row", "2"
    )

    assert settings.sheets == ("甲", "乙", "丙")
    assert [settings.of_sheet(name).record for name in ("甲", "乙", "丙")] == ["donation", None, None]
    assert [settings.of_sheet(name).header_row for name in ("甲", "乙", "丙")] == [None, 2, 2]
    assert all(settings.of_sheet(name).constants == {"社区": "凤二"} for name in ("甲", "乙", "丙"))


def test_settings_of_sheets_are_stored_and_read_back():
    settings = stated("--set", "社区=凤二", "--sheet", "甲", "--record", "捐赠")

    assert Settings.from_stored(settings.as_stored()) == settings


def test_what_a_sheet_cannot_take_is_wrong_usage():
    with pytest.raises(WrongUsage, match="没有“金额”这一列"):
        stated("--record", "捐赠", "--sheet", "甲", "--record", "志愿服务", "--map", "数=金额")


def test_two_sheets_of_one_file_are_two_kinds_of_ledger(data: Path, tmp_path: Path):
    words = ["--sheet", HOURS_SHEET, *HOURS_WORDS, "--sheet", GIFTS_SHEET, *GIFT_WORDS]
    assert main(["load", str(tmp_path / NAME), *words, "--data", str(data)]) == 0
    assert sums(Build(warehouse.build_in_use.current(data))) == (6.5, 2150)

    assert not list((data / "recipes").glob("*"))  # one layout, two meanings: not for another file to go by
    (data / "inbox" / NAME).write_bytes(two_sheets() + b" ")
    outcome, build = loaded(data)
    assert (outcome.read_anew, sums(build)) == ((NAME,), (6.5, 2150))


def test_a_file_that_comes_again_keeps_what_was_stated_unless_it_is_taken_back(data: Path, tmp_path: Path):
    Inbox(data).add([tmp_path / NAME], stated("--sheet", HOURS_SHEET, *HOURS_WORDS))
    Inbox(data).add([tmp_path / NAME])
    assert Inbox(data).settings_of(NAME).sheets == (HOURS_SHEET,)

    Inbox(data).add([tmp_path / NAME], Settings())
    assert Inbox(data).settings_of(NAME).is_empty
