"""The sample's list of leaders: every good line loaded, the others refused, and what has left told apart."""

from datetime import date

from indicators.engine import figures
from indicators.model import Filters
from sample.stories.leaders import of_fenger
from warehouse.build import Build


def test_every_good_line_is_loaded_and_two_are_refused(build: Build):
    loaded = build.rows("select count(*) from resident_leader")
    refused = build.rows("select \"column\" from problem where record = 'resident_leader' and severity = '拒收'")
    assert (loaded, sorted(refused)) == ([(len(of_fenger()),)], [("认定日期",), ("退出日期",)])


def test_who_has_left_counts_among_those_recognised_only(build: Build):
    window = Filters(("凤二村（演示）",), date(2021, 1, 1), date(2026, 10, 31))
    ever, still = figures(build, ["leaders_recognised", "resident_leaders"], window)
    gone = sum(leader.left_on is not None for leader in of_fenger())
    assert gone > 0
    assert (ever.value, still.value) == (len(of_fenger()), len(of_fenger()) - gone)
