"""What a change is compared with, in what unit, and over how much of its window."""

import pytest

from evidence.claims.verification.check import check
from tests.support import builds
from tests.support.claims_examples import Make, activities, check_single
from warehouse.build import Build

FULL = builds.months_of("activity", ("2024-01-01", "2025-12-31"))


def held(*counts: tuple[str, int]) -> dict[str, list[dict[str, object]]]:
    """So many activities in each month."""
    return {
        "activity": [
            {"title": f"会{n}", "held_on": f"{month}-{n % 28 + 1:02}"} for month, count in counts for n in range(count)
        ]
    }


@pytest.mark.parametrize(("growth", "verdict"), [("50%", "相符"), ("200%", "偏高")])
def test_a_half_year_is_held_against_the_half_year_that_the_text_names(make_build: Make, growth: str, verdict: str):
    build = make_build(held(("2024-03", 10), ("2024-09", 20), ("2025-03", 30)), FULL)
    checked_claim = check_single(build, f"2025年上半年活动场次比2024年下半年增长{growth}。")

    assert checked_claim.verdict == verdict
    assert "2024年7月至12月为20场" in checked_claim.reason


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2025年下半年活动场次比上半年增长50%。", "相符"),
        ("2025年下半年活动场次比上半年多15场。", "相符"),
        ("2025年下半年活动场次比上半年多10场。", "偏低"),
        ("2025年第三季度活动场次比第一季度增加30场。", "偏高"),
        ("2025年下半年活动场次比上半年明显减少。", "偏高"),
        ("2025年上半年活动场次比去年下半年增长50%。", "相符"),
        ("2025年上半年活动场次比下半年多10场。", "口径未明"),
    ],
)
def test_a_part_of_a_year_is_held_against_the_part_before_it(make_build: Make, text: str, verdict: str):
    build = make_build(held(("2024-03", 10), ("2024-09", 20), ("2025-03", 30), ("2025-09", 45)), FULL)
    assert check_single(build, text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2025年活动场次与2024年基本持平。", "相符"),
        ("2025年活动场次与上年持平。", "相符"),
        ("2025年活动场次与2023年持平。", "偏低"),
        ("2024年活动场次同比持平。", "偏低"),
    ],
)
def test_as_many_as_another_year_is_within_a_twentieth_of_it(make_build: Make, text: str, verdict: str):
    covered = builds.months_of("activity", ("2023-01-01", "2025-12-31"))
    build = make_build(held(("2023-03", 20), ("2024-03", 40), ("2025-03", 41)), covered)
    assert check_single(build, text).verdict == verdict


@pytest.mark.parametrize(
    ("number", "verdict", "words"),
    [
        ("34场", "口径未明", "可以是2023年2月至2026年1月，也可以是2023年至2025年"),
        ("35场", "口径未明", "请写明"),
        ("30余场", "相符", "核对的结果一样"),
        ("50场", "偏高", "核对的结果一样"),
    ],
)
def test_the_last_years_are_those_up_to_today_and_the_whole_ones(
    make_build: Make, number: str, verdict: str, words: str
):
    rows = held(("2023-01", 5), ("2024-03", 10), ("2025-03", 20), ("2026-01", 4))
    covered = builds.months_of("activity", ("2022-01-01", "2026-01-31"))
    build = make_build(rows, covered, last_day="2026-01-31", first_day="2022-01-01")
    checked_claim = check_single(build, f"近三年开展活动{number}。")
    assert (checked_claim.verdict, words in checked_claim.reason) == (verdict, True), checked_claim.reason


def test_a_minimum_of_each_year_is_no_demand(make_build: Make):
    cases = [{"opened_on": f"{year}-03-01"} for year, count in ((2024, 12), (2025, 9)) for _ in range(count)]
    build = make_build({"casework": cases}, builds.months_of("casework", ("2024-01-01", "2025-12-31")))
    assert check_single(build, "2024年至2025年，每年接案均不少于10例。").verdict == "偏高"
    assert check_single(build, "2024年至2025年，每年接案均不少于9例。").verdict == "相符"


def test_the_same_half_year_is_still_compared_like_for_like(make_build: Make):
    build = make_build(held(("2024-03", 10), ("2025-03", 30)), FULL)
    assert check_single(build, "2025年上半年活动场次比2024年上半年增长200%。").verdict == "相符"


@pytest.mark.parametrize(("base", "verdict"), [("比2025年", "口径未明"), ("比2025年同期", "偏低"), ("同比", "偏低")])
def test_a_year_that_is_not_over_may_be_held_against_all_of_the_one_before(make_build: Make, base: str, verdict: str):
    covered = builds.months_of("activity", ("2025-01-01", "2026-06-30"))
    rows = held(("2025-03", 10), ("2025-09", 10), ("2026-03", 30))
    build = make_build(rows, covered, last_day="2026-06-30")
    assert check_single(build, f"2026年活动场次{base}增长50%。").verdict == verdict


