"""A column beside the one that is read that decides whether a row counts, or how much, is read or asked about."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_file, clean_text, rows_loaded

GIFTS = "捐赠日期,捐赠人,捐赠金额"
HOURS = "服务日期,志愿者,服务时长"
SPENDING = "支出日期,用途,支出金额"

# header, further header, (row, further cell)…, numbers of the rows that come in
ASKED = [
    ("donation", GIFTS, "退款金额", ["1000,400", "500,", "300,0"], [500, 300]),
    ("donation", GIFTS, "退回", ["1000,全部", "500,无"], [500]),
    ("donation", GIFTS, "是否退款", ["1000,是", "500,否", "300,"], [500, 300]),
    ("volunteer_service", HOURS, "是否有效", ["2,是", "3,否", "4,"], [2]),
    ("volunteer_service", HOURS, "是否有效", ["2,", "3,否", "4,"], [2, 4]),
    ("volunteer_service", HOURS, "是否计入时长", ["2,√", "3,待定"], [2]),
    ("volunteer_service", HOURS, "是否缺席", ["2,True", "3,否", "4,"], [3, 4]),
    ("volunteer_service", HOURS, "请假", ["2,√", "3,", "4,无", "5,病假"], [3, 4]),
    ("donation", GIFTS, "请假", ["500,√"], [500]),
    ("volunteer_service", HOURS, "认定服务小时", ["8,4", "3,3.0", "2,2小时", "2,"], [3, 2]),
    ("volunteer_service", HOURS, "扣除时长", ["8,4", "3,-"], [3]),
    ("volunteer_service", HOURS, "人数", ["2,12", "3,1", "4,"], [3, 4]),
    ("donation", GIFTS, "是否到账", ["1000,是", "500,", "300,√"], [1000, 300]),
    ("donation", GIFTS, "状态", ["1000,是", "500,"], [1000, 500]),
    ("fund_use", SPENDING, "审批状态", ["500,已批", "300,审批中", "200,不同意", "100,退回修改", "50,"], [500]),
    ("fund_use", SPENDING, "是否审批", ["500,是", "300,否"], [500]),
    ("fund_use", SPENDING, "实际花费", ["500,400", "300,300"], [300]),
    ("fund_use", SPENDING, "核定金额", ["500,800", "300,"], [500, 300]),
]  # fmt: skip


def numbers(tmp_path: Path, record: str, header: str, rows: list[str], **stated: str) -> list[float]:
    """Return the amounts or hours that come in of rows, to which a day and a name each are given."""
    names = "甲乙丙丁戊"
    lines = [f"2024-03-{number + 1:02},演示{names[number]},{row}\n" for number, row in enumerate(rows)]
    settings = Settings(record, {"社区": "凤二村", **stated})
    ledger = clean_text(tmp_path, "".join([f"{header}\n", *lines]), settings)
    name = "service_hours" if record == "volunteer_service" else "amount_yuan"
    return [number for table in ledger.tables.get(record, []) for number in table[name].to_pylist()]


@pytest.mark.parametrize(("record", "header", "further", "rows", "expected"), ASKED)
def test_rows_that_an_unread_column_does_not_let_stand_are_asked_about(
    tmp_path: Path, record: str, header: str, further: str, rows: list[str], expected: list[float]
):
    assert numbers(tmp_path, record, f"{header},{further}", rows) == expected
    everything = [float(row.split(",")[0]) for row in rows]
    assert numbers(tmp_path, record, f"{header},{further}", rows, 已核对="是") == everything


def test_the_header_with_the_last_word_is_read(tmp_path: Path):
    assert numbers(tmp_path, "fund_use", f"{SPENDING},退回金额,实际支出", ["1000,200,800", "300,0,300"]) == [800, 300]
    assert numbers(tmp_path, "volunteer_service", f"{HOURS},认定时长", ["8,4"]) == [4]
    assert numbers(tmp_path, "donation", f"{GIFTS},到账金额", ["1000,600"]) == [600]


@pytest.mark.parametrize(
    ("header", "expected"), [("参加人数,参加人次", 80), ("参加人次,实到人数", 20), ("人数,受益人次", 20)]
)
def test_how_often_people_came_goes_before_how_many_they_were(tmp_path: Path, header: str, expected: int):
    settings = Settings("activity", {"社区": "凤二村"})
    ledger = clean_text(tmp_path, f"活动日期,活动名称,{header}\n2024-03-01,书法班,20,80\n", settings)
    assert ledger.tables["activity"][0]["headcount"].to_pylist() == [expected]


def test_the_count_of_a_day_s_list_beside_each_of_its_people_multiplies_nothing(tmp_path: Path):
    rows = "".join(f"2024-03-01,演示{name},2,3\n" for name in "甲乙丙") + "2024-03-02,演示丁,2,3\n"
    settings = Settings("volunteer_service", {"社区": "凤二村"})
    ledger = clean_text(tmp_path, f"{HOURS},志愿者人数\n{rows}", settings)
    assert sum(map(len, ledger.tables["volunteer_service"])) == 3


def test_who_is_not_marked_as_there_is_not_taken_as_present(tmp_path: Path):
    text = "活动名称,活动日期,姓名,应到,实到\n会,2024-03-05,演示甲,√,√\n会,2024-03-05,演示乙,√,\n"
    settings = Settings("attendance", {"社区": "凤二村"})
    ledger = clean_text(tmp_path, text, settings)
    assert [(report.loaded, report.refused) for report in ledger.reports] == [(1, 1)]


def test_money_and_goods_stand_where_their_headers_say(tmp_path: Path):
    settings = Settings("donation", {"社区": "凤二村"})

    def forms(text: str) -> list[tuple[float | None, str]]:
        (table,) = clean_text(tmp_path, text, settings).tables["donation"]
        return list(zip(table["amount_yuan"].to_pylist(), table["gift_form"].to_pylist(), strict=True))

    both = "2024-03-01,演示甲,1000,,\n2024-03-02,演示乙,,500,大米\n2024-03-03,演示丙,200,300,油\n"
    for headers in ("现金（元）,物资折价（元）", "现金,折合金额"):
        assert forms(f"捐赠日期,捐赠人,{headers},物资名称\n{both}") == [(1000, "现金"), (500, "物资")]
    unit = "2024-03-01,演示甲,500,元\n2024-03-02,演示乙,20,箱\n2024-03-03,演示丙,30,\n"
    assert forms(f"捐赠日期,捐赠人,捐赠金额,单位\n{unit}") == [(500, "现金"), (30, "现金")]
    cash = "2024-03-01,演示甲,现金,5000,元,\n2024-03-02,演示乙,大米,20,袋,1000\n2024-03-02,演示乙,现金,,,70\n"
    assert forms(f"捐赠日期,捐赠人,捐赠内容,数量,单位,捐赠金额\n{cash}") == [(1000, "物资"), (70, "现金")]


@pytest.mark.parametrize(("names", "loaded"), [(("演示甲", "演示乙"), 0), (("演示甲", "演示甲"), 1)])
def test_hours_merged_over_several_people_are_asked_about(tmp_path: Path, names: tuple[str, str], loaded: int):
    book = Workbook()
    for row in ("服务日期 志愿者 服务时长", f"2024-03-05 {names[0]} 2", f"2024-03-05 {names[1]}"):
        book.active.append(row.split())
    book.active.merge_cells("C2:C3")
    path = tmp_path / "台账.xlsx"
    book.save(path)
    settings = Settings("volunteer_service", {"社区": "凤二村"})
    for constants, expected in ((settings.constants, loaded), ({**settings.constants, "已核对": "是"}, 1)):
        assert rows_loaded(clean_file(path, replace(settings, constants=constants))) == expected
