"""The notice 收支公示表: every line adds up, is the engine's, keeps 未报送 apart from 0, and is read back from the workbook."""

import io
import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from documents.document import Cell
from evidence.fund_notice.deadlines import deadlines, later
from evidence.fund_notice.fund_lines import MOVED, fund_lines
from evidence.fund_notice.notice import (
    DECIDED,
    HEADER,
    PROJECT_HEADER,
    FundNotice,
    cells,
    deadline_words,
    fund_notice,
    project_cells,
)
from evidence.fund_notice.notice_workbook import notice_workbook
from indicators.engine import catalogue, figures
from indicators.model import Filters
from tests.support.ledgers import command
from warehouse.build import Build
from warehouse.build_in_use import current

FENGER, TIANQING, XINGFULI = "凤二村（演示）", "天庆新城社区（演示）", "幸福里社区（演示）"
OPENING, CLOSING = HEADER.index("期初结余（元）"), HEADER.index("期末结余（元）")


@pytest.fixture(scope="module")
def notice(sample_build: Build) -> FundNotice:
    places = tuple(name for (name,) in sample_build.rows("select distinct community from community order by 1"))
    return fund_notice(sample_build, Filters(places, date(2026, 1, 1), date(2026, 12, 31)), "全部6个社区")


def adds_up(row: tuple[Cell, ...]) -> bool:
    opening, received, taken_in, spent, passed_on, closing = (
        0 if isinstance(c, str) else c for c in row[OPENING : CLOSING + 1]
    )
    return opening + received + taken_in - spent - passed_on == closing  # type: ignore[operator]


def test_every_line_adds_up_and_the_funds_to_the_total(notice: FundNotice):
    rows = [cells(line) for line in notice.lines]
    known = [row for row in rows if not isinstance(row[OPENING], str) and not isinstance(row[CLOSING], str)]
    *_, total = rows
    whole = [row for row in known[:-1] if row[2] == total[2]]

    assert [row for row in known if not adds_up(row)] == []
    assert len(whole) == 3
    for column in range(OPENING, CLOSING + 1):
        assert sum(row[column] for row in whole) == total[column]  # type: ignore[misc]


def test_who_did_not_report_is_no_zero_and_stays_out_of_the_total(notice: FundNotice):
    (whole,) = [cells(line) for line in notice.lines if line.community == TIANQING and line.label == notice.period]

    assert (whole[OPENING], whole[6], whole[CLOSING], whole[-1]) == ("未报送", "未报送", "未报送", "资金使用：全部")
    assert notice.left_out == ("天庆新城社区", "幸福里社区", "阳明山庄社区")
    assert "合计不含没有报送齐的天庆新城社区、幸福里社区、阳明山庄社区" in notice.notes


def test_what_a_fund_holds_after_months_not_reported_cannot_be_told(notice: FundNotice):
    rows = [cells(line) for line in notice.lines if line.community == XINGFULI]

    assert [(row[OPENING], row[CLOSING]) for row in rows] == [
        (27288, 27335),
        (27335, 29080),
        (29080, "不能算"),  # its spending of September is missing
        ("不能算", "不能算"),
        (27288, "不能算"),
    ]
    assert rows[-1][-1] == "资金使用：2026年9月、2026年10月"


def test_a_total_adds_up_whatever_days_are_chosen(sample_build: Build):
    places = tuple(name for (name,) in sample_build.rows("select distinct community from community order by 1"))
    for first, last in ((date(2023, 2, 15), date(2024, 5, 20)), (date(2022, 1, 1), date(2022, 12, 31))):
        odd = fund_notice(sample_build, Filters(places, first, last), "全部6个社区")

        assert adds_up(cells(odd.lines[-1]))
        assert "幸福里社区" in odd.left_out  # its spending is not reported before April 2024


@pytest.mark.parametrize("first", [date(2023, 1, 1), date(2024, 1, 1), date(2026, 1, 1), date(2026, 10, 1)])
def test_whether_a_balance_can_be_told_does_not_hang_on_where_the_notice_begins(sample_build: Build, first: date):
    until_october, until_august = (
        cells(list(fund_lines(sample_build, Filters((XINGFULI,), min(first, last), last)))[-1])[CLOSING]
        for last in (date(2026, 10, 31), date(2026, 8, 31))
    )
    (held,) = figures(sample_build, ["fund_balance"], Filters((XINGFULI,), date(2026, 8, 1), date(2026, 8, 31)))

    assert until_october == "不能算"  # its spending of September and October is missing
    assert until_august == held.value


def test_a_fund_says_what_the_pages_say(notice: FundNotice, sample_build: Build):
    window = Filters((FENGER,), date(2026, 1, 1), date(2026, 10, 31))
    (whole,) = [line for line in notice.lines if line.community == FENGER and line.label == notice.period]
    expected = [figure.value for figure in figures(sample_build, [*MOVED, "fund_balance"], window)]

    assert [figure.value for figure in (*whole.moved, whole.closing)] == expected


