"""Which rows belong to a window, and what it is called."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from indicators import periods
from indicators.engine import change, figures, yearly_mean
from indicators.model import Filters
from tests.support.builds import months_of, one, year
from warehouse.build import Build

MakeBuild = Callable[..., Build]


def activities(*days: str) -> dict[str, list[dict[str, str]]]:
    return {"activity": [{"title": "义诊", "held_on": day} for day in days]}


def asked(first: str, last: str) -> Filters:
    return Filters(("甲",), date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2025-01-01", "2025-12-31", "2025年"),
        ("2023-01-01", "2025-12-31", "2023年至2025年"),
        ("2025-03-01", "2025-03-31", "2025年3月"),
        ("2024-02-01", "2024-02-29", "2024年2月"),
        ("2024-02-01", "2024-02-28", "2024-02-01至2024-02-28"),
        ("2024-11-01", "2025-01-31", "2024年11月至2025年1月"),
        ("2025-03-01", "2025-03-01", "2025-03-01"),
    ],
)
def test_a_window_is_named_as_briefly_as_its_ends_allow(first: str, last: str, label: str) -> None:
    assert periods.window(date.fromisoformat(first), date.fromisoformat(last)).label == label


@pytest.mark.parametrize(
    ("grain", "labels"),
    [
        ("year", ["2024年（11月15日起）", "2025年（截至4月10日）"]),
        ("quarter", ["2024年第4季度（11月15日起）", "2025年第1季度", "2025年第2季度（截至4月10日）"]),
        (
            "month",
            [
                "2024年11月（11月15日起）",
                "2024年12月",
                "2025年1月",
                "2025年2月",
                "2025年3月",
                "2025年4月（截至4月10日）",
            ],
        ),
    ],
)
def test_the_first_and_last_period_are_clipped_and_say_so(grain: periods.Grain, labels: list[str]) -> None:
    found = periods.split(date(2024, 11, 15), date(2025, 4, 10), grain)
    assert [period.label for period in found] == labels
    assert (found[0].from_on, found[-1].to_on) == (date(2024, 11, 15), date(2025, 4, 10))


def test_a_window_inside_one_period_is_clipped_at_both_ends() -> None:
    (period,) = periods.split(date(2025, 2, 3), date(2025, 2, 20), "year")
    assert period.label == "2025年（2月3日至2月20日）"
    assert not periods.is_whole(period)


def test_both_ends_of_a_window_belong_to_it(make_build: MakeBuild) -> None:
    build = make_build(activities("2025-02-28", "2025-03-01", "2025-03-31", "2025-04-01"))
    assert one(build, "activities", asked("2025-03-01", "2025-03-31")).value == 2


def test_periods_after_the_last_month_of_the_build_do_not_appear(make_build: MakeBuild) -> None:
    build = make_build(activities("2025-01-10", "2025-02-10"), last_day="2025-02-10")
    found = figures(build, ["activities"], year(2025), ("month",))
    assert [figure.period.label for figure in found] == ["2025年1月", "2025年2月"]
    assert figures(build, ["activities"], year(2026), ("month",)) == []
    assert one(build, "activities", year(2026)).state == "not_reported"


def test_a_total_to_date_counts_all_before_and_is_named_by_its_last_day(make_build: MakeBuild) -> None:
    services = [{"person_key": f"v{day}", "served_on": day, "service_hours": 1} for day in ("2023-08-31", "2023-09-01")]
    figure = one(
        make_build({"volunteer_service": services}), "volunteers_registered", asked("2023-08-01", "2023-08-31")
    )
    assert (figure.value, figure.period.label) == (1, "截至2023年8月31日")


def test_a_state_counts_what_is_in_force_on_the_last_day(make_build: MakeBuild) -> None:
    cases = [{"case_no": "1", "opened_on": "2025-01-31", "closed_on": "2025-02-28"}]
    found = figures(make_build({"casework": cases}, last_day="2025-03-31"), ["cases_open"], year(), ("month",))
    assert [figure.value for figure in found] == [1, 0, 0]


def test_people_are_recounted_for_every_grain_and_never_added_up(make_build: MakeBuild) -> None:
    services = [{"person_key": "v1", "served_on": f"2025-{month:02}-01", "service_hours": 1} for month in range(1, 13)]
    services += [{"person_key": "v2", "served_on": "2025-06-01", "service_hours": 1, "community": "乙"}]
    build = make_build({"volunteer_service": services})
    assert one(build, "volunteers_active", year(2025, "甲", "乙")).value == 2
    by_quarter = figures(build, ["volunteers_active"], year(2025, "甲", "乙"), ("quarter",))
    assert [figure.value for figure in by_quarter] == [1, 2, 1, 1]


def test_change_compares_with_the_same_window_a_year_earlier(make_build: MakeBuild) -> None:
    build = make_build(activities("2024-02-29", "2024-03-01", "2025-02-10"), last_day="2025-02-20")
    now, before = change(build, "activities", year(2025))
    assert (now.period.to_on, before.period.to_on) == (date(2025, 2, 28), date(2024, 2, 29))
    assert (now.value, before.value) == (1, 1)


@pytest.mark.parametrize(
    ("to_on", "earlier"),
    [
        ("2024-02-29", "2023-02-28"),
        ("2025-02-28", "2024-02-29"),
        ("2025-02-27", "2024-02-27"),
        ("2025-12-31", "2024-12-31"),
    ],
)
def test_the_end_of_a_month_stays_the_end_of_a_month(to_on: str, earlier: str) -> None:
    assert periods.a_year_earlier(asked("2020-01-01", to_on))[1] == date.fromisoformat(earlier)


def test_the_yearly_mean_takes_full_reported_years_only(make_build: MakeBuild) -> None:
    rows = activities("2022-06-01", "2023-06-01", "2023-07-01", "2024-01-01", "2025-03-01")
    reported = months_of("activity", ("2022-01-01", "2023-12-31"), ("2025-01-01", "2025-12-31"))
    mean = yearly_mean(make_build(rows, reported), "activities", asked("2022-01-01", "2025-12-31"))
    assert mean and (mean.value, mean.numerator, mean.denominator) == (4 / 3, 4, 3)
    assert mean.period.label == "2022年、2023年、2025年年均"


def test_the_yearly_mean_of_a_rate_is_counted_over_the_years_together(make_build: MakeBuild) -> None:
    days = {
        "2024-01-01": "2024-01-11",
        "2025-01-01": "2025-01-02",
        "2025-02-01": "2025-02-02",
        "2025-03-01": "2025-03-01",
    }
    cases = [{"case_no": str(n), "opened_on": start, "closed_on": end} for n, (start, end) in enumerate(days.items())]
    mean = yearly_mean(make_build({"casework": cases}), "mean_days_to_close", asked("2024-01-01", "2025-12-31"))
    assert mean and mean.value == 12 / 4


def test_there_is_no_yearly_mean_without_a_full_year(make_build: MakeBuild) -> None:
    build = make_build(activities("2025-02-01"))
    assert yearly_mean(build, "activities", asked("2025-02-01", "2025-12-31")) is None
    assert yearly_mean(build, "activities", replace(year(2024), communities=("甲",))) is None
