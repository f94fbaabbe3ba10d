"""Attacks by choosing otherwise: adjacent windows, all communities but one, a category month by month."""

from collections.abc import Callable
from datetime import date
from itertools import combinations
from random import Random

import numpy as np
import pytest

from evidence.claims.verification.check import check
from evidence.claims.verification.guards import PageGuard
from indicators.comparison import against_year_before
from indicators.disclosure.choices import disclosed_figures
from indicators.model import Figure, Filters
from tests.support.builds import months_of
from warehouse.build import Build

MakeBuild = Callable[..., Build]
A, B, C = "甲社区", "乙社区", "丙社区"
FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


def cases(community: str, number: int, day: str, problem: str = "家庭关系") -> list[dict[str, object]]:
    return [
        {"community": community, "case_no": f"{community}{day}{problem}{n}", "opened_on": day, "problem_type": problem}
        for n in range(number)
    ]


def opened(build: Build, places: tuple[str, ...], from_on: date, to_on: date, by: tuple[str, ...] = ()) -> list[Figure]:
    return disclosed_figures(build, ["cases_opened"], Filters(places, from_on, to_on), by, 5)


@pytest.fixture
def build(make_build: MakeBuild) -> Build:
    """甲 opens 20 cases in January, two on 31 March and 20 in April; 乙 and 丙 open 20 and 3 in April."""
    rows = [*cases(A, 20, "2025-01-06"), *cases(A, 2, "2025-03-31"), *cases(A, 20, "2025-04-07")]
    return make_build({"casework": [*rows, *cases(B, 20, "2025-04-08"), *cases(C, 3, "2025-04-09")]})


def test_a_window_of_a_day_less_tells_nobody_of_the_day(build: Build) -> None:
    (short,), (long,) = (opened(build, (A,), FIRST, day) for day in (date(2025, 3, 30), date(2025, 3, 31)))
    assert not (short.value and long.value)


def test_a_year_less_all_its_months_but_one_tells_nobody_of_the_month(make_build: MakeBuild) -> None:
    rows = [*cases(A, 20, "2025-01-06"), *cases(A, 2, "2025-03-31"), *cases(A, 20, "2025-04-07")]
    build = make_build({"casework": rows})
    (before,), (after,), (year,) = (
        opened(build, (A,), *days) for days in ((FIRST, date(2025, 2, 28)), (date(2025, 4, 1), LAST), (FIRST, LAST))
    )
    assert year.value == 42
    assert None in (before.value, after.value)


def test_what_may_leave_holds_nothing_that_a_page_hides(make_build: MakeBuild) -> None:
    """A page shows the 8 of the first quarter: the 10 of the first half, in a sentence for a paper, would tell of two."""
    rows = [*cases(A, 8, "2025-02-05"), *cases(A, 2, "2025-05-05"), *cases(A, 40, "2025-11-05")]
    build = make_build({"casework": rows})
    half_year = Filters((A,), FIRST, date(2025, 6, 30))
    assert [disclosed_figures(build, ["cases_opened"], half_year, (), k)[0].value for k in (5, 10)] == [None, None]


@pytest.mark.parametrize("others", [(A, B), (A,), (B,)])
def test_all_communities_less_the_others_tell_nobody_of_one(build: Build, others: tuple[str, ...]) -> None:
    (together,) = opened(build, (A, B, C), FIRST, LAST)
    beside = {figure.community: figure.value for figure in opened(build, (A, B, C), FIRST, LAST, ("community",))}
    (total,) = opened(build, others, FIRST, LAST)
    assert together.value == 65
    assert beside[C] is None
    assert (len(others) == 1 and total.value == beside[others[0]]) or total.value is None


def test_a_community_is_hidden_alone_as_it_is_beside_all(build: Build) -> None:
    beside = {figure.community: figure.state for figure in opened(build, (A, B, C), FIRST, LAST, ("community",))}
    for place in (A, B, C):
        states = {opened(build, (place,), FIRST, LAST, by)[0].state for by in ((), ("community",))}
        assert states == {beside[place]}


def test_a_category_of_a_shorter_window_tells_nobody_of_the_rest(make_build: MakeBuild) -> None:
    rows = [
        *cases(A, 20, "2025-01-06"),
        *cases(A, 15, "2025-01-07", "经济困难"),
        *cases(A, 30, "2025-12-05", "经济困难"),
    ]
    build = make_build({"casework": [*rows, *cases(A, 2, "2025-12-06")]})
    year, until_november = (
        {figure.category: figure.value for figure in opened(build, (A,), FIRST, day, ("problem_type",))}
        for day in (LAST, date(2025, 11, 30))
    )
    assert year["家庭关系"] == 22
    assert until_november["家庭关系"] is None
    assert until_november["经济困难"] is None  # the total is known to be 35


def test_a_claim_tells_no_more_of_a_window_than_a_page(make_build: MakeBuild) -> None:
    rows = [*cases(A, 20, "2025-01-06"), *cases(A, 2, "2025-03-31"), *cases(A, 20, "2025-04-07")]
    build = make_build({"casework": rows, "community": [{"community": A, "as_of_on": "2020-01-01"}]})
    claims = [
        check(build, f"2025年1月1日至3月{day}日，甲社区接案20例。", guard=PageGuard(5)).claims[0].verdict
        for day in (30, 31)
    ]
    assert "已隐藏" in claims


def test_chosen_communities_come_in_the_order_in_which_they_were_chosen(build: Build) -> None:
    figures = opened(build, (B, A), FIRST, LAST, ("month", "community"))
    assert [(figure.period.from_on.month, figure.community) for figure in figures[:4]] == [
        (1, B),
        (1, A),
        (2, B),
        (2, A),
    ]


