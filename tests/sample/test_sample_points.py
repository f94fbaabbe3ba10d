"""The sample's points: rules and vouchers loaded, points of each rule added up a second time, and hours untouched by what is redeemed."""

from datetime import date

import pytest

from indicators.comparison import against_year_before
from indicators.engine import figures
from indicators.model import Filters
from sample.stories import yangming
from sample.stories.hour_points import (
    FEIJIAYING_REPORTS,
    FEIJIAYING_RULES,
    FENGER_RULES,
    feijiaying_redemptions,
    fenger_redemptions,
)
from sample.stories.points import RULES, redemptions
from warehouse.build import Build

BEYOND_BALANCE = 1
FIRST_HALF_OF_2024 = Filters(("阳明山庄社区（演示）",), date(2024, 1, 1), date(2024, 6, 30))


def test_every_good_line_is_loaded(build: Build):
    loaded = [build.rows(f"select count(*) from {table}")[0][0] for table in ("points_rule", "redemption")]
    rules = [*RULES, *FENGER_RULES, *FEIJIAYING_RULES, *FEIJIAYING_REPORTS]
    redeemed = [*redemptions(), *fenger_redemptions(), *feijiaying_redemptions()]
    assert loaded == [len(rules), len(redeemed) + BEYOND_BALANCE]


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
    figure, service = figures(build, ["points_awarded", "points_for_service"], window)
    assert service.value == 2 * float(services[0][0])
    assert figure.value == service.value + 2 * gifts[0][0]


def test_entries_up_to_a_day_are_the_gifts_of_goods_since_there_was_a_rule(build: Build):
    window = FIRST_HALF_OF_2024
    gifts = build.rows(
        "select count(*) from gift where community = ? and donated_on <= ? and gift_form = '物资' and donor_type = '个人' and donor_key is not null"
        " and donated_on >= (select min(effective_on) from points_rule where community = gift.community and item = '捐赠物资')",
        (*window.communities, window.to_on),
    )
    (entries,) = figures(build, ["points_entries_to_date"], window)
    assert entries.value == gifts[0][0] > 100


def test_each_community_gives_points_by_its_own_rule(build: Build):
    window = Filters(("凤二村（演示）",), date(2025, 1, 1), date(2025, 12, 31))
    ((points,),) = build.rows(
        "select sum(least(counted_hours, 3)) from counted_service"
        " where community = ? and served_on between ? and ? and person_key is not null",
        (*window.communities, window.from_on, window.to_on),
    )
    figure, service = figures(build, ["points_awarded", "points_for_service"], window)
    assert figure.value == service.value == float(points)  # one an hour, three hours of a service at most since 2025


def test_a_request_of_a_resident_earns_a_point_where_a_rule_says_so(build: Build):
    window = Filters(("费家营社区（演示）",), date(2025, 7, 1), date(2026, 6, 30))
    requests = build.rows(
        "select count(*) from service_request where community = ? and received_on between '2026-01-01' and ?"
        " and requester_key is not null and result is distinct from '不予受理'",
        (*window.communities, window.to_on),
    )
    points = {figure.category: figure.value for figure in figures(build, ["points_awarded"], window, ("item",))}
    assert (points["反映问题"],) == requests[0]


def test_nobody_of_the_other_communities_redeems_more_than_there_is(build: Build):
    assert build.rows("select community from problem where code in ('beyond_balance', 'no_points_rule')") == [
        ("阳明山庄社区（演示）",)
    ]


def test_redeeming_takes_no_hours(build: Build):
    ((hours,),) = build.rows("select sum(counted_hours) from counted_service where community = '阳明山庄社区（演示）'")
    assert hours == sum(service.hours for service in yangming.story().services)


@pytest.mark.parametrize(
    ("indicator", "community", "last_day", "silence"),
    [
        (
            "points_awarded",
            "凤二村（演示）",
            date(2025, 12, 31),
            "rule_changed",
        ),  # up to 3 hours from 1 January 2025, 2 before
        ("points_awarded", "凤二村（演示）", date(2026, 10, 31), None),
        ("points_awarded", "费家营社区（演示）", date(2024, 12, 31), None),  # the first rule is of July 2023
        ("points_awarded", "费家营社区（演示）", date(2026, 10, 31), "rule_changed"),  # points for reports, too
        (
            "points_for_service",
            "费家营社区（演示）",
            date(2026, 10, 31),
            None,
        ),  # the rule of reports does not bear on them
        ("points_entries", "阳明山庄社区（演示）", date(2024, 12, 31), None),  # a cap of hours makes gifts no fewer
    ],
)
def test_points_are_not_compared_across_a_change_of_their_rules(
    build: Build, indicator: str, community: str, last_day: date, silence: str | None
):
    year = Filters((community,), last_day.replace(month=1, day=1), last_day)
    (comparison,) = against_year_before(build, [indicator], year)
    assert comparison.silence == silence
