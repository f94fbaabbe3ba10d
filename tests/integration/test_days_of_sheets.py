"""What is said of sheets whose rows have no day, of which each has its own by its name or title."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from etl.inbox.settings import Settings
from etl.reporting.unloaded_workbook import reasons
from tests.support.cleaned_files import clean_file
from tests.support.doubtful import cleaned

PEOPLE = [["序号", "姓名"], [1, "张建国"], [2, "李秀英"]]
HELD = {"社区": "社东社区", "活动名称": "书法班"}


def read(tmp_path: Path, titles: dict[str, str], **constants: str):
    """Return what is read of a workbook with a sheet of people below each of these titles."""
    workbook = Workbook()
    for name, title in titles.items():
        sheet = workbook.create_sheet(name)
        for row in [[title], *PEOPLE]:
            sheet.append(row)
    del workbook["Sheet"]
    path = tmp_path / "书法班.xlsx"
    workbook.save(path)
    record = "attendance" if constants else None
    return clean_file(path, Settings(record, {**HELD, **constants}))


@pytest.mark.parametrize("names", [("0305", "0312"), ("3.5", "3.12"), ("3月5日", "3月12日")])
def test_the_days_in_the_names_of_sheets_are_proposed_and_read(tmp_path: Path, names: tuple[str, str]):
    titles = dict.fromkeys(names, "2025年书法班签到")
    asked = read(tmp_path, titles)
    told = read(tmp_path, titles, 签到日期="工作表名")
    days = [day for table in told.tables["attendance"] for day in table["attended_on"].to_pylist()]

    assert all("加 --record 活动签到 --set 签到日期=工作表名。" in (sheet.error or "") for sheet in asked.sheets)
    assert sorted(days) == [date(2025, 3, 5)] * 2 + [date(2025, 3, 12)] * 2


def test_sheets_with_titles_of_several_days_are_not_led_to_one_of_them(tmp_path: Path):
    titles = {"一": "2025年3月5日书法班签到", "二": "2025年3月12日书法班签到"}
    asked = read(tmp_path, titles)
    sentence = next(
        reasons([{"sheet": s.sheet, "error": s.error, "reasons": [], "candidates": []} for s in asked.sheets])
    )

    assert (
        "各张写着各自的日期，请把工作表名改成那一天（如3月5日），再加 --record 活动签到 --set 签到日期=工作表名"
        in sentence
    )
    assert "2025-03" not in sentence


def test_a_day_stated_for_all_sheets_is_asked_about_where_the_title_of_one_says_another(tmp_path: Path):
    titles = {"一": "2025年3月5日书法班签到", "二": "2025年3月12日书法班签到"}
    told = read(tmp_path, titles, 签到日期="2025-03-05")
    checked = read(tmp_path, titles, 签到日期="2025-03-05", 已核对="是")

    assert [report.loaded for report in told.reports] == [2]
    assert "标题或表名写着2025-03-12，说明的签到日期是2025-03-05" in " ".join(
        sheet.error or "" for sheet in told.sheets
    )
    assert [report.loaded for report in checked.reports] == [2, 2]


def test_the_day_of_a_column_of_times_is_told_with_what_else_is_lacking(tmp_path: Path):
    text = "2025年3月8日插花签到,,\n姓名,签到时间,签退时间\n张建国,9:00,11:00\n李秀英,9:05,11:00\n"
    sentence = cleaned(tmp_path, text, Settings(constants={"社区": "社东社区"}))[1]
    rest = Settings("attendance", {**HELD, "签到日期": "2025-03-08"})

    assert "加 --set 活动名称=…" in sentence and "同时加 --set 签到日期=2025-03-08。" in sentence
    assert cleaned(tmp_path, text, rest)[0] == 2
