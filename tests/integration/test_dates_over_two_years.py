"""Dates without a year under a title over two years: the title settles the year of each month, or the rows are asked about."""

from pathlib import Path

import pytest

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.inbox.settings import Settings
from etl.reading.grid import Unreadable
from tests.support.cleaned_files import clean_file, clean_text
from tests.support.two_sheets import workbook

PLACE = {"社区": "凤二村"}


def days_of(ledger: CleanedLedger, record: str, column: str) -> list[str]:
    return sorted(f"{day}" for table in ledger.tables.get(record, ()) for day in table.column(column).to_pylist())


def activities(tmp_path: Path, title: str, days: list[str], **constants: str) -> CleanedLedger:
    rows = "".join(f"{day},书法{number},20\n" for number, day in enumerate(days))
    text = f"{title},,\n活动日期,活动名称,参加人数\n{rows}"
    return clean_text(tmp_path, text, Settings("activity", {**PLACE, **constants}))


@pytest.mark.parametrize("stated", [{}, {"年份": "2025"}, {"年份": "2024"}])
@pytest.mark.parametrize(
    "title",
    [
        "2024年12月—2025年1月活动台账",
        "2024.12-2025.1活动台账",
        "2024年12月20日至2025年1月31日活动台账",
        "活动台账（2024年9月至次年1月）",
        "2024年12月—1月活动台账",
        "2024—2025学年活动台账",
    ],
)
def test_a_title_over_two_years_gives_each_day_its_own(tmp_path: Path, title: str, stated: dict[str, str]):
    ledger = activities(tmp_path, title, ["12月28日", "1/3"], **stated)
    assert days_of(ledger, "activity", "held_on") == ["2024-12-28", "2025-01-03"]


@pytest.mark.parametrize(
    ("title", "days", "loaded"),
    [
        ("2024年12月—2025年1月活动台账", ["12月28日", "3月3日"], ["2024-12-28"]),  # out of the title's range
        ("2023年11月—2024年12月活动台账", ["11月28日", "3月3日"], ["2024-03-03"]),  # November lies in it twice
        ("2024学年活动台账", ["9月28日", "3月3日", "8月3日"], ["2024-09-28"]),
        ("2023-2024年活动台账", ["9月28日", "3月3日"], []),
    ],
)
def test_a_year_stated_against_the_title_is_asked_about(tmp_path: Path, title: str, days: list[str], loaded: list[str]):
    ledger = activities(tmp_path, title, days, 年份="2024")
    assert days_of(ledger, "activity", "held_on") == loaded
    refused = [problem for problem in ledger.problems if problem.severity == "拒收"]
    assert len(refused) == len(days) - len(loaded)
    assert all("已核对=是" in problem.message for problem in refused)
    looked_at = activities(tmp_path, title, days, 年份="2024", 已核对="是")
    assert len(days_of(looked_at, "activity", "held_on")) == len(days)


@pytest.mark.parametrize(
    "title", ["2024年活动台账", "2024年12月31日活动台账", "2024年1月-12月活动台账", "2024-12-01活动台账", "活动台账"]
)
def test_a_title_of_one_year_leaves_the_stated_one(tmp_path: Path, title: str):
    ledger = activities(tmp_path, title, ["11月28日"], 年份="2025")
    assert days_of(ledger, "activity", "held_on") == ["2025-11-28"]


def test_months_as_columns_get_the_year_of_the_title_and_no_option_is_named_that_nobody_wrote(tmp_path: Path):
    text = "{title},,,\n项目,11月,12月,1月\n活动场次,1,2,3\n参与人次,10,20,30\n"
    settings = Settings("summary", PLACE, {"11月…1月": "数值"})
    ledger = clean_text(tmp_path, text.format(title="2024年11月—2025年1月汇总"), settings)
    assert days_of(ledger, "summary", "month_on") == [
        month for month in ("2024-11-01", "2024-12-01", "2025-01-01") for _ in range(2)
    ]
    with pytest.raises(Unreadable, match="表头“11月”当作月份读不出：月份“11月”缺少年份"):
        clean_text(tmp_path, text.format(title="汇总"), settings)


