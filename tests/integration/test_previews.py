"""What a clerk sees of the first rows before anything is stored."""

from pathlib import Path

import openpyxl

from etl.reading.grid import Sheet
from etl.recognition.blocks import objection
from tests.support.ledgers import command
from ui.intake.sheet_report import without_commands


def test_a_preview_says_yes_and_no_in_chinese_and_shows_nobody(tmp_path: Path):
    path = tmp_path / "满意度.csv"
    path.write_text(
        "社区,调查日期,分制,得分,姓名\n社东,2024-06-01,5,5,甲演示\n社东,2024-06-01,5,2,乙演示\n", encoding="utf-8"
    )
    shown = command("inspect", "-v", path, "--data", tmp_path / "data").stdout
    assert "是否满意=是" in shown and "是否满意=否" in shown and "演示" not in shown


def test_a_budget_beside_what_was_spent_is_not_added_to_it(tmp_path: Path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["社区", "活动名称", "活动日期", "参与人数", "活动经费", None])
    sheet.append([None, None, None, None, "预算", "实际支出"])
    for column in "ABCD":
        sheet.merge_cells(f"{column}1:{column}2")
    sheet.merge_cells("E1:F1")
    for day in range(1, 5):
        sheet.append(["社东", f"读书会{day}", f"2024-06-0{day}", 12, 500, 420.5])
    book.save(tmp_path / "活动.xlsx")

    shown = command("inspect", "-v", tmp_path / "活动.xlsx", "--data", tmp_path / "data").stdout
    assert "活动经费=420.5" in shown and "没有读取的列：活动经费/预算" in shown


def test_the_page_keeps_the_remedy_for_sheets_of_several_blocks():
    sentence = objection(Sheet("签到", ()), (0, 9), ("活动名称", "签到日期"))
    assert "请在每段的表头上方写一行“活动名称：…　签到日期：…”" in without_commands(sentence)
    assert "--set" in sentence and "--set" not in without_commands(sentence)
