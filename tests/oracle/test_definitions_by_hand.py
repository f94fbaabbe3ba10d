"""What definitions leave out or set apart, each in the smallest ledger that shows it, worked out by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from indicators.engine import figures
from tests.support.builds import Rows, months_of, only_figure, year
from warehouse.build import Build
from wording import reports

MakeBuild = Callable[..., Build]


def gift(yuan: str, donor: str | None = "d1", **more: object) -> dict[str, object]:
    return {"donated_on": "2025-03-01", "amount_yuan": yuan, "donor_key": donor, **more}


def test_a_gift_taken_back_is_no_gift_and_no_donor(make_build: MakeBuild) -> None:
    gifts: Rows = [gift("500"), gift("-500", donated_on="2025-04-01"), gift("0", "d2"), gift("80", "d3")]
    build = make_build({"donation": gifts})
    assert only_figure(build, "gifts", year()).value == 1
    assert only_figure(build, "donors", year()).value == 1
    assert only_figure(build, "cash_received", year()).value == 80


def test_a_reversal_takes_back_one_of_two_equal_gifts(make_build: MakeBuild) -> None:
    build = make_build({"donation": [gift("500"), gift("500"), gift("-500", donated_on="2025-04-01")]})
    assert only_figure(build, "gifts", year()).value == 1


@pytest.mark.parametrize(("reversals", "count"), [(("-200",), 1), (("-200", "-300"), 0), (("-200", "-200"), 1)])
def test_reversals_in_parts_take_a_donor_away_when_nothing_is_left(
    make_build: MakeBuild, reversals: tuple[str, ...], count: int
) -> None:
    taken_back = [gift(yuan, donated_on="2025-04-01") for yuan in reversals]
    build = make_build({"donation": [gift("500"), *taken_back, gift("80", "d3")]})
    assert only_figure(build, "gifts", year()).value == count + 1
    assert only_figure(build, "donors", year()).value == count + 1
    assert only_figure(build, "cash_received", year()).value == 580 + sum(map(int, reversals))


def test_goods_without_a_value_are_a_gift_and_time_is_none(make_build: MakeBuild) -> None:
    build = make_build(
        {"donation": [{**gift("0"), "amount_yuan": None, "goods": "棉被", "quantity": 3}, gift("1", form="时间")]}
    )
    assert only_figure(build, "gifts", year()).value == 1


def test_answers_without_number_or_wave_are_counted_and_parted_by_time(make_build: MakeBuild) -> None:
    days = ["2024-05-01", "2024-05-03", "2025-05-01", "2025-05-02", "2025-05-20"]
    answers: Rows = [{"surveyed_on": day, "scale": 5, "score": 4, "invited_count": 4} for day in days]
    build = make_build({"satisfaction": answers})
    figures = [only_figure(build, "response_rate", year(number)) for number in (2024, 2025)]
    assert [(figure.numerator, figure.denominator) for figure in figures] == [(2, 4), (3, 4)]


def services(*hours: float, person: str | None = "v1") -> Rows:
    return [{"person_key": person, "served_on": "2025-03-01", "service_hours": number} for number in hours]


def test_nobody_serves_more_than_a_day_has(make_build: MakeBuild) -> None:
    build = make_build({"volunteer_service": [*services(15, 15), *services(20, 20, person=None)]})
    assert only_figure(build, "volunteer_hours", year()).value == 24 + 40


def sign_ins(title: str, day: str, *people: str | None) -> Rows:
    return [{"activity": title, "attended_on": day, "person_key": person} for person in people]


def test_masked_names_of_one_event_are_as_many_people(make_build: MakeBuild) -> None:
    rows = {
        "activity": [{"title": "义诊", "held_on": "2025-03-01"}],
        "attendance": sign_ins("义诊", "2025-03-01", "p1", *[None] * 12),
    }
    figure = only_figure(make_build(rows), "participants", year())
    assert (figure.value, figure.high) == (13, None)


def test_a_name_masked_in_two_sessions_of_a_day_may_be_one_person(make_build: MakeBuild) -> None:
    sessions: Rows = [{"title": "义诊", "held_on": "2025-03-01", "headcount": 2} for _ in range(2)]
    build = make_build({"activity": sessions, "attendance": sign_ins("义诊", "2025-03-01", "p1", "p1", None, None)})
    assert only_figure(build, "participants", year()).value == 1


def test_a_camp_of_some_days_is_one_activity(make_build: MakeBuild) -> None:
    camp: Rows = [{"title": "夏令营", "held_on": "2025-07-01", "ended_on": "2025-07-03", "headcount": 30}]
    signed = [row for day in ("01", "02", "03") for row in sign_ins("夏令营", f"2025-07-{day}", *map(str, range(10)))]
    build = make_build({"activity": camp, "attendance": signed})
    assert only_figure(build, "attendances", year()).value == 30
    assert only_figure(build, "participants", year()).value == 10


def test_sign_ins_of_no_activity_are_not_counted(make_build: MakeBuild) -> None:
    rows = {
        "activity": [{"title": "广场舞大赛", "held_on": "2025-03-01", "headcount": 50}],
        "attendance": sign_ins("广场舞大赛（复赛）", "2025-03-01", "p1", "p2"),
    }
    build = make_build(rows, months_of("attendance", ("2025-01-01", "2025-12-31")))
    assert only_figure(build, "attendances", year()).value == 50


def test_an_activity_without_a_headcount_is_not_one_of_nobody(make_build: MakeBuild) -> None:
    activities: Rows = [
        {"title": "义诊", "held_on": "2025-03-01", "headcount": 50, "cost_yuan": 100},
        {"title": "讲座", "held_on": "2025-03-08", "cost_yuan": 900},
        {"title": "书法", "held_on": "2025-03-09", "headcount": 0},
        {"title": "观影", "held_on": "2025-04-01"},
    ]
    build = make_build({"activity": activities})
    april = replace(year(), from_on=date(2025, 4, 1), to_on=date(2025, 4, 30))
    mean, cost = (only_figure(build, id, year()) for id in ("attendances_per_activity", "cost_per_attendance"))
    assert (mean.numerator, mean.denominator, mean.coverage.uncounted) == (50, 2, 2)
    assert (cost.numerator, cost.denominator) == (100, 50)
    assert reports.gap(mean) == "2/12社区月，另2场没有写人次"
    for id in ("attendances", "participants"):
        assert only_figure(build, id, april).state == "no_sample"


def test_a_council_without_a_headcount_is_not_one_of_nobody(make_build: MakeBuild) -> None:
    councils: Rows = [{"title": "议事", "held_on": "2025-04-01"}, {"title": "评议", "held_on": "2025-04-02"}]
    held: Rows = [{"title": "评议", "held_on": "2025-04-02", "method": "议事会"}]
    build = make_build({"consultation": councils, "activity": held})
    assert only_figure(build, "deliberation_meetings", year()).value == 2
    assert only_figure(build, "deliberation_attendances", year()).state == "no_sample"


def test_who_signs_in_two_communities_may_be_one_person(make_build: MakeBuild) -> None:
    rows: dict[str, Rows] = {"activity": [], "attendance": []}
    for place, people in (("甲", 10), ("乙", 6)):
        rows["activity"] += [{"title": "义诊", "held_on": "2025-03-01", "community": place}]
        rows["attendance"] += [
            {**row, "community": place}
            for row in sign_ins("义诊", "2025-03-01", *(f"{place}{n}" for n in range(people)))
        ]
    figure = only_figure(make_build(rows), "participants", year(2025, "甲", "乙"))
    assert (figure.low, figure.high, figure.value) == (10, 16, 10)


def residents(*days_and_counts: tuple[str, int], community: str = "甲") -> Rows:
    return [{"as_of_on": day, "residents_count": count, "community": community} for day, count in days_and_counts]


def test_a_rate_per_head_is_only_told_of_who_reported_every_month(make_build: MakeBuild) -> None:
    day = {"title": "义诊", "held_on": "2025-03-01"}
    register = [*residents(("2024-12-31", 1000), ("2025-12-31", 3000)), *residents(("2024-12-31", 500), community="乙")]
    rows = {"activity": [day, day, {**day, "community": "乙"}], "community": register}
    build = make_build(rows, months_of("activity", ("2025-01-01", "2025-12-31")))
    figure = only_figure(build, "activities_per_1000", year(2025, "甲", "乙"))
    assert (figure.numerator, figure.denominator, figure.counted) == (2, 2000, ("甲",))
    assert figure.missing == ("乙",)
    alone = only_figure(build, "activities_per_1000", year(2025, "乙"))
    assert (alone.state, len(alone.missing)) == ("not_reported", 11)


def test_the_closing_rate_of_a_period_does_not_drift_to_a_hundred(make_build: MakeBuild) -> None:
    old: Rows = [{"case_no": str(n), "opened_on": "2024-03-01", "closed_on": "2024-05-01"} for n in range(90)]
    new: Rows = [
        {"case_no": "a", "opened_on": "2025-01-10"},
        {"case_no": "b", "opened_on": "2024-12-01", "closed_on": "2025-02-01"},
    ]
    build = make_build({"casework": [*old, *new]}, months_of("casework", ("2025-01-01", "2025-12-31")))
    rate = only_figure(build, "closing_rate_of_period", year())
    assert (rate.numerator, rate.denominator, rate.value) == (1, 2, 50)
    assert only_figure(build, "closing_rate", year()).numerator == 91


def test_money_passed_between_two_communities_is_neither_given_nor_spent_twice(make_build: MakeBuild) -> None:
    rows: dict[str, Rows] = {
        "community": [*residents(("2024-01-01", 1)), *residents(("2024-01-01", 1), community="乙村")],
        "donation": [gift("5000"), gift("3000", donor_name="甲社区居委会", community="乙村")],
        "fund_use": [
            {"used_on": "2025-03-02", "amount_yuan": "3000", "passed_on_to": "乙村村委会"},
            {"used_on": "2025-03-03", "amount_yuan": "2000", "passed_on_to": None, "community": "乙村"},
        ],
    }
    build = make_build(rows, last_day="2025-03-31")
    values = {
        id: [only_figure(build, id, year(2025, *places)).value for places in (("甲",), ("乙村",), ("甲", "乙村"))]
        for id in (
            "cash_received",
            "money_spent",
            "cash_transferred_in",
            "cash_transferred_out",
            "fund_balance",
            "use_ratio",
        )
    }
    assert values == {
        "cash_received": [5000, 0, 5000],
        "money_spent": [0, 2000, 2000],
        "cash_transferred_in": [0, 3000, 3000],
        "cash_transferred_out": [3000, 0, 3000],
        "fund_balance": [2000, 1000, 3000],
        "use_ratio": [0, pytest.approx(200 / 3), 40],
    }


def test_activities_of_one_name_and_day_are_each_of_their_own_strand(make_build: MakeBuild) -> None:
    sessions: Rows = [
        {"title": "安全课", "held_on": "2025-03-01", "strand": strand, "headcount": heads, "cost_yuan": 10}
        for strand, heads in (("儿童青少年", 19), ("妇女", 30))
    ]
    build = make_build({"activity": sessions})
    by_strand = figures(build, ["attendances"], year(), ("strand",))
    assert {figure.category: figure.value for figure in by_strand} == {"儿童青少年": 19, "妇女": 30}
    assert [only_figure(build, id, year()).value for id in ("attendances", "attendances_per_activity")] == [49, 24.5]
    cost = only_figure(build, "cost_per_attendance", year())
    assert (cost.numerator, cost.denominator) == (20, 49)


def test_whoever_signed_in_at_one_of_two_activities_alike_is_counted_in_neither_strand(make_build: MakeBuild) -> None:
    sessions: Rows = [
        {"title": "安全课", "held_on": "2025-03-01", "strand": strand, "method": method, "headcount": heads}
        for strand, method, heads in (("儿童青少年", "课程", 2), ("妇女", "小组", 3))
    ]
    signed: Rows = [
        {"activity": "安全课", "attended_on": "2025-03-01", "person_key": person, "identity": "居民"}
        for person in ("p1", "p2", "p3", "p4")
    ]
    build = make_build({"activity": sessions, "attendance": signed})

    def by(indicator: str, category: str) -> dict[str | None, tuple[float | None, float | None]]:
        of_categories = figures(build, [indicator], year(), (category,))
        return {each.category: (each.value, each.high) for each in of_categories}

    assert by("attendances", "strand") == {"儿童青少年": (2, None), "妇女": (3, None), "未注明": (0, None)}
    assert by("attendances", "method") == {"课程": (2, None), "小组": (3, None), "未注明": (0, None)}
    assert by("attendances", "identity") == {"居民": (4, None), "未注明": (1, None)}
    assert by("participants", "strand") == {"儿童青少年": (0, 2), "妇女": (0, 3), "未注明": (4, None)}
    everybody = only_figure(build, "participants", year())
    assert (everybody.value, everybody.high) == (4, 5)
    assert [only_figure(build, id, year()).value for id in ("attendances", "attendances_per_activity")] == [5, 2.5]
