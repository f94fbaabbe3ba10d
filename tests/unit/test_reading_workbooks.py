"""Workbooks become grids of canonical text whose rows carry the numbers the spreadsheet shows."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from etl.reading.file_reader import read_file
from etl.reading.grid import Merge, Sheet
from etl.reading.text_columns import BLANKS, BLOCK_ROWS, canonical_text

STAMP = xlwt.easyxf(num_format_str="yyyy-mm-dd hh:mm:ss")
DAY = xlwt.easyxf(num_format_str="yyyy-mm-dd")
CLOCK = xlwt.easyxf(num_format_str="hh:mm:ss")


def rows(sheet: Sheet) -> list[list[str | None]]:
    return [[column[row].as_py() for column in sheet.columns] for row in range(sheet.height)]


def book_of(path: Path, *table: list) -> Sheet:
    book = openpyxl.Workbook()
    for row in table:
        book.active.append(row)
    book.save(path)
    return read_file(path).sheets[0]


CELLS = [
    (5, "5"),
    (0, "0"),
    (-0.0, "0"),
    (2.50, "2.5"),
    (0.1 + 0.2, "0.3"),
    (2718172.53, "2718172.53"),
    (45312, "45312"),
    (13800138000, "13800138000"),
    (110101199003071234, "1.10101199003071E+17"),
    (1234567890123456, "1.23456789012346E+15"),
    (True, "是"),
    (False, "否"),
    (datetime(2024, 1, 26), "2024-01-26"),
    (datetime(2024, 1, 26, 11, 25, 5), "2024-01-26 11:25:05"),
    (time(7, 6, 18), "07:06:18"),
    ("110101199003071234", "110101199003071234"),
    (" 两行\n文字 ", "两行\n文字"),
    ("\xa0 4,000,000.00\xa0", "4,000,000.00"),
    ("\u3000凤二村\u200b", "凤二村"),
    ("\ufeff", None),
    ("１２", "１２"),
]


@pytest.mark.parametrize(("value", "expected"), CELLS)
def test_a_cell_of_an_xlsx_becomes_canonical_text(tmp_path, value, expected):
    assert rows(book_of(tmp_path / "a.xlsx", ["表头", value]))[0][1:] in ([[expected], []][expected is None :])


def test_a_cell_of_an_xls_becomes_the_same_text(tmp_path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("台账")
    for row, (value, _) in enumerate(CELLS):
        styles = {datetime: STAMP, time: CLOCK}
        sheet.write(row, 0, "表头")
        sheet.write(row, 1, value, styles.get(type(value), xlwt.Style.default_style))
    book.save(tmp_path / "a.xls")
    assert [cell for _, cell in rows(read_file(tmp_path / "a.xls").sheets[0])] == [expected for _, expected in CELLS]


def test_hours_beyond_a_day_stay_hours(tmp_path):
    assert rows(book_of(tmp_path / "a.xlsx", [timedelta(hours=26, minutes=30)])) == [["26:30:00"]]


def test_numbers_booleans_and_texts_of_one_column_stay_apart(tmp_path):
    sheet = book_of(tmp_path / "a.xlsx", [1], [True], ["1"], [1.0], [False], [0])
    assert sheet.columns[0].to_pylist() == ["1", "是", "1", "1", "否", "0"]
    assert sheet.columns[0].dictionary.to_pylist() == ["1", "是", "否", "0"]


def test_an_error_cell_is_empty(tmp_path):
    assert rows(book_of(tmp_path / "a.xlsx", ["金额", "#DIV/0!", 5])) == [["金额", None, "5"]]


def test_row_numbers_are_those_the_spreadsheet_shows(tmp_path):
    sheet = book_of(tmp_path / "a.xlsx", [], [], [], [None, "标题"], [], [None, "甲"])
    assert sheet.first_row == 4
    assert rows(sheet) == [[None, "标题"], [None, None], [None, "甲"]]


def test_empty_rows_and_columns_at_the_end_are_dropped(tmp_path):
    sheet = book_of(
        tmp_path / "a.xlsx", ["社区", None, "场次", " ", None], ["甲", None, 3], ["\u3000"], [None, "\u200b"]
    )
    assert rows(sheet) == [["社区", None, "场次"], ["甲", None, "3"]]


def test_a_gap_longer_than_a_block_of_rows_stays_a_gap(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active[f"C{3 * BLOCK_ROWS}"] = "甲", "乙"
    book.save(tmp_path / "a.xlsx")
    sheet = read_file(tmp_path / "a.xlsx").sheets[0]
    assert [(c.null_count, c[-1].as_py()) for c in sheet.columns] == [
        (3 * BLOCK_ROWS - 1, None),
        (3 * BLOCK_ROWS, None),
        (3 * BLOCK_ROWS - 1, "乙"),
    ]


def test_merges_are_counted_from_the_grid_and_stay_inside_it(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["B3"], sheet["B4"], sheet["C4"], sheet["D4"] = "台账", "甲", 1, 2
    for area in ("B3:D3", "B4:B9", "G3:H4", "A20:B21"):
        sheet.merge_cells(area)
    book.save(tmp_path / "a.xlsx")
    grid = read_file(tmp_path / "a.xlsx").sheets[0]
    assert set(grid.merges) == {Merge(0, 1, 0, 3), Merge(1, 1, 1, 1)}
    assert rows(grid) == [[None, "台账", None, None], [None, "甲", "1", "2"]]


def test_merges_of_an_xls_are_known_too(tmp_path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("台账")
    sheet.write_merge(2, 2, 0, 1, "服务时长")
    sheet.write(3, 1, "下午")
    book.save(tmp_path / "a.xls")
    assert read_file(tmp_path / "a.xls").sheets[0].merges == (Merge(0, 0, 0, 1),)


def test_hidden_and_empty_sheets_are_there_and_charts_are_not(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "一月"
    book.create_sheet("草稿").sheet_state = "hidden"
    book.create_sheet("旧表").sheet_state = "veryHidden"
    book.create_chartsheet("图表")
    book.save(tmp_path / "a.xlsx")
    sheets = read_file(tmp_path / "a.xlsx").sheets
    assert [(s.name, s.is_visible, s.height) for s in sheets] == [
        ("一月", True, 0),
        ("草稿", False, 0),
        ("旧表", False, 0),
    ]


def test_dates_before_and_after_noon_keep_their_seconds(tmp_path):
    moments = [datetime(2024, 2, 28) + timedelta(seconds=1237 * n) for n in range(500)]
    sheet = book_of(tmp_path / "a.xlsx", *([moment] for moment in moments))
    assert sheet.columns[0].to_pylist() == [str(m) if m.time() != time() else str(m.date()) for m in moments]


@given(st.floats(-1e14, 1e14, allow_nan=False).map(lambda number: round(number, 2)))
def test_an_amount_written_as_text_is_the_same_amount(number):
    assert float(canonical_text(number)) == pytest.approx(number, rel=1e-14)


def test_every_blank_that_python_knows_is_stripped():
    known = {chr(code) for code in range(0x110000) if chr(code).isspace()}
    assert known <= set(BLANKS)


def test_a_plain_date_is_written_like_a_date_with_midnight():
    assert canonical_text(date(2024, 1, 26)) == canonical_text(datetime(2024, 1, 26)) == "2024-01-26"
