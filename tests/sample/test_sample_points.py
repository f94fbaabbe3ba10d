"""The sample's points: rules and vouchers loaded, points of each rule added up a second time, and hours untouched by what is redeemed."""

from datetime import date

from indicators.engine import figures
from indicators.model import Filters
from sample.stories import yangming
from sample.stories.points import RULES, redemptions
from warehouse.build import Build

BEYOND_BALANCE = 1
FIRST_HALF_OF_2024 = Filters(("阳明山庄社区（演示）",), date(2024, 1, 1), date(2024, 6, 30))


def test_every_good_line_is_loaded(build: Build):
    loaded = [build.rows(f"select count(*) from {table}")[0][0] for table in ("points_rule", "redemption")]
    assert loaded == [len(RULES), len(redemptions()) + BEYOND_BALANCE]


def test_the_lines_refused_are_those_meant_to_be(build: Build):
    sql = "select record, cell from problem where severity = '拒收' and record in ('points_rule', 'redemption') order by 1"
    assert build.rows(sql) == [("points_rule", "参加会议"), ("redemption", "0")]


def test_who_redeems_more_than_there_is_is_flagged(build: Build):
    cells = build.rows("select cell from problem where code = 'beyond_balance'")
    assert ("400",) in cells


def test_points_are_two_an_hour_and_two_a_gift_of_goods_of_a_person(build: Build):
    window = FIRST_HALF_OF_2024
    services = build.rows(
        "select sum(counted_hours) from counted_service where community = ? and served_on between ? and ? and person_key is not null",
        (*window.communities, window.from_on, window.to_on),
    )
    gifts = build.rows(
        "select count(*) from gift where community = ? and donated_on between ? and ? and gift_form = '物资'"
        " and donor_type = '个人' and donor_key is not null",
        (*window.communities, window.from_on, window.to_on),
    )
    (figure,) = figures(build, ["points_awarded"], window)
    assert figure.value == 2 * float(services[0][0]) + 2 * gifts[0][0]


def test_redeeming_takes_no_hours(build: Build):
    ((hours,),) = build.rows("select sum(counted_hours) from counted_service where community = '阳明山庄社区（演示）'")
    assert hours == sum(service.hours for service in yangming.story().services)
