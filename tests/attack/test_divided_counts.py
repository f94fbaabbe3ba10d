"""No ratio tells a number of people that is hidden as an indicator of its own."""

from collections.abc import Callable
from datetime import date

import pytest

from indicators.disclosure.choices import disclosed_figures
from indicators.disclosure.divided import counts_of
from indicators.model import Figure, Filters
from tests.support.builds import months_of
from warehouse.build import Build
from warehouse.communities import names

MakeBuild = Callable[..., Build]
PEOPLE_AND_HOURS = {
    "甲": (3, 1.0),
    "乙": (6, 20.0),
    "丙": (8, 1.0),
    "丁": (30, 5.0),
}  # of each community; each person serves on three days


@pytest.fixture
def served(make_build: MakeBuild) -> Build:
    rows = [
        {
            "community": place,
            "person_key": f"{place}-{person}",
            "served_on": f"2025-01-{day:02}",
            "service_hours": hours,
        }
        for place, (people, hours) in PEOPLE_AND_HOURS.items()
        for person in range(people)
        for day in (5, 12, 19)
    ]
    registered = [{"community": place, "as_of_on": "2020-01-01"} for place in PEOPLE_AND_HOURS]
    return make_build({"volunteer_service": rows, "community": registered})


def by_community(build: Build, id: str) -> list[Figure]:
    window = date(2025, 1, 1), date(2025, 1, 31)
    return disclosed_figures(build, [id], Filters(tuple(PEOPLE_AND_HOURS), *window), ("community",), 5)


def test_a_mean_shows_how_many_people_it_is_divided_by_only_where_their_number_is_shown(served: Build) -> None:
    people, means = by_community(served, "volunteers_active"), by_community(served, "hours_per_volunteer")
    assert [figure.state for figure in people] == ["hidden", "hidden", "ok", "ok"]
    assert all(count.state == "ok" for count, mean in zip(people, means, strict=True) if mean.state == "ok")
    assert means[3].denominator == 30


def test_counts_that_ratios_are_divided_from_are_known() -> None:
    assert counts_of("hours_per_volunteer") == {"volunteers_active"}
    assert counts_of("participation_coverage") == {"participants"}
    assert not counts_of("volunteers_active")


def answers(community: str, dimension: str | None, number: int, satisfied: int) -> list[dict[str, object]]:
    answer = {"community": community, "surveyed_on": "2025-03-01", "dimension": dimension, "scale": 5}
    return [{**answer, "score": 5 if n < satisfied else 1} for n in range(number)]


def test_a_share_of_all_questions_does_not_tell_that_of_the_only_one_that_was_asked(make_build: MakeBuild) -> None:
    """乙 asked one question: 56 of 80 in both shares. Of 223 in all, 65 of 74 are then those of 甲, where 9 were not satisfied."""
    rows = [
        *answers("甲", "总体满意度", 74, 65), *answers("甲", "环境", 74, 60),
        *answers("乙", None, 80, 56),
        *answers("丙", "总体满意度", 130, 102), *answers("丙", "环境", 130, 100),
    ]  # fmt: skip
    places = ("甲", "乙", "丙")
    registered = [{"community": place, "as_of_on": "2020-01-01"} for place in places]
    build, window = (
        make_build({"satisfaction": rows, "community": registered}),
        (date(2025, 1, 1), date(2025, 12, 31)),
    )
    overall, every = (
        disclosed_figures(build, [id], Filters(places, *window), ("community",), 10)
        for id in ("overall_satisfied_share", "satisfied_share")
    )
    assert [figure.state for figure in overall] == [
        "hidden",
        "ok",
        "hidden",
    ]  # not that of 乙: both shares would have to go
    assert every[1].state == "ok"


def questionnaires(on: str, people: range, scale: int = 5, questions: int = 3) -> list[dict[str, object]]:
    """Return the answers of people, each to several questions."""
    return [
        {"community": "甲", "surveyed_on": on, "answer_no": f"甲{person}", "dimension": f"问题{n}", "scale": scale, "score": 4}
        for person in people
        for n in range(questions)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "to_on", "id", "denominators"),
    [
        # 21 answers until the first day less 27 until the second are those of two people
        (questionnaires("2025-03-03", range(7)) + questionnaires("2025-03-04", range(7, 9)), date(2025, 3, 3), "mean_score_5", [None]),
        (questionnaires("2025-03-03", range(7)) + questionnaires("2025-03-04", range(7, 9)), date(2025, 3, 31), "mean_score_5", [27]),
        # five answers from 1 to 5 are one person's beside the forty who answered from 1 to 10
        (questionnaires("2025-03-03", range(1), 5, 5) + questionnaires("2025-03-03", range(1, 41), 10), date(2025, 3, 31), "mean_score_5", [None]),
        (questionnaires("2025-03-03", range(1), 5, 5) + questionnaires("2025-03-03", range(1, 41), 10), date(2025, 3, 31), "mean_score_10", [120]),
    ],
)  # fmt: skip
def test_a_mean_of_several_answers_of_each_person_is_told_by_persons(
    make_build: MakeBuild, rows: list[dict[str, object]], to_on: date, id: str, denominators: list[float | None]
) -> None:
    build = make_build({"satisfaction": rows, "community": [{"community": "甲", "as_of_on": "2020-01-01"}]})
    figures = disclosed_figures(build, [id], Filters(("甲",), date(2025, 3, 1), to_on), (), 5)
    assert [figure.denominator for figure in figures] == denominators


