"""The sample's incomes: every good line loaded, a guess refused without being repeated, ten people with more than before."""

from datetime import date

from indicators.engine import figures
from indicators.model import Filters
from sample.stories.incomes import gained_by_the_day_of_the_article, of_shedong
from warehouse.build import Build


def test_every_good_line_is_loaded_and_a_guess_is_refused(build: Build):
    assert build.rows("select count(*) from income_change") == [(len(of_shedong()),)]
    refused = build.rows("select cell from problem where record = 'income_change' and severity = '拒收'")
    assert [("三四万" in cell) for (cell,) in refused] == [False]


def test_ten_people_have_more_than_before(build: Build):
    window = Filters(("社东社区（演示）",), date(2021, 1, 1), date(2022, 8, 24))
    (gained,) = figures(build, ["people_with_income_gain"], window)
    assert gained.value == gained_by_the_day_of_the_article() == 10


def test_incomes_are_stored_to_hundreds(build: Build):
    assert build.rows("select count(*) from income_change where income_after_yuan % 100 <> 0") == [(0,)]
