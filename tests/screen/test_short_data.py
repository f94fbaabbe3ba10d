"""Pages on the data of an office that has just begun: one year, one month or one day of records."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.screen.conftest import PAGES, Open
from tests.screen.test_pages import WITHOUT_DATA, texts
from tests.support.ledgers import loaded, received
from ui.frame.filters import PERIODS

Folders = Callable[[str], Path]

FIRST = date(2025, 1, 1)
SPANS = {
    "year": [FIRST.replace(month=month, day=5) for month in range(1, 13)],
    "month": [FIRST + timedelta(days=number) for number in range(31)],
    "day": [FIRST],
}
LEDGERS: dict[str, tuple[str, Callable[[date], str]]] = {
    "甲社区活动.csv": ("社区,活动名称,活动日期,板块,参与人次", lambda day: f"甲社区,歌会,{day},老人,30"),
    "甲社区捐赠.csv": ("社区,捐赠日期,捐赠人,捐赠形式,金额（元）", lambda day: f"甲社区,{day},甲演示,现金,100"),
    "甲社区支出.csv": ("社区,支出日期,项目,支出金额（元）,受益人群", lambda day: f"甲社区,{day},助餐,40,老人"),
    "甲社区志愿服务.csv": ("社区,志愿者,服务日期,服务时长（小时）", lambda day: f"甲社区,乙演示,{day},2"),
    "甲社区个案.csv": ("社区,个案编号,接案日期,结案日期", lambda day: f"甲社区,G{day:%m%d},{day},{day}"),
    "甲社区满意度.csv": ("社区,调查日期,问题,得分,分制", lambda day: f"甲社区,{day},总体满意度,5,5"),
}


@pytest.fixture(scope="module")
def short_folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """Return a function that gives a data folder whose records span a year, a month or a day, loaded once each."""

    @cache
    def folder(span: str) -> Path:
        data = tmp_path_factory.mktemp(span) / "data"
        ledgers = {name: "\n".join([header, *map(row, SPANS[span])]) for name, (header, row) in LEDGERS.items()}
        received(data, {"名册.csv": f"社区,常住人口,统计日期\n甲社区,3000,{FIRST}\n", **ledgers})
        assert not loaded(data)[0].failed
        return data

    return folder


FILTERED = sorted(set(PAGES) - WITHOUT_DATA - {"data/intake.py", "data/problems.py", "evidence/claims.py"})


@pytest.mark.parametrize("page", FILTERED)
def test_a_page_opens_in_every_period_of_a_first_year_and_says_that_the_year_before_is_empty(
    app: Open, short_folders: Folders, page: str
):
    testers = {period: app(short_folders("year"), page, period=period) for period in PERIODS}

    for tester in testers.values():
        assert_opens(tester)
    assert "2024年没有记录；现有记录从2025年1月到2025年12月。换一个时期" in texts(testers["上年"])


@pytest.mark.parametrize("page", FILTERED)
@pytest.mark.parametrize("span", ["month", "day"])
def test_a_page_opens_in_the_periods_of_a_first_month_or_day(app: Open, short_folders: Folders, span: str, page: str):
    for period in ("近12个月", "上年"):
        assert_opens(app(short_folders(span), page, period=period))


def assert_opens(page: AppTest) -> None:
    """A page opens when nothing failed and no incident number is shown."""
    assert not page.exception
    assert not [error.value for error in page.error]
