"""Corrections that no longer fit, or have another shape than was sent, are refused with a sentence and change nothing."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from etl import intake
from etl.cleaning import linked_jobs
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from tests.support.corrections import (
    NAME,
    Correct,
    account,
    corrected,
    handed_in,
    mend_all,
)  # fmt: skip
from tests.support.ledgers import command


def test_a_correction_of_a_ledger_that_has_changed_since_is_refused(data: Path, sheet_path: Path, tmp_path: Path):
    path = corrected(sheet_path, mend_all)
    shutil.copy(data / "inbox" / NAME, tmp_path / NAME)
    corrected(tmp_path / NAME, lambda sheet: sheet.append(["己演示", date(2024, 3, 20), 1]))
    Inbox(data).add([tmp_path / NAME], Settings())
    outcome, build = handed_in(data, path)

    assert account(build) == [(NAME, "三月", 6, 3, 3, 0)]
    assert [(name, "换过了" in sentence) for name, sentence in outcome.failed] == [("改.xlsx", True)]


def test_whoever_replaces_a_ledger_is_told_that_its_correction_is_left_behind(
    data: Path, sheet_path: Path, tmp_path: Path
):
    handed_in(data, corrected(sheet_path, mend_all))
    shutil.copy(data / "inbox" / NAME, tmp_path / NAME)
    assert linked_jobs.outdated_by(Inbox(data), NAME, tmp_path / NAME) == []

    corrected(tmp_path / NAME, lambda sheet: sheet.append(["己演示", date(2024, 3, 20), 1]))
    assert linked_jobs.outdated_by(Inbox(data), NAME, tmp_path / NAME) == ["改.xlsx"]
    done = command("load", tmp_path / NAME, "--data", data, "--accept")

    assert f"！“改.xlsx”：这是“{NAME}”的更正单，但那一份在下载更正单之后换过了" in done.stdout
    assert "更正单" not in command("load", "--data", data).stdout.partition("✗")[0]


def test_a_correction_of_a_ledger_that_is_gone_is_refused(data: Path, sheet_path: Path):
    path = corrected(sheet_path, mend_all)
    intake.take_back(data, NAME, "王会计")
    outcome, build = handed_in(data, path)

    assert account(build) == []
    assert [(name, "已经不在了" in sentence) for name, sentence in outcome.failed] == [("改.xlsx", True)]


def add_row(sheet: Worksheet) -> None:
    sheet["A9"] = "庚演示"


def rename_header(sheet: Worksheet) -> None:
    sheet["B2"] = "服务日期"


def repeat_row(sheet: Worksheet) -> None:
    sheet["H4"] = sheet["H3"].value


def insert_column(sheet: Worksheet) -> None:
    sheet.insert_cols(2)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (add_row, "没有编号"),
        (rename_header, "表头和下载时不一样"),
        (repeat_row, "重复了"),
        (insert_column, "和下载时不一样"),
    ],
)
def test_a_correction_with_another_shape_is_refused_and_nothing_changes(
    data: Path, sheet_path: Path, change: Correct, sentence: str
):
    outcome, build = handed_in(data, corrected(sheet_path, change))

    assert account(build) == [(NAME, "三月", 5, 2, 3, 0)]
    assert sentence in dict(outcome.failed)["改.xlsx"]
