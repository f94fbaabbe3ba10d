"""Windows that begin with a month are told apart by first appearances in months alone: with the same outcome as by all days."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import numpy as np
import pytest

from indicators.cells.appearances import AppearancesQuestion
from indicators.cells.people_by_day import NumbersByDay, PeopleByDay
from indicators.cells.question import learned
from indicators.cells.source import day_number
from indicators.daily_counts import CountsByDay
from indicators.disclosure.newcomers import days_of_people
from indicators.disclosure.stretches import Stretches, usual_ends
from indicators.model import Filters
from indicators.periods import DAY, months
from tests.support.builds import months_of
from warehouse.build import Build

MakeBuild = Callable[..., Build]
FIRST, LAST = date(2024, 1, 17), date(2025, 3, 9)
DAYS = [FIRST + timedelta(number) for number in range((LAST - FIRST).days + 1)]
MONTHS = months(FIRST, LAST)
Visits = dict[str, list[date]]  # the days on which each person came


@pytest.fixture(params=range(3))
def visits(request: pytest.FixtureRequest) -> Visits:
    """Some come often, most once or twice, in a few months only."""
    random = Random(request.param)
    some_days = random.sample(DAYS, 40)
    return {
        f"人{person}": sorted(random.choices(some_days, k=random.choice([1, 1, 2, 2, 3, 9]))) for person in range(90)
    }


@pytest.fixture
def build(make_build: MakeBuild, visits: Visits) -> Build:
    rows = [
        {"person_key": person, "served_on": str(day), "service_hours": "1"}
        for person, days in visits.items()
        for day in days
    ]
    return make_build(
        {"volunteer_service": rows}, reported=months_of("volunteer_service", ("2024-01-01", "2025-03-31"))
    )


def asked(from_on: date, build: Build) -> AppearancesQuestion:
    (question,) = days_of_people(build, ["volunteers_active"], Filters(("甲",), from_on, date(2024, 11, 20)), ())
    return question


def people(build: Build, question: AppearancesQuestion) -> PeopleByDay:
    return PeopleByDay.of(learned(build, question))


def number(day: date) -> np.int32:
    return np.int32(day_number(day))


def until(people: NumbersByDay, days: Iterable[date]) -> list[float]:
    """Return how many of the people in one place are counted until each of some days."""
    counted = CountsByDay.of(people.days, people.numbers)
    totals: list[float] = counted.totals[0, counted.columns([*days])].tolist()
    return totals


def test_days_are_asked_for_only_by_windows_that_begin_within_a_month(build: Build) -> None:
    assert [asked(day, build).first_of for day in (date(2024, 2, 1), date(2024, 2, 2))] == ["month", "day"]


def test_first_days_since_a_month_are_those_of_each_person(build: Build, visits: Visits) -> None:
    by_month = people(build, asked(date(2024, 2, 1), build))
    for month in MONTHS:
        first = [min(later) for days in visits.values() if (later := [day for day in days if day >= month.from_on])]
        expected = [sum(day <= end for day in first) for end in DAYS]
        assert until(by_month.first_since(number(month.from_on)), DAYS) == expected


def test_last_days_until_a_day_are_in_the_months_of_each_person(build: Build, visits: Visits) -> None:
    by_month = people(build, asked(date(2024, 2, 1), build))
    ends = [MONTHS[0].from_on - DAY, *(month.to_on for month in MONTHS)]
    for day in DAYS:
        last = [max(former) for days in visits.values() if (former := [each for each in days if each <= day])]
        expected = [sum(day <= end for day in last) for end in ends]
        assert until(by_month.last_until(number(day)), ends) == expected


def test_the_same_windows_may_be_shown(build: Build) -> None:
    question = asked(date(2024, 2, 1), build)
    by_month, by_day = (shown_windows(people(build, replace(question, first_of=kind))) for kind in ("month", "day"))
    assert by_month == by_day
    assert {is_shown for windows in by_month for is_shown in windows} == {True, False}


def shown_windows(people: PeopleByDay) -> list[list[bool]]:
    """Return which ends windows may have that begin with each month, and which months they may begin with that end on some days."""
    ends, begins = DAYS[::3], [month.from_on - DAY for month in MONTHS]
    newcomers = [(people.first_since(number(month.from_on)), ends) for month in MONTHS]
    leavers = [(people.last_until(number(day)), begins) for day in ends]
    return [
        may_end_with(CountsByDay.of(counted.days, counted.numbers), settled, days)
        for settled in ([], [date(2024, 9, 30), date(2024, 12, 31)])
        for counted, days in (*newcomers, *leavers)
    ]


def may_end_with(counts: CountsByDay, settled: list[date], days: list[date]) -> list[bool]:
    stretches = Stretches(counts, usual_ends(FIRST, LAST), 5, settled=settled)
    may_end: list[bool] = stretches.may_end_with(days)[0].tolist()
    return may_end
