"""A workbook with refused rows, its correction sheet, and ways to correct it and hand it in."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

import warehouse.build_in_use
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.load import LoadOutcome
from etl.reporting import correction_sheet
from tests.support.ledgers import REGISTER, loaded, received
from warehouse import ledgers
from warehouse.build import Build

NAME = "凤二村志愿服务.xlsx"
TITLE = "凤二村志愿服务台账"
ROWS = (
    ("甲演示", date(2024, 3, 1), 2, "13800138000"),
    ("乙演示", "2024.3.32", 3, "13800138001"),
    ("丙演示", date(2024, 3, 9), 1.5, "13800138002"),
    ("丁演示", date(2024, 3, 10), "半天多", "13800138003"),
    (None, date(2024, 3, 11), 4, "13800138004"),
)
Correct = Callable[[Worksheet], None]


def make_office(folder: Path) -> Path:
    """Make a workbook of hours, of whose five rows three are refused, the data folder it is loaded in, and its correction sheet."""
    received(folder / "data", {"名册.csv": REGISTER})
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "三月"
    sheet.append([TITLE])
    sheet.merge_cells("A1:D1")
    sheet.append(["姓名", "日期", "时长（小时）", "电话"])
    for row in ROWS:
        sheet.append(row)
    book.save(folder / NAME)
    Inbox(folder / "data").add([folder / NAME], Settings())
    loaded(folder / "data")
    fetched(folder / "data", folder / "更正单.xlsx")
    return folder


def fetched(data: Path, target: Path, file: str = NAME) -> Path:
    """Write the correction sheet of a ledger beside the data folder."""
    build = Build(warehouse.build_in_use.current(data))
    target.write_bytes(correction_sheet.correction_sheet(data, build, file))
    return target


def corrected(path: Path, correct: Correct) -> Path:
    book = openpyxl.load_workbook(path)
    correct(book.worksheets[0])
    book.save(path)
    return path


def mend_date(sheet: Worksheet) -> None:
    sheet["B3"] = datetime(2024, 3, 30)


def mend_all(sheet: Worksheet) -> None:
    mend_date(sheet)
    sheet["C4"] = 5
    sheet["A5"] = "戊演示"


def handed_in(data: Path, path: Path) -> tuple[LoadOutcome, Build]:
    Inbox(data).add([path], Settings())
    return loaded(data)


def account(build: Build) -> list[tuple[str, str, int, int, int, int]]:
    return [
        (file.file, file.sheet, file.read, file.loaded, file.refused, file.skipped)
        for file in ledgers.source_files(build)
        if file.record == "volunteer_service"
    ]


def hours(build: Build) -> float:
    return build.rows("select sum(service_hours) from volunteer_service")[0][0]
