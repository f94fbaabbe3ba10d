"""Records in rows that are hidden or struck through come in, and the clerk is told which."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from etl.cleaning.job import Job
from etl.inbox.folder import Ledger
from etl.inbox.settings import Settings
from etl.inspection import inspect_file
from etl.reading.file_reader import read_file
from etl.reading.marked_rows import Marks
from etl.reporting import load_report, sheet_words
from tests.support.cleaned_files import clean_file
from ui.intake import sheet_report

HEADER = ["社区", "志愿者", "服务日期", "服务时长"]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A ledger of nine services: rows 3 and 8 struck through, the latter in a part of a text, row 7 and column D hidden."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "志愿&服务"
    for row in (HEADER, *(["凤二村", f"演示{n}", f"2025-03-0{n}", n] for n in range(1, 10))):
        sheet.append(row)
    sheet["A3"].font = sheet["G5"].font = Font(strike=True)  # nothing stands in G5
    sheet["A6"].font = Font(strike=False)
    sheet["A8"] = CellRichText("凤二", TextBlock(InlineFont(strike=True), "村"))
    sheet.row_dimensions[7].hidden = sheet.column_dimensions["D"].hidden = True
    path = tmp_path / "服务.xlsx"
    book.save(path)
    return path


def test_marks_of_a_workbook_are_read(workbook: Path):
    assert read_file(workbook).sheets[0].marks == Marks(hidden_rows=(7,), struck_rows=(3, 8), hidden_columns=(3,))


def test_formulas_that_nobody_calculated_are_told(tmp_path: Path):
    book = openpyxl.Workbook()
    book.active.title = "捐赠"
    for row in (
        ["社区", "捐赠日期", "捐赠人", "物资名称", "数量", "金额"],
        ["凤二村", "2025-03-01", "甲公司", "大米", 10, "=E2*30"],
        ["凤二村", "2025-03-02", "乙公司", "食用油", 5, 300],
        ["合计", None, None, None, None, "=SUM(F2:F3)"],
    ):
        book.active.append(row)
    path = tmp_path / "物资.xlsx"
    book.save(path)
    ledger = clean_file(path)

    assert read_file(path).sheets[0].marks == Marks(uncalculated=((2, 5), (4, 5)))
    assert [problem.message for problem in ledger.problems if problem.code == "marked_records"] == [
        "第2行的“金额”是没有算出结果的公式，读成空的；请用 Excel 或 WPS 打开、保存一次再导入。"
    ]


def test_a_formula_that_gave_an_empty_text_was_calculated(tmp_path: Path):
    """Excel and LibreOffice store one as t="str" with an empty value; without any value nobody calculated it."""
    book = openpyxl.Workbook()
    for row in (["姓名", "备注", "序号"], ["演示甲", '=IF(C2>1,"多","")', "=IF(C2>1,1,2)"]):
        book.active.append(row)
    book.save(tmp_path / "空.xlsx")
    path = tmp_path / "有.xlsx"
    with zipfile.ZipFile(tmp_path / "空.xlsx") as source, zipfile.ZipFile(path, "w") as target:
        for part in source.namelist():
            target.writestr(part, source.read(part).replace(b'<c r="B2">', b'<c r="B2" t="str">'))

    assert read_file(tmp_path / "空.xlsx").sheets[0].marks.uncalculated == ((2, 1), (2, 2))
    assert read_file(path).sheets[0].marks.uncalculated == ((2, 2),)


def test_marked_records_are_told_once_a_sheet(workbook: Path):
    cleaned = clean_file(workbook)

    assert [report.loaded for report in cleaned.reports] == [9]
    assert [problem.message for problem in cleaned.problems if problem.code == "marked_records"] == [
        "第3、8行带删除线，仍按记录读入；不要的，请删除这些行再导入。",
        "第7行隐藏着，仍按记录读入；不要的，请删除这些行再导入。",
        "D列（服务时长）隐藏着，仍按记录读入；不要的，请删除这些列再导入。",
    ]


def test_a_sheet_with_marked_records_is_not_passed_as_one_without_doubt(workbook: Path):
    looked_at = inspect_file(Job(Ledger(workbook.name, workbook, "", Settings()), workbook.parent, b"0" * 32))
    (sheet,) = load_report.inspected([looked_at])["files"]

    assert not sheet["error"] and not sheet["refused"]
    assert sheet_report.is_doubtful(sheet)


def test_an_old_workbook_is_said_not_to_tell_its_marks(tmp_path: Path):
    book, path = xlwt.Workbook(), tmp_path / "服务.xls"
    sheet = book.add_sheet("服务")
    for row, cells in enumerate((HEADER, ["凤二村", "演示甲", "2025-03-01", 2])):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    book.save(str(path))
    (told,) = load_report.inspected([inspect_file(Job(Ledger(path.name, path, "", Settings()), tmp_path, b"0" * 32))])[
        "files"
    ]

    assert sheet_words.NO_MARKS in sheet_words.explanation(told)
    assert sheet_words.NO_MARKS not in sheet_words.explanation({**told, "file": "服务.xlsx"})
