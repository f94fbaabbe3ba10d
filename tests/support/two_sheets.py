"""A workbook of two sheets, neither of which is understood without being told."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import openpyxl

NAME = "凤二村台账.xlsx"
HOURS_SHEET, GIFTS_SHEET = "做事", "给钱"
HOURS_WORDS = ("--record", "志愿服务", "--map", "谁=志愿者", "--map", "哪天=服务日期", "--map", "数=服务时长")
GIFT_WORDS = ("--record", "捐赠", "--map", "谁=捐赠人", "--map", "哪天=捐赠日期", "--map", "数=金额")


def two_sheets() -> bytes:
    """Return the workbook: the same headers on both sheets, hours beneath one and money beneath the other."""
    return workbook(
        {
            name: [
                ["谁", "哪天", "数"],
                *([f"{'甲乙丙'[day]}演示", f"2024-03-0{day + 1}", number] for day, number in enumerate(numbers)),
            ]
            for name, numbers in ((HOURS_SHEET, (2, 3, 1.5)), (GIFTS_SHEET, (100, 2000, 50)))
        }
    )


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """Return a workbook of these rows, by the names of its sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
