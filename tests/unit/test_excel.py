"""The one writer of Excel tables, read back with a reader that is not ours."""

import io
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from documents.document import Cell, Table
from documents.excel import DATA, PRINTED, Banner, SheetStyle, open_workbook, write_table

LONG = "很长的说明" * 40


def written(*rows: tuple[Cell, ...], style: SheetStyle = DATA, banner: Banner | None = None) -> Worksheet:
    """Return a sheet with these rows of two cells, read back."""
    stream = io.BytesIO()
    with open_workbook(stream, "题目") as book:
        write_table(book, Table("表", ("甲", "乙"), rows), style, banner)
    return openpyxl.load_workbook(stream)["表"]


@pytest.mark.parametrize(
    ("cell", "read"),
    [("=1+1", "=1+1"), ("007", "007"), (0, 0), (2.5, 2.5), (Decimal("1.25"), 1.25), (None, None), (float("nan"), None)],
)
def test_a_value_is_written_as_what_it_is(cell: Cell, read: object):
    sheet = written((cell, "末"))
    assert (sheet["A2"].value, sheet["A2"].data_type == "f") == (read, False)


def test_a_date_stays_a_date_of_excel():
    cell = written((date(2025, 3, 1), ""))["A2"]
    assert (cell.value.date(), cell.number_format) == (date(2025, 3, 1), "yyyy-mm-dd")


def test_the_header_stays_in_sight_below_its_banner():
    sheet = written((1, 2), banner=Banner("演示数据", "#B00020"))
    assert (sheet["A1"].value, sheet["A2"].value, sheet.freeze_panes, sheet.auto_filter.ref) == (
        "演示数据", "甲", "A3", "A2:B3",
    )  # fmt: skip


def test_a_column_is_as_wide_as_its_text_but_never_wider_than_the_style_allows():
    sheet = written(("凤二村", LONG))
    assert 8 < sheet.column_dimensions["A"].width < 11
    assert sheet.column_dimensions["B"].width == pytest.approx(DATA.widest, abs=1)


def test_a_long_text_on_paper_gets_the_lines_it_needs():
    assert written(("短", LONG), style=PRINTED).row_dimensions[2].height == 7 * 15


def test_numbers_on_paper_are_separated():
    sheet = written((1204, 0.5), style=PRINTED)
    assert (sheet["A2"].number_format, sheet["B2"].number_format) == ("#,##0", "#,##0.00")


def test_the_same_table_is_written_alike_the_second_time():
    streams = [io.BytesIO(), io.BytesIO()]
    for stream in streams:
        with open_workbook(stream, "题目", datetime(2025, 3, 1)) as book:
            write_table(book, Table("表", ("甲",), [(1,)]))
    assert streams[0].getvalue() == streams[1].getvalue()