def test_a_share_of_questionnaires_tells_no_number_of_them_that_is_hidden(make_build: MakeBuild) -> None:
    """丙 has two after the window, so that 甲 is hidden beside it: the share showed its 40."""
    asked = {
        "甲": (40, 20),
        "乙": (50, 20),
        "丙": (60, 30),
        "丁": (80, 40),
    }  # questionnaires, and the dissatisfied among them
    rows = [
        {"community": place, "surveyed_on": "2025-03-03", "answer_no": f"{place}{n}", "dimension": None, "scale": 5, "score": 1 if n < few else 5}
        for place, (number, few) in asked.items()
        for n in range(number)
    ] + [
        {"community": "丙", "surveyed_on": "2025-03-20", "answer_no": f"丙后{n}", "dimension": None, "scale": 5, "score": 5}
        for n in range(2)
    ]  # fmt: skip
    build = make_build(
        {"satisfaction": rows, "community": [{"community": place, "as_of_on": "2020-01-01"} for place in asked]}
    )
    window = Filters(tuple(asked), date(2025, 3, 1), date(2025, 3, 10))
    counts, shares = (
        disclosed_figures(build, [id], window, ("community",), 5)
        for id in ("satisfaction_answers", "overall_satisfied_share")
    )
    assert [figure.state for figure in counts].count("hidden") == 2
    assert all(count.state == "ok" for count, share in zip(counts, shares, strict=True) if share.state == "ok")


def test_points_for_single_requests_do_not_tell_how_few_there_were(make_build: MakeBuild) -> None:
    """A request brings two points: 14 points are seven requests, four are two."""
    requests = [
        {"community": place, "request_no": f"{place}{n}", "received_on": "2025-03-05", "requester_key": f"{place}{n}"}
        for place, number in (("甲", 7), ("乙", 2), ("丙", 9))
        for n in range(number)
    ]
    rules = [
        {"community": place, "effective_on": "2025-01-01", "item": "反映问题", "points": 2, "star_points": 9}
        for place in "甲乙丙"
    ]
    register = [{"community": place, "as_of_on": "2020-01-01"} for place in "甲乙丙"]
    build = make_build(
        {"service_request": requests, "points_rule": rules, "community": register},
        [(place, record, "2025-03-05") for place in "甲乙丙" for record in ("volunteer_service", "points_rule")],
    )
    filters = Filters(("甲", "乙", "丙"), date(2025, 1, 1), date(2025, 12, 31))
    for by in (("community",), ("community", "item")):
        figures = disclosed_figures(build, ["points_awarded"], filters, by, 5)
        assert [figure.value for figure in figures] == [None, None, 18]


def test_a_rate_over_fewer_communities_does_not_tell_the_count_of_the_one_it_leaves_out(make_build: MakeBuild) -> None:
    """甲 and 乙 are hidden; the residents of 甲 are not known, so that all heads less those of the rate were the three of 甲."""
    heads, residents = {"甲": 3, "乙": 8, "丙": 30}, {"甲": None, "乙": 900, "丙": 900}
    held = [{"community": place, "held_on": "2025-01-15", "headcount": number} for place, number in heads.items()]
    known = [
        {"community": place, "as_of_on": "2020-01-01", "residents_count": number} for place, number in residents.items()
    ]
    build, filters = (
        make_build({"activity": held, "community": known}),
        Filters(tuple(heads), date(2025, 1, 1), date(2025, 1, 31)),
    )
    alone = [disclosed_figures(build, [id], filters, (), 5) for id in ("attendances", "attendances_per_1000")]

    assert [figure.state for figures in alone for figure in figures] == ["ok", "hidden"]


def test_a_rate_that_is_linked_to_its_count_does_not_tell_of_the_one_it_leaves_out_either(
    make_build: MakeBuild,
) -> None:
    """甲 opened one case and began in July: 41 of all less the 40 of those with every month were the one."""
    opened = {"甲": 1, "乙": 4, "丙": 36}
    rows = [
        {"community": place, "case_no": f"{place}{number}", "opened_on": "2025-07-02"}
        for place, cases in opened.items()
        for number in range(cases)
    ]
    known = [{"community": place, "as_of_on": "2020-01-01", "residents_count": 900} for place in opened]
    reported = [
        line
        for place in opened
        for line in months_of(
            "casework", ("2025-07-01" if place == "甲" else "2025-01-01", "2025-08-31"), community=place
        )
    ]
    build = make_build({"casework": rows, "community": known}, reported=reported)
    filters = Filters(tuple(opened), date(2025, 1, 1), date(2025, 8, 31))

    figures = disclosed_figures(build, ["cases_opened", "cases_opened_per_1000"], filters, (), 5)

    assert [(figure.state, figure.numerator) for figure in figures] == [("ok", 41), ("hidden", None)]


@pytest.mark.parametrize("by", [(), ("community",)])
def test_what_is_shown_of_a_count_does_not_depend_on_what_is_asked_for_with_it(
    sample_build: Build, by: tuple[str, ...]
) -> None:
    communities = tuple(names(sample_build))
    filters = Filters(communities, date(2023, 2, 15), date(2024, 5, 20))
    ids = ["attendances", "attendances_per_1000", "attendances_per_activity", "participants", "participation_coverage"]

    together = disclosed_figures(sample_build, ids, filters, by, 5)

    assert together == [figure for id in ids for figure in disclosed_figures(sample_build, [id], filters, by, 5)]
    assert any(figure.state == "ok" and figure.indicator == "attendances" for figure in together)
