"""Refused rows go back as the sender's own sheet, and come in again corrected: into the load of their file, counted once."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import warehouse.build_in_use
from etl import inspection, intake
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.load import bring_up_to_date
from etl.reading.row_id import MARK
from etl.reporting.load_report import summary
from tests.support.corrections import (
    NAME,
    TITLE,
    account,
    corrected,
    fetched,
    handed_in,
    hours,
    mend_all,
    mend_date,
)  # fmt: skip
from tests.support.ledgers import GIFTS, REGISTER, command, loaded, received
from warehouse import ledgers
from warehouse.build import Build


def test_refused_rows_come_back_under_the_headers_of_the_sender(data: Path, sheet_path: Path):
    sheet = openpyxl.load_workbook(sheet_path).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))

    assert [row[:4] for row in rows] == [
        (TITLE, None, None, None),
        ("姓名", "日期", "时长（小时）", "电话"),
        ("乙演示", "2024.3.32", 3, 13800138001),
        ("丁演示", "2024-03-10", "半天多", 13800138003),
        (None, "2024-03-11", 4, 13800138004),
    ]
    assert rows[1][4:7] == ("原因", "改哪一列", "原件行号")
    assert [row[5:7] for row in rows[2:]] == [("日期", "4"), ("时长（小时）", "6"), ("姓名", "7")]
    assert "2024.3.32" in rows[2][4]
    assert all(row[7].startswith(MARK) for row in rows)
    assert sheet.column_dimensions["H"].hidden


def test_corrected_rows_are_loaded_as_rows_of_their_file(data: Path, sheet_path: Path):
    _, build = handed_in(data, corrected(sheet_path, mend_all))

    assert account(build) == [(NAME, "三月", 5, 5, 0, 0)]
    assert hours(build) == 2 + 3 + 1.5 + 5 + 4
    assert ledgers.unloaded(build).hints == 1  # the column of phones; a corrected row is nothing to be checked
    assert build.rows("select sheet, row_no from volunteer_service where served_on = date '2024-03-30'") == [
        ("三月", 4)
    ]
    notes = [(p.row_no, p.column, p.message) for p in ledgers.problems(build) if p.code == "corrected"]
    assert notes[0] == (4, "日期", "“日期”按更正单“改.xlsx”改过，其余各列同原件。")
    assert [row_no for row_no, _, _ in notes] == [4, 6, 7]


def test_the_ledger_stays_as_it_was_received(data: Path, sheet_path: Path):
    before = (data / "inbox" / NAME).read_bytes()
    handed_in(data, corrected(sheet_path, mend_all))

    assert (data / "inbox" / NAME).read_bytes() == before
    assert Inbox(data).names() == [NAME, "名册.csv", "改.xlsx"]


def test_rows_still_wrong_are_refused_again_with_their_reason(data: Path, sheet_path: Path):
    def mend_badly(sheet: Worksheet) -> None:
        mend_date(sheet)
        sheet["C4"] = "不知道"

    _, build = handed_in(data, corrected(sheet_path, mend_badly))

    assert account(build) == [(NAME, "三月", 5, 3, 2, 0)]
    assert any("不知道" in problem.message for problem in ledgers.problems(build) if problem.row_no == 6)


def test_a_second_correction_adds_to_the_first(data: Path, sheet_path: Path, tmp_path: Path):
    handed_in(data, corrected(sheet_path, mend_date))
    second = fetched(data, tmp_path / "改二.xlsx")
    assert [row[6] for row in openpyxl.load_workbook(second).worksheets[0].iter_rows(3, values_only=True)] == ["6", "7"]

    def mend_rest(sheet: Worksheet) -> None:
        sheet["C3"] = 5
        sheet["A4"] = "戊演示"

    _, build = handed_in(data, corrected(second, mend_rest))
    assert account(build) == [(NAME, "三月", 5, 5, 0, 0)]


def test_a_correction_loaded_twice_changes_nothing(data: Path, sheet_path: Path, tmp_path: Path):
    path = corrected(sheet_path, mend_all)
    _, first = handed_in(data, path)
    outcome, second = handed_in(data, path)
    assert (second.path, outcome.read_anew) == (first.path, ())

    shutil.copy(path, tmp_path / "改过.xlsx")
    outcome, third = handed_in(data, tmp_path / "改过.xlsx")
    assert (account(third), hours(third)) == (account(first), hours(first))
    assert outcome.failed == (("改过.xlsx", "与“改.xlsx”是同一个文件，没有重复入库。"),)


def test_taking_a_correction_back_brings_the_refused_rows_back(data: Path, sheet_path: Path):
    handed_in(data, corrected(sheet_path, mend_all))
    done = command("undo", "改.xlsx", "--data", data)

    assert "“凤二村志愿服务.xlsx”又和原件一样" in done.stdout
    assert account(Build(warehouse.build_in_use.current(data))) == [(NAME, "三月", 5, 2, 3, 0)]


def test_taking_a_correction_back_that_no_longer_fits_says_that_nothing_changes(data: Path, sheet_path: Path):
    handed_in(data, corrected(sheet_path, mend_all))
    corrected(data / "inbox" / NAME, lambda sheet: sheet.append(["庚演示", date(2024, 3, 20), 1]))
    loaded(data)
    done = command("undo", "改.xlsx", "--data", data)

    assert f"已撤回更正单“改.xlsx”（原件另外留存）：它没有用上，“{NAME}”不变。" in done.stdout
    assert "和原件一样" not in done.stdout


def test_taking_a_ledger_back_takes_its_corrections_along(data: Path, sheet_path: Path):
    handed_in(data, corrected(sheet_path, mend_all))
    taken_back = intake.take_back(data, NAME, "王会计")

    assert taken_back
    assert taken_back.sentence == f"已撤回“{NAME}”，连同它的更正单“改.xlsx”（原件另外留存）。"
    assert Inbox(data).names() == ["名册.csv"]


def test_a_correction_saved_by_another_program_is_known_again(data: Path, sheet_path: Path, tmp_path: Path):
    path = corrected(sheet_path, mend_all)
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("没有 LibreOffice")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command_line = [office, profile, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command_line, check=True, capture_output=True, timeout=180)
    _, build = handed_in(data, tmp_path / "改.ods")

    assert account(build) == [(NAME, "三月", 5, 5, 0, 0)]
    assert [p.row_no for p in ledgers.problems(build) if p.code == "corrected"] == [4, 6, 7]


def test_a_correction_is_looked_at_with_its_ledger_before_it_is_stored(data: Path, sheet_path: Path):
    path = corrected(sheet_path, mend_date)
    (looked_at,) = inspection.inspect(data, [path], Settings())
    (table,) = looked_at.report.tables

    assert (looked_at.report.file, table.read, table.loaded, table.refused) == ("改.xlsx", 5, 3, 2)
    assert Inbox(data).names() == [NAME, "名册.csv"]


def test_the_command_writes_a_sheet_for_each_ledger_and_says_what_became_of_it(data: Path, tmp_path: Path):
    received(data, {"社东善款.csv": GIFTS.replace("2024-02-07", "2月30日")})
    loaded(data)
    done = command("problems", "--xlsx", tmp_path / "更正", "--data", data)
    paths = sorted((tmp_path / "更正").iterdir())
    assert len(paths) == len(done.stdout.splitlines()) == 2

    mine = next(path for path in paths if path.name.startswith("凤二村"))
    again = command("load", corrected(mine, mend_date), "--json", "--data", data)
    (line,) = json.loads(again.stdout)["files"]
    assert "（“凤二村志愿服务.xlsx”的更正单）" in command("list", "--data", data).stdout
    assert (
        line.items() >= {"corrects": NAME, "sheet": "三月", "read": 3, "loaded": 1, "refused": 2, "skipped": 0}.items()
    )
    assert f"更正“{NAME}”，志愿服务，读3行＝入库1＋拒收2＋跳过0" in command("load", mine, "--data", data).stdout


def test_a_row_of_merged_cells_is_corrected_alone(tmp_path: Path):
    data = tmp_path / "data"
    received(data, {"名册.csv": REGISTER})
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["社区", "捐赠日期", "捐赠人", "金额（元）"])
    for row in (
        ["凤二", "2024-01-05", "甲演示", 100],
        [None, "2024.13.6", "乙演示", 50],
        [None, "2024-01-07", "丙演示", 20],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A4")
    book.save(tmp_path / "善款.xlsx")
    Inbox(data).add([tmp_path / "善款.xlsx"], Settings())
    loaded(data)

    def mend(sheet: Worksheet) -> None:
        assert sheet["A2"].value == "凤二"
        sheet["A2"], sheet["B2"] = "社东", "2024-01-06"

    _, build = handed_in(data, corrected(fetched(data, tmp_path / "改.xlsx", "善款.xlsx"), mend))
    rows = build.rows("select row_no, community from donation order by 1")
    assert rows == [(2, "凤二村（演示）"), (3, "社东社区（演示）"), (4, "凤二村（演示）")]


def test_a_load_reports_a_correction_and_its_ledger_once(data: Path, sheet_path: Path):
    Inbox(data).add([corrected(sheet_path, mend_all)], Settings())
    lines = {line["file"]: line["loaded"] for line in summary(bring_up_to_date(data), None)["files"]}

    assert lines == {NAME: 5, "名册.csv": 2, "改.xlsx": 0}


def test_a_row_of_a_csv_is_corrected(tmp_path: Path):
    data = tmp_path / "data"
    received(data, {"名册.csv": REGISTER, "社东善款.csv": GIFTS.replace("2024-02-07", "2月30日")})
    loaded(data)

    def mend(sheet: Worksheet) -> None:
        assert [cell.value for cell in sheet[1]][:4] == ["捐赠日期", "捐赠人", "金额（元）", "票据号"]
        sheet["A2"] = "2024-02-29"

    _, build = handed_in(data, corrected(fetched(data, tmp_path / "改.xlsx", "社东善款.csv"), mend))
    assert build.rows("select row_no, cast(donated_on as varchar) from donation order by 1")[-1] == (4, "2024-02-29")


def test_rows_emptied_or_turned_into_a_total_by_a_correction_are_counted_as_skipped(data: Path, sheet_path: Path):
    def empty_one_and_total_another(sheet: Worksheet) -> None:
        for column in "ABCD":
            sheet[f"{column}3"] = None
        sheet["A4"], sheet["B4"], sheet["C4"], sheet["D4"] = "合计", None, 10.5, None

    Inbox(data).add([corrected(sheet_path, empty_one_and_total_another)], Settings())
    (line,) = summary(bring_up_to_date(data), ["改.xlsx"])["files"]

    assert line.items() >= {"read": 3, "loaded": 0, "refused": 1, "skipped": 2}.items()
