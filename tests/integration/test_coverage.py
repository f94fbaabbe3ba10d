"""0, 无样本 and 未报送 are three things, for one community and for several."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from indicators.engine import figures
from indicators.model import Coverage
from tests.support.builds import months_of, only_figure, year
from warehouse.build import Build

MakeBuild = Callable[..., Build]
RESIDENTS = [{"residents_count": 1000, "as_of_on": "2024-01-01"}]
WHOLE_YEAR = ("2025-01-01", "2025-12-31")
EVERY_MONTH = months_of("activity", WHOLE_YEAR)


def states(build: Build, id: str, *by: str, of: tuple[str, ...] = ("甲",)) -> list[str]:
    return [figure.state for figure in figures(build, [id], year(2025, *of), by)]


def test_a_month_without_rows_is_zero_where_reported_and_a_gap_where_not(make_build: MakeBuild) -> None:
    rows = {"activity": [{"title": "义诊", "held_on": "2025-01-10"}]}
    build = make_build(rows, months_of("activity", ("2025-01-01", "2025-02-28")), last_day="2025-03-31")
    series = figures(build, ["activities"], year(2025), ("month",))
    assert [(figure.value, figure.state) for figure in series] == [(1, "ok"), (0, "ok"), (None, "not_reported")]
    assert series[2].missing == ("2025年3月",)


def test_a_year_reported_in_part_names_the_missing_months(make_build: MakeBuild) -> None:
    build = make_build({}, months_of("activity", ("2025-01-01", "2025-10-31")))
    assert only_figure(build, "activities", year()).missing == ("2025年11月", "2025年12月")


def test_a_sum_over_unknown_amounts_is_no_sample_and_not_zero(make_build: MakeBuild) -> None:
    build = make_build({"donation": [{"donated_on": "2025-01-01", "quantity": 3, "goods": "米"}]})
    figure = only_figure(build, "goods_value", year())
    assert (figure.value, figure.state) == (None, "no_sample")
    assert only_figure(build, "cash_received", year()).value == 0


def test_a_rate_without_a_denominator_is_no_sample(make_build: MakeBuild) -> None:
    build = make_build({}, months_of("casework", ("2025-01-01", "2025-12-31")))
    figure = only_figure(build, "mean_days_to_close", year())
    assert (figure.value, figure.numerator, figure.denominator, figure.state) == (None, 0, 0, "no_sample")


def test_all_together_names_the_communities_that_did_not_report(make_build: MakeBuild) -> None:
    rows = {
        "activity": [
            {"title": "义诊", "held_on": "2025-01-10"},
            {"title": "茶话", "held_on": "2025-01-11", "community": "乙"},
        ]
    }
    figure = only_figure(make_build(rows), "activities", year(2025, "甲", "乙", "丙"))
    assert (figure.community, figure.value, figure.missing) == (None, 2, ("丙",))


def test_a_rate_leaves_out_the_residents_of_a_community_that_did_not_report(make_build: MakeBuild) -> None:
    rows = {
        "activity": [{"title": "义诊", "held_on": "2025-01-10"}],
        "community": [*RESIDENTS, {**RESIDENTS[0], "community": "乙"}],
    }
    figure = only_figure(make_build(rows, EVERY_MONTH), "activities_per_1000", year(2025, "甲", "乙"))
    assert (figure.value, figure.denominator, figure.missing) == (1, 1000, ("乙",))


def test_a_rate_leaves_out_the_activities_of_a_community_nobody_registered(make_build: MakeBuild) -> None:
    activities = [{"title": "义诊", "held_on": "2025-01-10", "community": place} for place in ("甲", "乙", "乙")]
    build = make_build(
        {"activity": activities, "community": RESIDENTS},
        [*EVERY_MONTH, *months_of("activity", WHOLE_YEAR, community="乙")],
    )
    figure = only_figure(build, "activities_per_1000", year(2025, "甲", "乙"))
    assert (figure.numerator, figure.denominator, figure.missing) == (1, 1000, ("乙",))
    assert states(build, "activities_per_1000", of=("乙",)) == ["no_sample"]


def test_a_register_without_a_number_is_not_reported_and_not_zero(make_build: MakeBuild) -> None:
    build = make_build({"community": [{"residents_count": 10, "as_of_on": "2024-01-01"}]})
    figure = only_figure(build, "households", year(2025))
    assert (figure.value, figure.state, figure.missing) == (None, "not_reported", ("甲",))


def test_participation_needs_the_activity_ledger_and_a_balance_both_of_its_own(make_build: MakeBuild) -> None:
    signed = make_build({"attendance": [{"activity": "义诊", "attended_on": "2025-01-10", "person_key": "p"}]})
    received_only = make_build({"donation": [{"donated_on": "2025-12-01", "amount_yuan": 5}]})
    assert states(signed, "attendances") == states(signed, "participants") == ["not_reported"]
    assert states(signed, "attendances_per_activity") == ["not_reported"]
    assert states(received_only, "fund_balance") == ["not_reported"]


def test_new_participants_need_the_activities_they_came_to(make_build: MakeBuild) -> None:
    sign_in = {"activity": "义诊", "attended_on": "2025-01-10", "person_key": "p", "is_new": True}
    activity = {"title": "义诊", "held_on": "2025-01-10"}
    assert states(make_build({"attendance": [sign_in]}), "new_participant_share") == ["not_reported"]
    build = make_build({"attendance": [sign_in], "activity": [activity]})
    assert only_figure(build, "new_participant_share", year()).value == 100


def test_a_chosen_strand_narrows_activities_and_leaves_volunteers_whole(make_build: MakeBuild) -> None:
    activities = [{"title": "义诊", "held_on": "2025-01-10", "strand": strand} for strand in ("老人", "妇女", None)]
    build = make_build({"activity": activities, "volunteer_service": [{"served_on": "2025-01-10", "service_hours": 2}]})
    chosen = replace(year(), strands=("老人",))
    assert only_figure(build, "activities", chosen).value == 1
    assert only_figure(build, "volunteer_hours", chosen).value == 2


def test_a_total_to_date_is_known_from_the_first_ledger_on(make_build: MakeBuild) -> None:
    rows = [{"case_no": "1", "opened_on": "2025-02-01", "closed_on": None}]
    build = make_build({"casework": rows}, last_day="2025-04-30")
    series = figures(build, ["cases_open"], year(2025), ("month",))
    assert [figure.value for figure in series] == [None, 1, 1, 1]
    assert series[3].missing == ("2025年3月", "2025年4月")


def test_a_figure_counts_the_community_months_behind_it(make_build: MakeBuild) -> None:
    reported = months_of("activity", ("2025-01-01", "2025-12-31")) + months_of(
        "activity", ("2025-07-01", "2025-12-31"), community="乙"
    )
    build = make_build({}, reported)
    whole = only_figure(build, "activities", year(2025, "甲", "乙", "丙"))
    assert (whole.coverage, whole.counted) == (Coverage(18, 36), ("甲", "乙"))
    assert [f.coverage for f in figures(build, ["activities"], year(2025, "甲", "乙"), ("community",))] == [
        Coverage(12, 12),
        Coverage(6, 12),
    ]


def test_surveys_are_covered_by_community_and_not_by_month(make_build: MakeBuild) -> None:
    build = make_build({"satisfaction": [{"surveyed_on": "2025-06-15", "scale": 5, "score": 5}]})
    figure = only_figure(build, "satisfied_share", year(2025, "甲", "乙"))
    assert (figure.coverage, figure.missing) == (Coverage(1, 2), ("乙",))
    assert only_figure(build, "satisfied_share", year()).missing == ()


@pytest.mark.parametrize(("last_report", "counted"), [("2025-10-31", ("甲", "乙")), ("2025-09-30", ("甲",))])
def test_what_is_held_on_a_day_leaves_out_who_has_stopped_reporting(
    make_build: MakeBuild, last_report: str, counted: tuple[str, ...]
) -> None:
    cases = [{"case_no": name, "opened_on": "2025-01-05", "community": name} for name in ("甲", "乙")]
    reported = months_of("casework", ("2025-01-01", "2025-12-31")) + months_of(
        "casework", ("2025-01-01", last_report), community="乙"
    )
    figure = only_figure(make_build({"casework": cases}, reported), "cases_open", year(2025, "甲", "乙"))
    assert (figure.counted, figure.value) == (counted, len(counted))


def test_a_balance_names_the_months_without_a_spending_ledger(make_build: MakeBuild) -> None:
    reported = months_of("donation", ("2025-07-01", "2025-12-31")) + months_of("fund_use", ("2025-10-01", "2025-12-31"))
    for id in ("fund_balance", "use_ratio"):
        figure = only_figure(
            make_build({"donation": [{"donated_on": "2025-07-01", "amount_yuan": 5}]}, reported), id, year()
        )
        assert figure.missing == ("2025年7月", "2025年8月", "2025年9月")
        assert figure.coverage == Coverage(3, 6)


def test_without_a_community_there_are_no_figures(make_build: MakeBuild) -> None:
    assert figures(make_build({}), ["activities"], replace(year(), communities=())) == []


@pytest.mark.parametrize("by", [("month", "year"), ("strand", "method"), ("team",)])
def test_a_split_that_makes_no_sense_is_refused_in_words(make_build: MakeBuild, by: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"。$"):
        figures(make_build({}), ["activities"], year(), by)


def test_categories_split_a_figure_and_leave_other_denominators_whole(make_build: MakeBuild) -> None:
    activities = [{"title": "义诊", "held_on": "2025-01-10", "strand": strand} for strand in ("老人", "老人", None)]
    build = make_build({"activity": activities, "community": RESIDENTS}, EVERY_MONTH)
    series = figures(build, ["activities_per_1000"], year(), ("strand",))
    assert [(figure.category, figure.numerator, figure.denominator) for figure in series] == [
        ("老人", 2, 1000),
        ("未注明", 1, 1000),
    ]


def test_every_asked_cell_is_there_once_and_in_order(make_build: MakeBuild) -> None:
    activities = [{"title": "义诊", "held_on": day, "strand": "老人"} for day in ("2025-01-10", "2025-05-10")]
    build = make_build({"activity": [*activities, {**activities[0], "community": "乙", "strand": "妇女"}]})
    series = figures(build, ["activities"], year(2025, "乙", "甲"), ("quarter", "community", "strand"))
    assert [(figure.period.from_on.month, figure.community, figure.category) for figure in series] == [
        (month, place, strand) for month in (1, 4, 7, 10) for place in ("乙", "甲") for strand in ("妇女", "老人")
    ]
    assert series[0].period.to_on == date(2025, 3, 31)


def test_a_count_that_is_known_exactly_has_no_range(make_build: MakeBuild) -> None:
    signed = [{"activity": "义诊", "attended_on": "2025-01-10", "person_key": f"p{n}"} for n in range(7)]
    figure = only_figure(
        make_build({"attendance": signed, "activity": [{"title": "义诊", "held_on": "2025-01-10"}]}),
        "participants",
        year(),
    )
    assert (figure.value, figure.low, figure.high) == (7, None, None)


def test_a_share_of_residents_ends_at_a_hundred_percent(make_build: MakeBuild) -> None:
    activities = [{"title": "义诊", "held_on": f"2025-0{month}-10", "headcount": 700} for month in (1, 2)]
    figure = only_figure(make_build({"activity": activities, "community": RESIDENTS}), "participation_coverage", year())
    assert (figure.low, figure.high) == (70, 100)


def test_a_month_with_closings_only_reports_that_no_case_was_opened(make_build: MakeBuild) -> None:
    case = {"case_no": "1", "opened_on": "2025-01-06", "closed_on": "2025-03-05"}
    opened = figures(make_build({"casework": [case]}), ["cases_opened"], year(), ("month",))
    assert [(figure.value, figure.state) for figure in opened[:3]] == [(1, "ok"), (None, "not_reported"), (0, "ok")]


def test_a_rate_refused_for_want_of_months_says_how_many_there_are(make_build: MakeBuild) -> None:
    months = months_of("activity", ("2025-01-01", "2025-10-31"))
    register = [{"residents_count": 1000, "as_of_on": "2024-01-01"}]
    rate = only_figure(make_build({"community": register}, months), "activities_per_1000", year())
    assert (rate.value, rate.coverage) == (None, Coverage(10, 12))


def test_what_is_told_of_figures_that_rest_on_the_same_is_held_once(make_build: MakeBuild) -> None:
    build = make_build({"activity": [{"title": "义诊", "held_on": "2025-02-10"}]})
    first, second = figures(build, ["cases_opened"], year(2025), ("month",))[:2]
    assert first.coverage == Coverage(0, 1)
    assert first.coverage is second.coverage
