"""Two windows are compared only over what was reported in both, and a change is said only where it holds."""

from collections.abc import Callable
from datetime import date

import pytest

from indicators.comparison import Comparison, against_year_before
from indicators.model import Coverage, Filters
from tests.support.builds import months_of, year
from warehouse.build import Build

MakeBuild = Callable[..., Build]


def compare(build: Build, id: str, *communities: str, k: int = 0) -> Comparison:
    (comparison,) = against_year_before(build, [id], year(2025, *communities), k=k)
    return comparison


def held(community: str, *months: str, heads: int = 100) -> list[dict[str, object]]:
    return [
        {"community": community, "title": f"{community}{month}", "held_on": f"{month}-05", "headcount": heads}
        for month in months
    ]


def test_a_half_reported_year_is_compared_with_the_same_half(make_build: MakeBuild) -> None:
    rows = held("甲", *(f"2024-{n:02}" for n in range(1, 7)), *(f"2025-{n:02}" for n in range(1, 13)))
    comparison = compare(make_build({"activity": rows}), "attendances")
    assert (comparison.now.value, comparison.before.value, comparison.change) == (600, 600, 0)
    assert comparison.coverage == Coverage(6, 12)


def test_a_community_that_was_silent_a_year_before_does_not_make_the_others_grow(make_build: MakeBuild) -> None:
    rows = held("甲", "2024-03", "2025-03") + held("乙", "2025-03", heads=900)
    comparison = compare(make_build({"activity": rows}), "attendances", "甲", "乙")
    assert (comparison.change, comparison.now.counted, comparison.coverage) == (0, ("甲",), Coverage(1, 24))


def test_a_comparison_of_a_day_rests_on_communities(make_build: MakeBuild) -> None:
    build = make_build({"activity": held("甲", "2024-03", "2025-03")})
    a_day = Filters(("甲",), date(2025, 3, 5), date(2025, 3, 5))
    (comparison,) = against_year_before(build, ["attendances"], a_day)
    assert (comparison.coverage, comparison.is_of_months) == (Coverage(1, 1), False)


def test_without_a_report_a_year_before_nothing_is_compared(make_build: MakeBuild) -> None:
    comparison = compare(make_build({"activity": held("甲", "2025-03")}), "attendances")
    assert (comparison.silence, comparison.change) == ("not_reported", None)


def test_a_range_has_no_change(make_build: MakeBuild) -> None:
    rows = held("甲", *(f"{number}-{month:02}" for number in (2024, 2025) for month in range(1, 13)))
    assert compare(make_build({"activity": rows}), "participants").silence == "range"


def in_activities(month: str, number: int, heads: int = 10) -> list[dict[str, object]]:
    return [{"title": f"第{n}场", "held_on": f"{month}-05", "headcount": heads} for n in range(number)]


# (earlier, later) activities of ten people each: z = (later − earlier) ÷ √(earlier + later), which 1.96 parts
@pytest.mark.parametrize(
    ("activities", "silence"),
    [((100, 102), "chance"), ((100, 127), "chance"), ((100, 130), None), ((5, 9), "chance"), ((0, 4), None)],
)
def test_attendances_move_beyond_chance_where_the_activities_they_come_in_would(
    make_build: MakeBuild, activities: tuple[int, int], silence: str | None
) -> None:
    rows = [
        row
        for year, number in zip(("2024", "2025"), activities, strict=True)
        for row in in_activities(f"{year}-03", number)
    ]
    both_years = months_of("activity", ("2024-01-01", "2025-12-31"))
    comparison = compare(make_build({"activity": rows}, both_years), "attendances")
    assert (comparison.silence, comparison.is_tested) == (silence, silence is None)


def test_a_rise_by_larger_activities_is_less_evidence_than_one_by_more_activities(make_build: MakeBuild) -> None:
    rows = in_activities("2024-03", 20) + in_activities(
        "2025-03", 20, heads=15
    )  # z = 100 ÷ √(200²/20 + 300²/20) = 1.24
    both_years = months_of("activity", ("2024-01-01", "2025-12-31"))
    assert compare(make_build({"activity": rows}, both_years), "attendances").silence == "chance"


