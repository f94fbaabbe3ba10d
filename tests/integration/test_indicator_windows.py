"""Which rows belong to a window, and what it is called."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from indicators import coverage, fund_flows, periods
from indicators.engine import catalogue, figures, mean, source_rows
from indicators.model import Filters, Grain
from tests.support.builds import months_of, only_figure, year
from warehouse.build import Build

MakeBuild = Callable[..., Build]


def activities(*days: str) -> dict[str, list[dict[str, str]]]:
    return {"activity": [{"title": "义诊", "held_on": day} for day in days]}


def chosen(first: str, last: str) -> Filters:
    return Filters(("甲",), date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2025-01-01", "2025-12-31", "2025年"),
        ("2023-01-01", "2025-12-31", "2023年至2025年"),
        ("2025-03-01", "2025-03-31", "2025年3月"),
        ("2024-02-01", "2024-02-29", "2024年2月"),
        ("2024-02-01", "2024-02-28", "2024年2月1日至2月28日"),
        ("2024-11-01", "2025-01-31", "2024年11月至2025年1月"),
        ("2022-01-01", "2022-06-30", "2022年1月至6月"),
        ("2025-03-01", "2025-03-01", "2025年3月1日"),
        ("2022-05-03", "2023-09-08", "2022年5月3日至2023年9月8日"),
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
def test_the_first_and_last_period_are_clipped_and_say_so(grain: Grain, labels: list[str]) -> None:
    series = periods.split(date(2024, 11, 15), date(2025, 4, 10), grain)
    assert [period.label for period in series] == labels
    assert (series[0].from_on, series[-1].to_on) == (date(2024, 11, 15), date(2025, 4, 10))


def test_a_window_inside_one_period_is_clipped_at_both_ends() -> None:
    (period,) = periods.split(date(2025, 2, 3), date(2025, 2, 20), "year")
    assert period.label == "2025年（2月3日至2月20日）"
    assert not periods.is_whole(period)


def test_both_ends_of_a_window_belong_to_it(make_build: MakeBuild) -> None:
    build = make_build(activities("2025-02-28", "2025-03-01", "2025-03-31", "2025-04-01"))
    assert only_figure(build, "activities", chosen("2025-03-01", "2025-03-31")).value == 2


def test_periods_after_the_last_month_of_the_build_do_not_appear(make_build: MakeBuild) -> None:
    build = make_build(activities("2025-01-10", "2025-02-10"), last_day="2025-02-10")
    series = figures(build, ["activities"], year(2025), ("month",))
    assert [figure.period.label for figure in series] == ["2025年1月", "2025年2月"]
    assert figures(build, ["activities"], year(2026), ("month",)) == []
    assert only_figure(build, "activities", year(2026)).state == "not_reported"


def test_a_total_to_date_counts_all_before_and_is_named_by_its_last_day(make_build: MakeBuild) -> None:
    services = [{"person_key": f"v{day}", "served_on": day, "service_hours": 1} for day in ("2023-08-31", "2023-09-01")]
    figure = only_figure(
        make_build({"volunteer_service": services}), "volunteers_registered", chosen("2023-08-01", "2023-08-31")
    )
    assert (figure.value, figure.period.label) == (1, "截至2023年8月31日")


def test_a_state_counts_what_is_in_force_on_the_last_day(make_build: MakeBuild) -> None:
    cases = [{"case_no": "1", "opened_on": "2025-01-31", "closed_on": "2025-02-28"}]
    series = figures(make_build({"casework": cases}, last_day="2025-03-31"), ["cases_open"], year(), ("month",))
    assert [figure.value for figure in series] == [1, 0, 0]


def test_people_are_recounted_for_every_grain_and_never_added_up(make_build: MakeBuild) -> None:
    services = [{"person_key": "v1", "served_on": f"2025-{month:02}-01", "service_hours": 1} for month in range(1, 13)]
    services += [{"person_key": "v2", "served_on": "2025-06-01", "service_hours": 1, "community": "乙"}]
    build = make_build({"volunteer_service": services})
    assert only_figure(build, "volunteers_active", year(2025, "甲", "乙")).high == 2
    by_quarter = figures(build, ["volunteers_active"], year(2025, "甲", "乙"), ("quarter",))
    assert [(figure.value, figure.high) for figure in by_quarter] == [(1, None), (1, 2), (1, None), (1, None)]


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
    assert periods.a_year_earlier(chosen("2020-01-01", to_on))[1] == date.fromisoformat(earlier)


def test_the_mean_takes_full_reported_years_only(make_build: MakeBuild) -> None:
    rows = activities("2022-06-01", "2023-06-01", "2023-07-01", "2024-01-01", "2025-03-01")
    reported = months_of("activity", ("2022-01-01", "2023-12-31"), ("2025-01-01", "2025-12-31"))
    years = figures(make_build(rows, reported), ["activities"], chosen("2022-01-01", "2025-12-31"), ("year",))
    average = mean(years, "年均")
    assert average and (average.value, average.numerator, average.denominator) == (4 / 3, 4, 3)
    assert average.period.label == "2022年、2023年、2025年年均"


def test_there_is_no_mean_without_a_full_year(make_build: MakeBuild) -> None:
    build = make_build(activities("2025-02-01"))
    assert mean(figures(build, ["activities"], chosen("2025-02-01", "2025-12-31"), ("year",)), "年均") is None
    assert mean([], "年均") is None


@pytest.mark.parametrize("by", [(), ("month",), ("quarter", "community"), ("year", "community")])
def test_a_year_before_the_first_record_is_not_reported(make_build: MakeBuild, by: tuple[str, ...]) -> None:
    build = make_build(activities("2025-02-01"), first_day="2025-02-01")
    assert {figure.state for figure in figures(build, list(catalogue()), year(2024), by)} == {"not_reported"}


@pytest.mark.parametrize(
    "nothing",
    [
        replace(year(), communities=()),
        replace(year(), from_on=date(2025, 3, 20), to_on=date(2025, 3, 10)),
        replace(year(), from_on=date(2026, 1, 1)),
    ],
)
@pytest.mark.parametrize("by", [(), ("month", "community")])
def test_no_community_or_no_day_gives_no_figure_and_no_row(
    make_build: MakeBuild, nothing: Filters, by: tuple[str, ...]
) -> None:
    build = make_build(activities("2025-02-01"))
    assert figures(build, ["closing_rate", "activities"], nothing, by) == []
    rows = source_rows(build, "activities", nothing, 10)
    assert (rows.num_rows, "source_file" in rows.column_names) == (0, True)
    assert fund_flows.flows(build, nothing) == []
    assert (coverage.cells(build, "activity", nothing), coverage.gaps(build, nothing)) == ([], [])


@pytest.mark.parametrize("grain", ["month", "quarter", "year"])
def test_an_empty_window_has_no_periods(grain: Grain) -> None:
    assert periods.split(date(2025, 3, 20), date(2025, 3, 10), grain) == []
    assert periods.months(date(2025, 3, 20), date(2025, 3, 10)) == []


def test_months_are_consecutive_when_none_is_left_out() -> None:
    months = periods.months(date(2025, 11, 5), date(2026, 2, 1))
    assert periods.are_consecutive(months)
    assert not periods.are_consecutive([months[0], *months[2:]])


@pytest.mark.parametrize(
    ("grain", "back", "first"),
    [
        ("month", 11, "2024-03-01"),
        ("quarter", 0, "2025-01-01"),
        ("quarter", 11, "2022-04-01"),
        ("year", 1, "2024-01-01"),
    ],
)
def test_the_first_day_of_a_period_some_periods_back(grain: Grain, back: int, first: str) -> None:
    assert periods.first_of(date(2025, 2, 28), grain, back) == date.fromisoformat(first)
