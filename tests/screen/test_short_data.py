"""Every page in every period, on data that span one day, one month, one year and five: nothing fails, and no incident is shown."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl.declarations import record_types, register
from etl.schema import Column, RecordType
from tests.screen.conftest import PAGES, Open
from tests.screen.test_pages import WITHOUT_DATA, texts
from tests.support.ledgers import loaded, received
from tests.support.shared import Shared
from ui.frame.filters import PERIODS

Folders = Callable[[str], Path]

FIRST = date(2025, 1, 1)
SPANS = {
    "day": [FIRST],
    "month": [FIRST + timedelta(days=number) for number in range(0, 31, 3)],
    "year": [FIRST.replace(month=month, day=5) for month in range(1, 13)],
    "years": [date(year, month, 5) for year in range(2021, 2026) for month in (1, 4, 7, 10)],
}
# Texts that examples of single columns do not give together.
TOGETHER = {
    ("topic", "votes_against"): "0",
    ("consultation", "headcount"): "999",
    ("fund_decision", "votes_against"): "0",
    ("fund_decision", "votes_abstained"): "0",
}
FILTERED = sorted(set(PAGES) - WITHOUT_DATA - {"data/intake.py", "data/problems.py", "evidence/claims.py"})
LAST_YEAR = "2024年没有记录；现有记录从2025年1月"


def ledger(record: RecordType, days: list[date]) -> str:
    """Return a ledger with a row for each day, filled in from the examples of its declaration."""
    lines = (
        ",".join(cell(record, column, day, number) for column in record.columns) for number, day in enumerate(days)
    )
    return "\n".join([",".join(column.label for column in record.columns), *lines])


def cell(record: RecordType, column: Column, day: date, number: int) -> str:
    if column.name == "community":
        return "甲社区"
    if column.kind.sql_type == "date":
        return day.isoformat()
    example = TOGETHER.get((record.id, column.name)) or next(iter(column.choices or ()), None) or column.kind.example
    is_key = column.name in record.key and column.kind.sql_type == "varchar" and not column.choices
    return f"{example}{number}" if is_key else example.replace(",", "，")


@pytest.fixture(scope="module")
def short_folders(shared: Shared) -> Folders:
    """Return a function that gives a data folder with records of every type that span so long, loaded once each."""

    return lambda span: shared.folder(f"span-of-a-{span}", lambda folder: fill(folder, span))


def fill(data: Path, span: str) -> None:
    """Load records of every type that span so long."""
    records = [record for record in record_types().values() if record is not register()]
    ledgers = {f"甲社区{record.label}.csv": ledger(record, SPANS[span]) for record in records}
    received(data, {"名册.csv": f"社区,常住人口,统计日期\n甲社区,3000,{FIRST}\n", **ledgers})
    outcome, build = loaded(data)
    empty = "select file from source_file where loaded = 0"
    assert (outcome.failed, build.rows(empty)) == ((), [])


def choices(page: str) -> Iterator[tuple[str, str]]:
    """Yield (span, period): a page meets every period, its neighbours meet it over other spans; `make attack` tries them all."""
    spans = [*SPANS]
    for number, period in enumerate(PERIODS, FILTERED.index(page)):
        yield spans[number % len(spans)], period


@pytest.mark.parametrize("page", FILTERED)
def test_a_page_opens_however_long_the_data_are_and_says_when_the_year_before_is_empty(
    app: Open, short_folders: Folders, page: str
):
    for span, period in choices(page):
        assert_opens(app(short_folders(span), page, period=period), span, period)


@pytest.mark.parametrize("page", sorted({*PAGES} - {*FILTERED}))
def test_a_page_without_periods_opens_on_the_records_of_a_day(app: Open, short_folders: Folders, page: str):
    assert_opens(app(short_folders("day"), page), "day", "")


def assert_opens(tester: AppTest, span: str, period: str) -> None:
    """A page opens when nothing failed and no incident number is shown."""
    assert not tester.exception, (span, period)
    assert not [error.value for error in tester.error], (span, period)
    if period == "上年" and span != "years":
        assert LAST_YEAR in texts(tester), (span, period)