def test_projects_add_up_to_what_was_spent_and_to_what_was_decided(notice: FundNotice, sample_build: Build):
    rows = [project_cells(line) for line in notice.projects if line.community == FENGER]
    window = Filters((FENGER,), date(2026, 1, 1), date(2026, 10, 31))
    spent, decided = figures(sample_build, ["money_spent", DECIDED], window)

    assert sum(row[2] for row in rows) == spent.value  # type: ignore[misc]
    assert sum(row[3] for row in rows) == decided.numerator  # type: ignore[misc]
    assert {project_cells(line)[3] for line in notice.projects if line.community != FENGER} == {"没有决议台账"}


def test_a_project_paid_before_the_first_decision_is_not_said_to_have_no_ledger_of_decisions(make_build):
    uses = [
        {"used_on": day, "amount_yuan": "100", "project": name}
        for day, name in (("2025-01-05", "早"), ("2025-03-05", "晚"))
    ]
    decision = {"decided_on": "2025-02-01", "subject": "晚", "project": "晚", "amount_yuan": "500"}
    build = make_build({"fund_use": uses, "fund_decision": [decision]})
    notice = fund_notice(build, Filters(("甲",), date(2025, 1, 1), date(2025, 3, 31)), "甲")

    assert [project_cells(line)[1:] for line in notice.projects] == [("早", 100, "未登记"), ("晚", 100, 100)]


def test_nothing_on_the_notice_counts_people():
    assert not any(catalogue()[id].counts_people for id in (*MOVED, "fund_balance", DECIDED))


def test_money_passed_between_communities_is_neither_income_nor_spending(make_build):
    register = [{"community": name, "residents_count": 1, "as_of_on": "2024-01-01"} for name in ("甲", "乙")]
    received = {"donated_on": "2025-02-01"}
    gifts = [
        {**received, "donor_name": "某公司", "amount_yuan": "1000"},
        {**received, "community": "乙", "donor_name": "甲社区慈善基金", "amount_yuan": "300"},
    ]
    uses = [
        {"used_on": "2025-02-01", "amount_yuan": "300", "passed_on_to": "乙社区"},
        {"community": "乙", "used_on": "2025-02-20", "amount_yuan": "50", "passed_on_to": None},
    ]
    build = make_build({"community": register, "donation": gifts, "fund_use": uses})
    notice = fund_notice(build, Filters(("甲", "乙"), date(2025, 2, 1), date(2025, 2, 28)), "甲、乙")

    rows = [cells(line)[OPENING : CLOSING + 1] for line in notice.lines]
    assert rows == [(0, 1000, 0, 0, 300, 700), (0, 0, 300, 50, 0, 250), (0, 1000, 300, 50, 300, 950)]


def test_the_workbook_prints_on_a3_and_reads_back_as_it_was_written(notice: FundNotice):
    book = openpyxl.load_workbook(io.BytesIO(notice_workbook(notice)))
    *sheets, notes = book.worksheets
    funds, projects = (
        [tuple("" if cell is None else cell for cell in row) for row in sheet.iter_rows(values_only=True)]
        for sheet in sheets
    )

    for sheet in sheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
        assert sheet.print_title_rows == "$1:$3"  # the title, the period, and the header of the table
    assert (funds[2], projects[2][:4]) == (HEADER, PROJECT_HEADER)
    assert funds[3 : 3 + len(notice.lines)] == [cells(line) for line in notice.lines]
    assert [row[:4] for row in projects[3:]] == [project_cells(p) for p in notice.projects]
    assert notes.sheet_state == "hidden"  # what it says stands on the first sheet, and is printed there


def test_a_notice_is_no_ledger_and_nothing_of_it_is_loaded(
    notice: FundNotice, sample_folder: Path, root: Path, tmp_path: Path
):
    data = tmp_path / "data"
    (tmp_path / "收支公示表.xlsx").write_bytes(notice_workbook(notice))
    shutil.copy(root / "data/sample/社区名册（演示）.xlsx", tmp_path)
    loading = command("load", tmp_path / "社区名册（演示）.xlsx", tmp_path / "收支公示表.xlsx", "--data", data)

    assert "✗ 收支公示表.xlsx" in loading.stdout
    assert Build(current(data)).rows("select count(*) from fund_use union all select count(*) from donation") == [
        (0,),
        (0,),
    ]


@pytest.mark.parametrize(
    ("day", "months_on"),
    [
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2026, 9, 30), date(2026, 12, 31)),
        (date(2026, 8, 15), date(2026, 11, 15)),
    ],
)
def test_three_months_on_ends_with_a_month_where_it_began_with_one(day: date, months_on: date):
    assert later(day, 3) == months_on


def test_the_deadlines_are_those_of_the_rules():
    days = {deadline.subject: deadline.due_on for deadline in deadlines(date(2026, 9, 30))}

    assert days["下一次收支公示"] == date(2026, 12, 31)
    assert days["年度报告和财务报告"] == date(2027, 5, 31)
    assert [day for day in days.values() if day is None] == [None, None]


def test_a_deadline_that_is_over_is_called_so():
    next_notice, *_ = deadlines(date(2026, 9, 30))
    in_time, late = (deadline_words(next_notice, date(2026, 12, 31)), deadline_words(next_notice, date(2027, 1, 1)))
    assert late == f"{in_time}，这一天已过"