def test_groups_of_unequal_size_are_less_evidence_than_equal_ones(make_build: MakeBuild) -> None:
    """1,000 and 1,500 people: z = 500 ÷ √(100 × 10² + 150 × 10²) = 3.2 where all come by tens, 1.1 where 300 come at once."""

    def silence(crowd: int) -> str | None:
        rows = [
            row
            for day, number in (("2024-03", 100 - crowd // 10), ("2025-03", 150 - crowd // 10))
            for row in in_activities(day, number) + (in_activities(day, 1, heads=crowd) if crowd else [])
        ]
        both_years = months_of("activity", ("2024-01-01", "2025-12-31"))
        return compare(make_build({"activity": rows}, both_years), "attendances").silence

    assert (silence(0), silence(300)) == (None, "chance")


def test_distinct_people_are_not_tested_since_nobody_knows_how_they_vary(make_build: MakeBuild) -> None:
    rows = [
        {"served_on": f"{year}-03-{1 + n % 28:02}", "service_hours": 1, "person_key": f"{n}"}
        for year, number in (("2024", 100), ("2025", 200))
        for n in range(number)
    ]
    both_years = months_of("volunteer_service", ("2024-01-01", "2025-12-31"))
    comparison = compare(make_build({"volunteer_service": rows}, both_years), "volunteers_active")
    assert (comparison.now.value, comparison.silence) == (200, "untested")


@pytest.mark.parametrize(("services", "silence"), [(120, "chance"), (140, None)])
def test_hours_are_tested_by_the_services_they_come_in(
    make_build: MakeBuild, services: int, silence: str | None
) -> None:
    rows = [
        {"served_on": f"{year}-03-{1 + n % 28:02}", "service_hours": 0.5}
        for year, number in (("2024", 100), ("2025", services))
        for n in range(number)
    ]
    both_years = months_of("volunteer_service", ("2024-01-01", "2025-12-31"))
    assert compare(make_build({"volunteer_service": rows}, both_years), "volunteer_hours").silence == silence


def test_a_share_of_answers_changes_only_beyond_its_interval(make_build: MakeBuild) -> None:
    def answers(day: str, satisfied: int, number: int) -> list[dict[str, object]]:
        return [{"surveyed_on": day, "scale": 5, "score": 5 if n < satisfied else 1} for n in range(number)]

    close = make_build({"satisfaction": answers("2024-05-01", 80, 100) + answers("2025-09-01", 84, 100)})
    apart = make_build({"satisfaction": answers("2024-05-01", 60, 100) + answers("2025-09-01", 90, 100)})
    assert compare(close, "satisfied_share").silence == "chance"
    assert (compare(apart, "satisfied_share").silence, compare(apart, "satisfied_share").is_tested) == (None, True)


def test_a_change_over_a_month_of_a_year_is_not_said(make_build: MakeBuild) -> None:
    rows = held("甲", "2024-03", heads=1000) + held("甲", "2025-03", heads=1300)
    assert compare(make_build({"activity": rows}), "attendances").silence == "little_shared"


def test_money_is_known_and_no_sample(make_build: MakeBuild) -> None:
    gifts = [{"donated_on": f"{number}-03-01", "amount_yuan": number} for number in (2024, 2025)]
    both_years = months_of("donation", ("2024-01-01", "2025-12-31"))
    build = make_build({"donation": gifts}, both_years)
    comparison = compare(build, "cash_received")
    assert (comparison.silence, comparison.is_tested) == (None, False)
    for days, silence in ((1, "part_of_month"), (30, "part_of_month"), (31, None)):
        window = Filters(("甲",), date(2025, 3, 1), date(2025, 3, days))
        (comparison,) = against_year_before(build, ["cash_received"], window)
        assert comparison.silence == silence


@pytest.mark.parametrize("id", ["attendances_per_activity", "mean_days_to_close"])
def test_a_ratio_for_which_there_is_no_test_has_no_change(make_build: MakeBuild, id: str) -> None:
    cases = [
        {"case_no": f"{number}-{case}", "opened_on": f"{number}-01-01", "closed_on": f"{number}-{month}-{case + 1:02}"}
        for number, month, count in ((2024, "03", 20), (2025, "04", 21))
        for case in range(count)
    ]
    rows = held("甲", "2024-03", heads=1000) + held("甲", "2025-03", heads=1300)
    span = ("2024-01-01", "2025-12-31")
    both_years = [*months_of("activity", span), *months_of("casework", span)]
    comparison = compare(make_build({"activity": rows, "casework": cases}, both_years), id)
    assert (comparison.silence, comparison.is_tested) == ("untested", False)


def test_few_cases_change_in_units(make_build: MakeBuild) -> None:
    cases = [{"case_no": str(n), "opened_on": f"{2024 + n % 2}-03-01"} for n in range(95)]
    assert compare(make_build({"casework": cases}), "cases_opened").is_few
    assert compare(make_build({"casework": cases}), "cases_opened", k=48).silence == "hidden"


@pytest.mark.parametrize("last", ["2025-02-28", "2024-02-28"])
def test_what_is_held_on_a_day_is_compared_without_who_stopped_reporting(make_build: MakeBuild, last: str) -> None:
    cases = [{"case_no": name, "opened_on": "2023-02-01", "community": name} for name in ("甲", "乙")]
    reported = months_of("casework", ("2023-02-01", "2025-12-31")) + months_of(
        "casework", ("2023-02-01", last), community="乙"
    )
    comparison = compare(make_build({"casework": cases}, reported), "cases_open", "甲", "乙")
    assert (comparison.now.value, comparison.before.value, comparison.coverage) == (1, 1, Coverage(1, 2))


def test_a_community_that_was_silent_on_the_former_day_is_in_neither_figure(make_build: MakeBuild) -> None:
    cases = [{"case_no": name, "opened_on": "2024-02-01", "community": name} for name in ("甲", "乙")]
    reported = months_of("casework", ("2024-02-01", "2025-12-31")) + months_of(
        "casework", ("2025-01-01", "2025-12-31"), community="乙"
    )
    comparison = compare(make_build({"casework": cases}, reported), "cases_open", "甲", "乙")
    assert (comparison.now.counted, comparison.before.counted) == (("甲",), ("甲",))


def test_a_month_lacking_since_the_former_day_is_not_told_as_a_lack_a_year_before(make_build: MakeBuild) -> None:
    cases = [{"case_no": "甲1", "opened_on": "2023-02-01"}]
    reported = months_of("casework", ("2023-02-01", "2025-05-31"), ("2025-07-01", "2025-12-31"))
    assert compare(make_build({"casework": cases}, reported), "cases_open").silence == "interrupted"
    this_year = months_of("casework", ("2025-01-01", "2025-12-31"))
    assert compare(make_build({"casework": cases}, this_year), "cases_open").silence == "not_reported"


# 100 hours and 150: z = 50 ÷ √250 = 3.2 by services, and 50 ÷ √(10 × 10² + 15 × 10²) = 1 where ten go together on a day
@pytest.mark.parametrize(("team", "silence"), [(None, None), ("暖阳队", "chance")])
def test_hours_of_a_team_on_a_day_are_one_piece_of_evidence(
    make_build: MakeBuild, team: str | None, silence: str | None
) -> None:
    rows = [
        {"served_on": f"{year}-03-{day + 1:02}", "service_hours": 1, "team": team, "person_key": f"{person}"}
        for year, days in (("2024", 10), ("2025", 15))
        for day in range(days)
        for person in range(10)
    ]
    both_years = months_of("volunteer_service", ("2024-01-01", "2025-12-31"))
    comparison = compare(make_build({"volunteer_service": rows}, both_years), "volunteer_hours")
    assert (comparison.now.value, comparison.before.value, comparison.silence) == (150, 100, silence)
