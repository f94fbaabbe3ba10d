"""Windows of different people that hold one another: what one shows less what another shows are no few people."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from indicators.catalogue import catalogue
from indicators.disclosure.choices import disclosed_figures
from indicators.disclosure.newcomers import days_of_people
from indicators.model import Filters
from indicators.periods import months
from indicators.questions import learn_disclosed_figures
from tests.support import builds
from tests.support.builds import months_of
from warehouse.build import Build
from warehouse.communities import names

MakeBuild = Callable[..., Build]


def served(*days: tuple[str, range]) -> builds.Rows:
    return [
        {"person_key": f"人{person}", "served_on": day, "service_hours": "1"}
        for day, people in days
        for person in people
    ]


def test_one_volunteer_who_is_new_in_a_month_is_told_by_no_two_windows(make_build: MakeBuild) -> None:
    """Seven served in March and in May, an eighth in May for the first time; in August nine more."""
    rows = served(("2025-03-01", range(7)), ("2025-05-01", range(8)), ("2025-08-01", range(10, 19)))
    build = make_build(
        {"volunteer_service": rows}, reported=months_of("volunteer_service", ("2025-01-01", "2025-12-31"))
    )
    ends = date(2025, 3, 31), date(2025, 5, 31), date(2025, 8, 31)
    assert [shown(build, date(2025, 2, 1), end) for end in ends] == [[7], [None], [17]]


def shown(build: Build, from_on: date, to_on: date, *by: str) -> list[float | None]:
    return [f.value for f in disclosed_figures(build, ["volunteers_active"], Filters(("甲",), from_on, to_on), by, 5)]


def test_a_month_that_few_people_of_its_quarter_or_year_miss_is_hidden(make_build: MakeBuild) -> None:
    """Twenty served in March, three others on two days of February, thirty in May: 23 of the first quarter less March are the three."""
    build = make_build(
        {
            "volunteer_service": served(
                ("2025-02-01", range(20, 23)),
                ("2025-02-02", range(20, 23)),
                ("2025-03-01", range(20)),
                ("2025-05-01", range(30)),
            )
        },
        reported=months_of("volunteer_service", ("2025-01-01", "2025-12-31")),
    )
    year = date(2025, 1, 1), date(2025, 12, 31)
    assert shown(build, *year, "quarter")[:2] == [23, 30]
    assert shown(build, *year, "month")[1:5] == [None, None, 0, 30]
    assert shown(build, date(2025, 3, 1), date(2025, 3, 31)) == [None]


def test_all_days_less_a_year_tell_of_no_few_people_before_it(make_build: MakeBuild) -> None:
    build = make_build(
        {
            "volunteer_service": served(
                *((f"2024-09-0{day}", range(20, 21)) for day in range(1, 7)), ("2025-03-01", range(20))
            )
        },
        reported=months_of("volunteer_service", ("2024-07-01", "2025-12-31")),
    )
    assert shown(build, date(2025, 1, 1), date(2025, 12, 31)) == [20]
    assert shown(build, date(2024, 7, 1), date(2025, 12, 31)) == [None]


def test_windows_of_the_sample_that_begin_or_end_on_the_same_day_differ_by_no_few_volunteers(
    sample_build: Build,
) -> None:
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    ends = [Filters(tuple(names(sample_build)), first, month.to_on) for month in months(first, last)]
    starts = [Filters(tuple(names(sample_build)), month.from_on, last) for month in reversed(months(first, last))]
    for windows in (ends, starts):
        by_window = [
            disclosed_figures(sample_build, ["volunteers_active"], each, ("community",), 5) for each in windows
        ]
        for of_community in zip(*by_window, strict=True):
            numbers = [figure.numerator for figure in of_community if figure.state == "ok"]
            assert len(numbers) > 4
            assert not [later - former for former, later in pairwise(numbers) if 0 < later - former < 5]


def test_whoever_tells_odd_windows_apart_is_asked_for_with_all_else_that_a_page_rests_on(sample_build: Build) -> None:
    build, ids = Build(sample_build.path), [*catalogue()]
    window = Filters(tuple(names(build)), date(2023, 2, 11), date(2024, 5, 17))
    questions = [*days_of_people(build, ids, window, ())]

    learn_disclosed_figures(build, [((), ids)], window)

    assert (
        {*build.learn(questions, lambda unknown: pytest.fail(f"{len(unknown)} asked later"))} == {*questions} != set()
    )
