"""Hours that a spreadsheet keeps as times are read as lengths where they can be no times of a day, and asked about otherwise."""

from collections.abc import Sequence
from datetime import time, timedelta
from pathlib import Path

import openpyxl
import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_file

Cell = time | timedelta | str


def hours_and_messages(
    tmp_path: Path, cells: Sequence[Cell], header: str = "服务时长"
) -> tuple[list[float], list[str]]:
    """Return the hours loaded from a workbook with these cells, a row each, and every sentence on it."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["志愿者", "服务日期", header])
    for number, cell in enumerate(cells, 2):
        sheet.append([f"演示{number}", "2025-03-01", cell])
        sheet.cell(number, 3).number_format = "[h]:mm"
    path = tmp_path / "志愿服务.xlsx"
    workbook.save(path)
    settings = Settings("volunteer_service", {"社区": "凤二村"})
    ledger = clean_file(path, settings)
    hours = [value for table in ledger.tables["volunteer_service"] for value in table["service_hours"].to_pylist()]
    return hours, [problem.message for problem in ledger.problems]


def test_times_that_no_service_begins_at_are_lengths_and_it_is_said(tmp_path: Path):
    hours, messages = hours_and_messages(tmp_path, [time(1, 30), time(2), "0:45", timedelta(hours=8, minutes=15)])

    assert hours == [1.5, 2, 0.75, 8.25]
    assert any("“01:30:00”按1.5小时" in message for message in messages)


@pytest.mark.parametrize(
    ("cells", "header"),
    [
        ([time(14, 30), time(1, 30)], "服务时长"),  # half past two in the afternoon, and in the night
        ([time(8, 30), time(9), time(2)], "服务时长"),  # as mornings and afternoons are written
        ([time(0, 45), time(14, 30)], "服务时长"),
        ([time(1, 30)], "志愿服务时间"),
        ([time(1, 30)], "服务时长（分钟）"),
    ],
)
def test_what_may_be_a_time_of_day_is_refused(tmp_path: Path, cells: list[Cell], header: str):
    hours, messages = hours_and_messages(tmp_path, cells, header)

    assert hours == []
    assert any("可能是时刻也可能是时长" in message for message in messages)


def test_more_hours_than_a_day_has_are_refused_beside_those_of_the_others(tmp_path: Path):
    hours, messages = hours_and_messages(tmp_path, [time(1, 30), timedelta(hours=26)])

    assert hours == [1.5]
    assert "一次服务超过24小时，请按天分行登记。" in messages
