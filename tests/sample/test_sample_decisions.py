"""The sample's decisions of a fund: every good line loaded, the slips refused or flagged, and payments set against them."""

from datetime import date

from indicators.engine import figures
from indicators.fund_governance import Payments, fund_governance
from indicators.model import Filters
from sample.stories.decisions import of_fenger
from warehouse.build import Build
from wording import states

OF_NO_KNOWN_BODY = 1


def test_every_good_line_is_loaded(build: Build):
    assert build.rows("select count(*) from fund_decision") == [(len(of_fenger()) + OF_NO_KNOWN_BODY,)]


def test_the_lines_refused_are_those_meant_to_be(build: Build):
    sql = "select cell from problem where severity = '拒收' and record = 'fund_decision' order by 1"
    assert build.rows(sql) == [("5",), ("另行通知",)]


def test_a_committee_of_six_is_flagged_as_even(build: Build):
    sql = "select distinct cell, sheet from problem where record = 'fund_decision' and code = 'remark'"
    assert build.rows(sql) == [("6", "2023年")]


def test_a_payment_before_its_decision_and_one_beyond_the_amount_are_flagged(build: Build):
    sql = "select code, cell from problem where record = 'fund_use' and code in ('decided_later', 'beyond_decision')"
    assert sorted(build.rows(sql)) == [("beyond_decision", "740.00"), ("decided_later", "1043.00")]


def test_all_that_was_spent_since_the_first_decision_is_judged(build: Build):
    ((judged,),) = build.rows("select sum(amount_yuan) from decided_spending")
    ((spent,),) = build.rows(
        "select sum(amount_yuan) from fund_use where community like '凤二%' and used_on >= '2024-01-01'"
    )
    assert judged == spent


def test_months_before_the_first_decision_are_not_registered_whatever_was_paid_in_them(build: Build):
    """The first decision is of 25 December 2023: of July 2023 to October 2024 eleven months in sixteen are judged, of 2022 none."""
    across, before = (
        figures(build, ["decided_spending_share"], Filters(("凤二村（演示）",), *window), ("community",))[0]
        for window in ((date(2023, 7, 1), date(2024, 10, 31)), (date(2022, 1, 1), date(2022, 12, 31)))
    )
    assert (across.coverage.reported, across.coverage.due) == (11, 16)
    assert (states.word(before), before.coverage.reported, before.coverage.due) == ("未登记", 0, 12)


def test_the_amount_decided_is_that_of_the_committee(build: Build):
    (amount,) = figures(
        build, ["fund_decided_amount"], Filters(("凤二村（演示）",), date(2025, 1, 1), date(2025, 12, 31))
    )
    assert amount.value == sum(d.amount_yuan or 0 for d in of_fenger() if d.decided_on.year == 2025)


def test_what_is_known_of_the_fund_is_that_of_its_last_meeting(build: Build):
    (fund,) = fund_governance(
        build, Filters(("凤二村（演示）", "社东社区（演示）"), date(2026, 1, 1), date(2026, 10, 31))
    )
    assert (fund.community, fund.member_count, fund.supervised_on) == ("凤二村（演示）", 5, fund.last_decided_on)
    assert fund.by_standing["决议在后"] == Payments(1, 1043.0) and fund.by_account["现金"].count == 1


def test_before_the_sixth_member_left_the_committee_was_even(build: Build):
    (fund,) = fund_governance(build, Filters(("凤二村（演示）",), date(2023, 1, 1), date(2023, 12, 31)))
    assert fund.member_count == 6
