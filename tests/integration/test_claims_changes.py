"""Changes without an amount of their own, multiples of an earlier number, and noughts said in words."""

import pytest

from evidence.claims.detection.finder import find_claims
from evidence.claims.verification.check import check
from evidence.claims.verification.guards import PageGuard
from tests.support import builds
from tests.support.claims_examples import Make, activities, check_single
from warehouse.build import Build


@pytest.fixture
def rising(make_build: Make) -> Build:
    """Activities of three years: 10, 20 and 41, every month reported."""
    months = [
        m for year in (2023, 2024, 2025) for m in builds.months_of("activity", (f"{year}-01-01", f"{year}-12-31"))
    ]
    return make_build({"activity": activities(10, 2023) + activities(20, 2024) + activities(41)}, months)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2024年活动场次比上年翻一番。", "相符"),
        ("2024年活动场次同比翻番。", "相符"),
        ("2025年活动场次较2023年翻了两番。", "偏低"),
        ("2025年活动场次比2024年翻了一倍多。", "相符"),
        ("2025年活动场次是上年的2.05倍。", "相符"),
        ("2025年活动场次为2023年的4.1倍。", "相符"),
        ("2025年活动场次达到2023年的5倍。", "偏高"),
        ("2025年活动场次增长到2023年的4倍以上。", "相符"),
        ("2025年活动场次相当于去年同期的三倍。", "偏高"),
        ("2025年活动场次比上年增长1.05倍。", "相符"),  # grown by, not grown to
        ("2025年活动场次比2024年翻了近一番。", "偏低"),
        ("2025年活动场次比2024年翻了一番多。", "相符"),
        ("2024年活动场次比2023年翻了近一番。", "偏低"),
        ("2025年活动场次翻了一番。", "口径未明"),
    ],
)
def test_a_multiple_is_of_the_number_of_the_year_it_names(rising: Build, text: str, verdict: str):
    assert check_single(rising, text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2025年活动场次比去年上升。", "相符"),
        ("2025年活动场次同比增加。", "相符"),
        ("2024年活动场次较2023年有所增长。", "相符"),
        ("2024年活动场次与2023年相比大幅增长。", "口径未明"),  # 20 against 10 lies within chance
        ("2025年活动场次与2023年相比大幅增长。", "相符"),
        ("2025年活动场次比上年下降。", "偏高"),
        ("2023年活动场次同比上升。", "无记录"),
    ],
)
def test_a_rise_against_a_year_before_is_held_against_that_year(rising: Build, text: str, verdict: str):
    assert check_single(rising, text).verdict == verdict


def test_a_rise_behind_a_number_is_that_of_the_number(rising: Build):
    level, change = check(rising, "2025年开展活动41场，比上年有所增加。").claims
    assert (level.verdict, change.verdict, change.binding) == ("相符", "相符", level.binding)
    assert "方向一致" in change.reason


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2025年第二季度活动场次环比增长50%。", "相符"),
        ("2025年第二季度活动场次环比增长60%。", "偏高"),
        ("2025年一季度活动场次环比增长100%。", "相符"),
        ("2025年下半年活动场次环比下降100%。", "相符"),
        ("2025年2月至3月活动场次环比增长50%。", "口径未明"),  # no month, quarter or half-year
    ],
)
def test_a_change_on_the_period_right_before_is_held_against_it(make_build: Make, text: str, verdict: str):
    """Two activities in the fourth quarter of 2024, four and six in the first two of 2025."""
    days = [("2024-11-0", 2), ("2025-03-0", 4), ("2025-05-0", 6)]
    held = [{"title": "活动", "held_on": f"{month}{n}"} for month, count in days for n in range(1, count + 1)]
    build = make_build({"activity": held}, builds.months_of("activity", ("2024-07-01", "2025-12-31")))
    assert check_single(build, text).verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        "力争2026年活动场次比上年增长。",
        "2025年与去年相比，社区更热闹了。",
        "孩子们的个头比去年高了。",
        "翻番茄地、翻一翻书。",
    ],
)
def test_what_is_aimed_at_or_counts_nothing_is_no_change(text: str):
    assert not find_claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "2025年没有新接个案。",
        "2025年未新接个案。",
        "2025年无新增个案。",
        "2025年没有接到新的个案。",
        "2025年未受理个案。",
    ],
)
def test_a_nought_is_borne_out_only_where_all_was_reported(make_build: Make, text: str):
    case = {"case_no": "1", "opened_on": "2024-03-01", "closed_on": "2024-05-01"}
    whole = builds.months_of("casework", ("2024-01-01", "2025-12-31"))
    half = builds.months_of("casework", ("2024-01-01", "2025-06-30"))

    assert check_single(make_build({"casework": [case]}, whole), text).verdict == "相符"
    undecided = check_single(make_build({"casework": [case]}, half), text)
    assert (undecided.verdict, "没有报送齐" in undecided.reason) == ("口径未明", True)
    opened = make_build({"casework": [case, {"case_no": "2", "opened_on": "2025-03-01"}]}, whole)
    assert check_single(opened, text).verdict == "偏低"


@pytest.mark.parametrize("text", ["2025年没有接手的个案。", "没有开展过的尝试。", "没有新房的居民。"])
def test_what_is_not_said_to_be_none_is_no_nought(text: str):
    assert not find_claims(text)


@pytest.mark.parametrize("text", ["2024年至2025年，接案数逐年增长。", "2024年至2025年，接案数逐年减少。"])
def test_years_of_which_one_is_hidden_are_not_held_against_each_other(make_build: Make, text: str):
    opened = [{"opened_on": f"{year}-03-01"} for year, count in ((2024, 3), (2025, 30)) for _ in range(count)]
    build = make_build({"casework": opened}, builds.months_of("casework", ("2024-01-01", "2025-12-31")))
    checked_claim = check_single(build, text, guard=PageGuard(5))
    assert (checked_claim.verdict, "2025年30例" in checked_claim.reason) == ("已隐藏", False)


def test_a_change_from_a_number_that_is_hidden_is_hidden(make_build: Make):
    opened = [{"opened_on": f"{year}-03-01"} for year, count in ((2024, 3), (2025, 30)) for _ in range(count)]
    build = make_build({"casework": opened}, builds.months_of("casework", ("2024-01-01", "2025-12-31")))
    checked_claim = check_single(build, "2025年接案数同比增长900%。", guard=PageGuard(5))
    assert (checked_claim.verdict, "不予公开" in checked_claim.reason) == ("已隐藏", True), checked_claim.reason


def test_a_mean_behind_a_number_is_that_of_the_number(make_build: Make):
    months = builds.months_of("activity", ("2025-01-01", "2025-12-31"))
    build = make_build({"activity": activities(72)}, months)
    _, mean = check(build, "2025年，甲社区开展活动72场，平均每月6场。").claims
    assert (mean.binding and mean.binding.indicator, mean.verdict, mean.computed) == ("activities", "相符", 6)
