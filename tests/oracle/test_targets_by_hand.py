"""Targets set against figures, each worked out by hand: shares, what is expected by today, and where nothing may be said."""

from datetime import date, timedelta

import pytest

from indicators import engine
from indicators.disclosure import OFFICE
from indicators.disclosure.choices import disclosed_figures
from indicators.target_progress import TargetProgress, by_promise, progress, today
from indicators.targets import share_kept, targets
from tests.support import builds
from warehouse.build import Build
from wording import targets as words

YEAR = {"from_on": "2025-01-01", "to_on": "2025-12-31", "set_on": "2025-01-10"}


def target(indicator: str, value: float, **cells: object) -> dict[str, object]:
    return {**YEAR, "indicator": indicator, "value": value, **cells}


def activities(*days: str) -> list[dict[str, object]]:
    return [{"title": "活动", "held_on": day, "headcount": 20} for day in days]


def all_progress(build: Build, year: int = 2025) -> list[TargetProgress]:
    filters = builds.year(year)
    ask = lambda ids, window, by: engine.figures(build, ids, window, by)  # noqa: E731
    return progress(build, targets(build, filters), filters.communities, ask)


def only(build: Build) -> TargetProgress:
    (target_progress,) = all_progress(build)
    return target_progress


@pytest.mark.parametrize(
    ("achieved", "value", "is_most", "share"),
    [
        (60, 80, False, 0.75),
        (90, 80, False, 1.125),
        (0, 0, False, 1),
        (40, 30, True, 0.75),
        (20, 30, True, 1),
        (1, 0, True, 0),
    ],
)
def test_the_share_kept_is_proportional_and_reversed_for_at_most(
    achieved: float, value: float, is_most: bool, share: float
):
    assert share_kept(achieved, value, is_most) == share


def test_a_year_that_is_over_is_kept_or_missed(make_build):
    build = make_build({"activity": activities("2025-03-01", "2025-12-20"), "target": [target("活动场次", 4)]})
    result = only(build)

    assert (result.achieved, result.difference, result.share_kept, result.standing) == (2, -2, 0.5, "missed")


def test_by_today_a_flow_owes_the_share_of_the_period_that_has_passed(make_build):
    rows = {"activity": activities("2025-03-01", "2025-03-02"), "target": [target("活动场次", 10)]}
    result = only(make_build(rows, last_day="2025-03-31"))

    assert result.today == date(2025, 3, 31)
    assert result.expected == pytest.approx(10 * 90 / 365)  # January to March have 90 days
    assert result.standing == "behind"


def test_no_day_lies_after_the_build_was_made(make_build):
    build = make_build({"activity": activities("2026-01-01")}, last_day="2026-01-02")
    assert today(build, date(2026, 12, 31)) == date(2026, 1, 2)


@pytest.mark.parametrize("indicator", ["总体满意率", "在办个案", "参与人数", "平均结案天数"])
def test_of_rates_states_and_distinct_people_nothing_is_expected_by_today(make_build, indicator: str):
    build = make_build({"activity": activities("2025-03-01"), "target": [target(indicator, 10)]}, last_day="2025-03-31")
    assert only(build).expected is None


def test_not_reported_is_no_number_and_not_nothing_achieved(make_build):
    result = only(make_build({"target": [target("志愿服务时间", 100)]}))

    assert result.figure and result.figure.state == "not_reported"
    assert (result.achieved, result.share_kept, result.standing) == (None, None, "no_number")


def test_a_small_number_of_people_that_is_hidden_has_no_difference_and_no_share(make_build):
    rows = {"casework": [{"case_no": "1", "opened_on": "2025-03-01"}], "target": [target("接案数", 10)]}
    build = make_build(rows)
    filters = builds.year()
    ask = lambda ids, window, by: disclosed_figures(build, ids, window, by, OFFICE)  # noqa: E731
    (result,) = progress(build, targets(build, filters), filters.communities, ask)

    assert result.figure and result.figure.state == "hidden"
    assert (result.difference, result.share_kept) == (None, None)


@pytest.mark.parametrize(
    ("indicator", "cells", "misfit"),
    [
        ("参与人次", {"unit": "人"}, "other_unit"),
        ("参与人数", {"unit": "名"}, None),
        ("活动场次", {"unit": "次"}, None),
        ("支出金额", {"unit": "万元"}, None),
        ("总体满意率", {"value": 0.9}, "share_or_percent"),
        ("总体满意率", {"value": 0.9, "unit": "百分比"}, None),
    ],
)
def test_a_target_in_another_unit_is_not_set_against_its_indicator(make_build, indicator, cells, misfit):
    build = make_build({"activity": activities("2025-03-01"), "target": [target(indicator, **{"value": 10, **cells})]})
    assert only(build).misfit == misfit