def test_a_day_gets_no_year_where_title_and_sheet_name_different_ones(tmp_path: Path):
    rows = [
        ["2025年活动一览"],
        ["活动日期", "活动名称", "参加人数"],
        ["3月5日", "书法", 20],
        ["2024-04-05", "合唱", 30],
    ]
    path = tmp_path / "台账.xlsx"
    path.write_bytes(workbook({"2024年活动": rows}))

    def read(**constants: str) -> CleanedLedger:
        return clean_file(path, Settings("activity", {**PLACE, **constants}))

    asked = read()
    assert days_of(asked, "activity", "held_on") == ["2024-04-05"]
    assert any("写着“标题2025年、工作表名2024年”" in problem.message for problem in asked.problems)
    assert days_of(read(年份="2024"), "activity", "held_on") == ["2024-03-05", "2024-04-05"]


@pytest.mark.parametrize(
    ("title", "days", "said"),
    [
        ("2025年活动台账", ["2025-01-10", "2015-02-12"], ["有1行的日期在2015年，标题、工作表名或文件名写着2025年"]),
        ("活动台账", ["2025-01-10", "2025-01-11", "2015-02-12"], ["有1行的日期在2015年，别的行在2025年"]),
        ("2025年活动台账", ["2024-12-30", "2025-01-10"], []),
        (
            "2025年3月活动台账",
            ["2025-03-05", "2025-03-12", "2024-03-18"],
            ["有1行的日期在2024-03，标题、工作表名或文件名写的是2025-03"],
        ),
        ("2025年1月活动台账", ["2024-12-30", "2025-01-10"], []),
        ("活动台账", ["2015-02-12", "2025-01-10"], []),
        ("活动台账", [f"{year}-01-10" for year in range(2015, 2025) for _ in range(2)], []),
    ],
)
def test_a_day_years_away_from_all_others_is_told(tmp_path: Path, title: str, days: list[str], said: list[str]):
    ledger = activities(tmp_path, title, days)
    told = [problem.message.partition("，照常")[0] for problem in ledger.problems if problem.code == "lone_year"]

    assert (len(days_of(ledger, "activity", "held_on")), told) == (len(days), said)


@pytest.mark.parametrize(
    ("title", "versions", "first_days"),
    [
        (
            "2024年7月—2025年6月需求清单",
            ["三季度", "四季度", "第一季度", "二季度"],
            ["2024-07-01", "2024-10-01", "2025-01-01", "2025-04-01"],
        ),
        ("2024年7月—2025年6月需求清单", ["下半年", "上半年"], ["2024-07-01", "2025-01-01"]),
        ("2024年8月—2025年6月需求清单", ["四季度", "三季度"], ["2024-10-01"]),
        ("2024年需求清单", ["三季度", "上半年"], ["2024-01-01", "2024-07-01"]),
    ],
)
def test_a_title_over_two_years_gives_each_quarter_its_own(
    tmp_path: Path, title: str, versions: list[str], first_days: list[str]
):
    rows = "".join(f"{version},{number}号,助餐\n" for number, version in enumerate(versions))
    ledger = clean_text(tmp_path, f"{title},,\n清单版本,需求名称,需求类别\n{rows}", Settings("need", PLACE))

    assert days_of(ledger, "need", "version_on") == first_days


@pytest.mark.parametrize(("name", "loaded"), [("2024年活动台账.csv", 0), ("2026年报送.csv", 1), ("2025年.csv", 1)])
def test_a_file_of_an_earlier_year_than_its_title_is_asked_about(tmp_path: Path, name: str, loaded: int):
    text = "2025年活动台账,,\n活动日期,活动名称,参加人数\n3月5日,书法,20\n"

    assert len(days_of(clean_text(tmp_path, text, Settings("activity", PLACE), name), "activity", "held_on")) == loaded
