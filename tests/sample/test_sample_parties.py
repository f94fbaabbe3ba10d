"""The sample's organisations, staff and honours: every good line loaded, the others refused, and two scopes that must not be mixed."""

from datetime import date

from indicators.engine import figures
from indicators.model import Filters
from sample.stories.five_parties import COMMITTEE, HUB, honours, organisations, staff
from warehouse.build import Build

ON_THE_DAY = Filters(("阳明山庄社区（演示）",), date(2021, 1, 1), date(2023, 11, 14))


def test_every_good_line_is_loaded(build: Build):
    loaded = [build.rows(f"select count(*) from {table}")[0][0] for table in ("social_organisation", "staff", "honour")]
    assert loaded == [len(organisations()), len(staff()), sum(map(len, honours().values()))]


def test_the_lines_refused_are_those_meant_to_be(build: Build):
    sql = "select record, code from problem where severity = '拒收' and record in ('social_organisation', 'staff', 'honour') order by 1"
    assert build.rows(sql) == [("honour", "bad_cell"), ("social_organisation", "broken_rule"), ("staff", "broken_rule")]


def test_staff_of_the_committee_and_of_the_hub_are_two_scopes(build: Build):
    shares = {
        figure.category: (figure.numerator, figure.denominator)
        for figure in figures(build, ["certified_share"], ON_THE_DAY, ("employer",))
    }
    assert shares == {COMMITTEE: (5, 8), HUB: (10, 13)}


def test_dates_of_long_ago_do_not_lengthen_the_time_of_the_records(build: Build):
    assert min(organisation.founded_on for organisation in organisations()) < date(2013, 1, 1)
    assert build.first_day == date(2021, 1, 1)