def test_days_are_the_most_by_themselves_and_a_stated_bound_prevails(make_build):
    rows = [target("平均办结天数", 5), target("平均办结天数", 5, bound="不少于", project="甲项目")]
    build = make_build({"activity": activities("2025-03-01"), "target": rows})
    assert [result.target.is_most for result in all_progress(build)] == [True, False]


def test_a_project_has_its_own_spending_where_the_ledger_tells_it_apart(make_build):
    spending = [
        {"used_on": "2025-03-01", "project": "幸福食堂", "amount_yuan": 300},
        {"used_on": "2025-04-01", "project": "微心愿", "amount_yuan": 500},
    ]
    rows = [target("支出金额", 400, project=name) for name in ("幸福食堂", "没有这个")]
    results = all_progress(make_build({"fund_use": spending, "target": rows}))
    assert {result.target.project: (result.achieved, result.misfit) for result in results} == {
        "幸福食堂": (300, None),
        "没有这个": (None, "unknown_project"),
    }


def test_a_later_value_counts_and_the_earlier_one_is_known(make_build):
    rows = [target("活动场次", 4), target("活动场次", 2, set_on="2025-07-01")]
    result = only(make_build({"activity": activities("2025-03-01", "2025-12-20"), "target": rows}))

    assert (result.target.value, result.target.former_value, result.standing) == (2, 4, "kept")


ANSWER = {"surveyed_on": "2025-03-01", "dimension": None, "scale": 5, "score": 5}


def cases(days: int, number: int = 6) -> list[dict[str, object]]:
    return [
        {"case_no": str(n), "opened_on": "2025-01-01", "closed_on": str(date(2025, 1, 1) + timedelta(days))}
        for n in range(number)
    ]


@pytest.mark.parametrize(
    ("rows", "promise", "last_day", "standing"),
    [
        ({"casework": cases(70)}, target("平均结案天数", 75, bound="不超过"), "2025-10-31", "reached"),
        ({"casework": cases(82)}, target("平均结案天数", 75, bound="不超过"), "2025-10-31", "beyond"),
        ({"casework": cases(82)}, target("平均结案天数", 75, bound="不超过"), "2025-12-31", "missed"),
        ({"casework": cases(70)}, target("平均结案天数", 75, bound="不超过"), "2025-12-31", "kept"),
        ({"satisfaction": [ANSWER] * 8}, target("总体满意率", 90), "2025-10-31", "reached"),
        ({"casework": cases(70)}, target("接案数", 6), "2025-10-31", "kept"),
        ({"casework": cases(70)}, target("接案数", 5, bound="不超过"), "2025-10-31", "missed"),
        ({"casework": cases(70)}, target("接案数", 6, bound="不超过"), "2025-10-31", "reached"),
    ],
)
def test_before_its_end_a_rate_or_mean_is_kept_today_and_not_for_good(make_build, rows, promise, last_day, standing):
    """Six cases of 70 or 82 days each, all closed: a mean may still fall, and a seventh case would go beyond six."""
    assert only(make_build({**rows, "target": [promise]}, last_day=last_day)).standing == standing


def test_what_went_beyond_the_most_says_by_how_much_and_not_how_nearly_it_was_kept(make_build):
    rows = {"casework": cases(90), "target": [target("平均结案天数", 75, bound="不超过")]}
    result = only(make_build(rows, last_day="2025-10-31"))
    assert (words.share(result), words.beside(result)) == ("超出20%", "90.0天，超过上限")


def test_a_range_across_the_target_is_left_open(make_build):
    """Two names signed in, and 18 more came unnamed: between 20 (the largest single activity) and 40 people, or fewer."""
    rows = {"activity": activities("2025-03-01", "2025-12-20"), "target": [target("参与人数", 30)]}
    assert only(make_build(rows)).standing == "open"


def test_targets_are_those_whose_period_touches_the_window_by_promise(make_build):
    rows = [
        target("活动场次", 4),
        target("参与人次", 4),
        target("活动场次", 4, from_on="2024-01-01", to_on="2024-12-31"),
    ]
    build = make_build({"activity": activities("2025-03-01"), "target": rows})
    promises = by_promise(all_progress(build))
    assert {(community, period.label): len(group) for (community, _, period), group in promises.items()} == {
        ("甲", "2025年"): 2
    }