def test_other_months_that_were_not_all_reported_leave_a_change_open(make_build: Make):
    covered = builds.months_of("activity", ("2024-09-01", "2025-12-31"))
    build = make_build(held(("2024-09", 20), ("2025-03", 30)), covered)
    checked_claim = check_single(build, "2025年上半年活动场次比2024年下半年增长50%。")

    assert checked_claim.verdict == "口径未明"
    assert "报送4/6社区月" in checked_claim.reason


@pytest.mark.parametrize(
    ("growth", "verdict"),
    [("提高25%", "相符"), ("提高20%", "口径未明"), ("提高20个百分点", "相符"), ("提高30%", "偏高")],
)
def test_a_share_rises_by_percent_of_itself_or_by_points(make_build: Make, growth: str, verdict: str):
    rows = [
        {"surveyed_on": f"{year}-05-01", "scale": 5, "score": 5 if n < satisfied else 1}
        for year, satisfied in ((2024, 80), (2025, 100))
        for n in range(100)
    ]
    checked_claim = check_single(make_build({"satisfaction": rows}), f"2025年各题满意率比上年同期{growth}。")
    assert checked_claim.verdict == verdict


@pytest.mark.parametrize(
    ("points", "verdict"),
    [
        ("3.5个百分点", "相符"),
        ("3.55个百分点", "相符"),
        ("3.7个百分点", "偏高"),
        ("3.4个百分点", "偏低"),
        ("3.5%", "口径未明"),
    ],
)
def test_points_may_be_those_between_the_shares_as_they_are_printed(make_build: Make, points: str, verdict: str):
    rows = [
        {"surveyed_on": f"{year}-05-01", "scale": 5, "score": 5 if n < satisfied else 1}
        for year, satisfied, answers in ((2024, 59, 70), (2025, 65, 74))  # 84.286 and 87.838, printed 84.3 and 87.8
        for n in range(answers)
    ]
    text = f"2025年各题满意率比上年同期提高{points}。"
    assert check_single(make_build({"satisfaction": rows}), text).verdict == verdict


@pytest.mark.parametrize("words", ["平均每位居民捐款500元", "平均每名村民捐款20元"])
def test_what_each_person_gave_is_no_sum_of_all(make_build: Make, words: str):
    gifts = [{"donated_on": "2025-03-01", "amount_yuan": 500}]
    checked_claim = check_single(make_build({"donation": gifts}), f"2025年，{words}。")
    assert (checked_claim.verdict, "是总数，不能直接比" in checked_claim.reason) == ("口径未明", True)


def test_growth_over_half_of_what_the_year_reported_is_not_that_of_the_year(make_build: Make):
    rows = held(*[(f"2024-{n:02}", 10) for n in range(1, 7)], *[(f"2025-{n:02}", 15) for n in range(1, 13)])
    level, change = check(make_build(rows), "2025年活动场次180场，同比增长50%。").claims

    assert (level.verdict, change.verdict) == ("相符", "口径未明")
    assert "只是这个时期的一部分" in change.reason


def test_what_became_shorter_fell(make_build: Make):
    build = make_build({"activity": activities(20, 2024) + activities(10)})
    assert check_single(build, "2025年活动场次同比缩短50%。").verdict == "相符"


@pytest.mark.parametrize("words", ["新增志愿者872人", "新发展志愿者872人", "净增社会组织12个", "新增在办个案66例"])
def test_what_was_added_in_a_time_is_not_all_there_is_at_its_end(build: Build, words: str):
    claim = check_single(build, f"2026年1月至10月，阳明山庄社区{words}。")

    assert claim.verdict == "口径未明"
    assert "说的是这段时间里增加的数" in claim.reason


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2025年甲获得荣誉1项。", "口径未明"),
        ("2025年甲获得荣誉3项。", "口径未明"),
        ("截至2025年底，甲获得荣誉3项。", "相符"),
        ("截至2025年底，甲获得荣誉1项。", "偏低"),
        ("2025年甲善款使用率50%。", "口径未明"),
        ("2025年甲善款使用率60%。", "相符"),
        ("截至2025年底，甲善款使用率50%。", "偏低"),
    ],
)
def test_what_is_counted_from_the_first_record_on_refutes_no_number_of_a_year(
    make_build: Make, text: str, verdict: str
):
    honours = [
        {"title": f"奖{n}", "awarded_on": day} for n, day in enumerate(("2023-05-01", "2024-05-01", "2025-05-01"))
    ]
    gifts = [{"donated_on": f"{year}-01-05", "amount_yuan": 500, "form": "现金"} for year in (2024, 2025)]
    spent = [{"used_on": "2024-02-01", "amount_yuan": 350}, {"used_on": "2025-02-01", "amount_yuan": 250}]
    months = [m for record in ("donation", "fund_use") for m in builds.months_of(record, ("2024-01-01", "2025-12-31"))]
    build = make_build({"honour": honours, "donation": gifts, "fund_use": spent}, months)
    assert check_single(build, text).verdict == verdict
