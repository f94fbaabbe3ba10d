"""The hint on dates of which only the month was written counts what is stored, and not what is refused."""

from pathlib import Path

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text


def notes(tmp_path: Path, *days: str) -> tuple[list[str], int]:
    """Return what is said of days of foundation of which only the month is known, and how many are refused."""
    rows = "\n".join(f"例水书画社{number},{day}" for number, day in enumerate(days, 1))
    ledger = clean_text(
        tmp_path, f"组织名称,成立日期\n{rows}\n", Settings("social_organisation", {"社区": "凤二村"}), "名册.csv"
    )
    said = [problem.message for problem in ledger.problems if "只写到月" in problem.message]
    return said, sum(report.refused for report in ledger.reports)


def test_months_that_are_refused_are_not_counted(tmp_path: Path):
    said, refused = notes(tmp_path, "2021.1", "2019年3月", "2020-05", "2020-06-01")
    assert refused == 1
    assert said == [
        "“成立日期”有2格只写到月（“2019年3月”），按那个月的1日存：按月、季、年看的数不受影响，零散起止的日子里可能差几天。"
    ]


def test_where_all_are_refused_nothing_is_said_of_them(tmp_path: Path):
    assert notes(tmp_path, "3月", "4月") == ([], 2)
