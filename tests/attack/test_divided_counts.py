"""No ratio tells a number of people that is hidden as an indicator of its own."""

from collections.abc import Callable
from datetime import date

import pytest

from indicators.disclosure.choices import disclosed_figures
from indicators.disclosure.divided import counts_of
from indicators.model import Figure, Filters
from warehouse.build import Build

MakeBuild = Callable[..., Build]
PLACE = "甲"
PEOPLE_AND_HOURS = {
    1: (3, 1.0),
    2: (6, 20.0),
    3: (8, 1.0),
    4: (30, 5.0),
}  # of each month; each person serves on three days


@pytest.fixture
def served(make_build: MakeBuild) -> Build:
    rows = [
        {
            "community": PLACE,
            "person_key": f"{month}-{person}",
            "served_on": f"2025-{month:02}-{day:02}",
            "service_hours": hours,
        }
        for month, (people, hours) in PEOPLE_AND_HOURS.items()
        for person in range(people)
        for day in (5, 12, 19)
    ]
    return make_build({"volunteer_service": rows, "community": [{"community": PLACE, "as_of_on": "2020-01-01"}]})


def by_month(build: Build, id: str) -> list[Figure]:
    return disclosed_figures(build, [id], Filters((PLACE,), date(2025, 1, 1), date(2025, 4, 30)), ("month",), 5)


def test_a_mean_shows_how_many_people_it_is_divided_by_only_where_their_number_is_shown(served: Build) -> None:
    people, means = by_month(served, "volunteers_active"), by_month(served, "hours_per_volunteer")
    assert [figure.state for figure in people] == ["hidden", "hidden", "ok", "ok"]
    assert all(count.state == "ok" for count, mean in zip(people, means, strict=True) if mean.state == "ok")
    assert means[3].denominator == 30


def test_counts_that_ratios_are_divided_from_are_known() -> None:
    assert counts_of("hours_per_volunteer") == {"volunteers_active"}
    assert counts_of("participation_coverage") == {"participants"}
    assert not counts_of("volunteers_active")
