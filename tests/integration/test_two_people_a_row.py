"""A table that names two people a row under a header of two levels: the one under the column's own name is read, or it is asked which."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from etl.inbox.settings import Settings
from tests.support.cleaned_files import all_that_is_said, clean_file, rows_loaded


def pairs(folder: Path, served: str, helper: str) -> Path:
    """Write a workbook of turns of help with both people of each under groups of these names."""
    book = Workbook()
    for row in (
        ("志愿服务结对记录", None, None, None, None, None, None),
        ("服务日期", served, None, helper, None, "服务内容", "服务时长（小时）"),
        (None, "姓名", "年龄", "姓名", "电话", None, None),
        ("2025-05-05", "陈例云", 82, "甲志强", "13800000001", "打扫", 2),
        ("2025-05-12", "刘例云", 79, "甲志强", "13800000001", "陪诊", 2),
    ):
        book.active.append(row)
    for cells in ("A1:G1", "A2:A3", "B2:C2", "D2:E2", "F2:F3", "G2:G3"):
        book.active.merge_cells(cells)
    book.save(path := folder / "结对.xlsx")
    return path


@pytest.mark.parametrize(("served", "helper"), [("服务对象", "志愿者"), ("志愿者", "服务对象")])
def test_the_person_under_the_columns_own_name_is_read(tmp_path: Path, served: str, helper: str):
    ledger = clean_file(pairs(tmp_path, served, helper), Settings("volunteer_service", {"社区": "凤二村"}))
    (table,) = ledger.tables["volunteer_service"]
    assert len(set(table["person_key"].to_pylist())) == (1 if helper == "志愿者" else 2)


def test_where_no_group_tells_it_is_asked_and_can_be_said(tmp_path: Path):
    path = pairs(tmp_path, "帮扶对象", "结对人")
    asked = clean_file(path, Settings(constants={"社区": "凤二村"}))
    assert rows_loaded(asked) == 0
    assert "“帮扶对象/姓名”“结对人/姓名”都像志愿者，分不清要哪一列" in all_that_is_said(asked)

    told = clean_file(path, Settings(constants={"社区": "凤二村"}, columns={"结对人/姓名": "志愿者"}))
    assert len(set(told.tables["volunteer_service"][0]["person_key"].to_pylist())) == 1