def test_two_hidden_communities_are_not_few_together(make_build: MakeBuild) -> None:
    names = ("一", "二", "三", "四")
    rows = [
        case for name, number in zip(names, (2, 2, 8, 20), strict=True) for case in cases(name, number, "2025-01-06")
    ]
    build = make_build(
        {"casework": rows, "community": [{"community": name, "as_of_on": "2020-01-01"} for name in names]}
    )
    figures = opened(build, names, FIRST, LAST, ("community",))
    assert [figure.state for figure in figures] == ["hidden"] * 3 + ["ok"]


@pytest.mark.parametrize("seed", range(4, 7))
def test_choices_of_communities_tell_by_no_subtraction_of_few_people(make_build: MakeBuild, seed: int) -> None:
    random = Random(seed)
    names = ("一", "二", "三", "四")
    numbers = [[random.choice([0, 1, 2, 3, 6, 9, 20]) for _ in names] for _ in range(2)]
    build = make_build(
        {
            "casework": [
                case
                for problem, row in zip(("就业", "健康照护"), numbers, strict=True)
                for name, number in zip(names, row, strict=True)
                for case in cases(name, number, "2025-01-06", problem)
            ],
            "community": [{"community": name, "as_of_on": "2020-01-01"} for name in names],
        },
        reported=[(name, "casework", "2025-01-06") for name in names],
    )
    choices = [chosen for size in range(1, 5) for chosen in combinations(names, size)]
    known, telling = [], []
    for chosen in choices:
        shown = {f.category: f.value for f in opened(build, chosen, FIRST, LAST, ("problem_type",))}
        shown[None] = opened(build, chosen, FIRST, LAST)[0].value
        for problem, row in (("就业", 0), ("健康照护", 1), (None, None)):
            cells = np.array([[float(name in chosen and row in (None, n)) for name in names] for n in range(2)]).ravel()
            if shown.get(problem) is not None:
                known.append(cells)
            elif 0 < cells @ np.array(numbers).ravel() < 5:
                telling.append(cells)
    rank = np.linalg.matrix_rank(np.array(known)) if known else 0
    assert all(np.linalg.matrix_rank(np.array([*known, cells])) > rank for cells in telling)


def test_hidden_categories_that_each_hold_one_are_not_named(make_build: MakeBuild) -> None:
    types = ("就业", "健康照护", "心理情绪", "家庭关系", "经济困难")
    rows = [{**case, "problem_type": type} for case, type in zip(cases(A, 5, "2025-01-06"), types, strict=True)]
    build = make_build({"casework": rows, "community": [{"community": A, "as_of_on": "2020-01-01"}]})
    (figure,) = opened(build, (A,), FIRST, LAST, ("problem_type",))
    assert (figure.category, figure.state) == ("其余各类", "hidden")


def test_of_three_in_three_hidden_communities_one_more_is_hidden(make_build: MakeBuild) -> None:
    names = ("一", "二", "三", "四", "五")
    rows = [
        case for name, number in zip(names, (1, 1, 1, 7, 9), strict=True) for case in cases(name, number, "2025-01-06")
    ]
    build = make_build(
        {"casework": rows, "community": [{"community": name, "as_of_on": "2020-01-01"} for name in names]}
    )
    figures = opened(build, names, FIRST, LAST, ("community",))
    assert [figure.state for figure in figures] == ["hidden"] * 4 + ["ok"]


def test_how_long_cases_took_tells_no_more_by_a_month_more(make_build: MakeBuild) -> None:
    rows = [
        {**case, "closed_on": closed}
        for number, opened, closed in (
            (9, "2025-01-02", "2025-01-20"),
            (7, "2025-01-03", "2025-03-20"),
            (1, "2025-06-01", "2025-06-10"),
        )
        for case in cases(A, number, opened)
    ]
    build = make_build({"casework": rows, "community": [{"community": A, "as_of_on": "2020-01-01"}]})
    may, june = (
        disclosed_figures(build, ["cases_closed"], Filters((A,), FIRST, last), ("duration_band",), 5)
        for last in (date(2025, 5, 31), date(2025, 6, 30))
    )
    assert [(figure.category, figure.value) for figure in may] != [(figure.category, figure.value) for figure in june]
    assert not (may[0].value and june[0].value)


def test_a_community_shows_alone_what_it_shows_beside_the_others(build: Build) -> None:
    ids = ["cases_opened", "cases_closed", "cases_open", "closed_in_90_days_share"]
    filters = Filters((A,), FIRST, LAST)
    alone, beside = (disclosed_figures(build, ids, filters, by, 5) for by in ((), ("community",)))
    assert [figure.value for figure in alone] == [figure.value for figure in beside]
    assert {figure.community for figure in alone} == {None}


def test_a_year_less_the_months_that_are_compared_tells_nobody_of_the_month_left_out(make_build: MakeBuild) -> None:
    """甲 opens 3 cases in January 2025, and 40 in May of both years; it reports of 2024 from February on."""
    rows = [*cases(A, 3, "2025-01-06"), *cases(A, 40, "2025-05-06"), *cases(A, 40, "2024-05-06")]
    rows += [case for month in (1, 5) for year in (2024, 2025) for case in cases(B, 9, f"{year}-0{month}-08")]
    build = make_build(
        {"casework": rows},
        [month for name in (A, B) for month in months_of("casework", ("2024-02-01", "2025-12-31"), community=name)],
    )
    (year,) = opened(build, (A,), FIRST, LAST)
    (comparison,) = against_year_before(build, ["cases_opened"], Filters((A,), FIRST, LAST), (), 5)
    assert year.value == 43
    assert (comparison.silence, comparison.now.value) == ("hidden", None)
