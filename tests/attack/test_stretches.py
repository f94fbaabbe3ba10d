"""Days cut into stretches: no two windows that are shown differ by few people, whatever was asked before and whoever stands beside."""

from datetime import date, timedelta
from itertools import combinations, pairwise
from random import Random

import pytest

from indicators.daily_counts import CountsByDay, DayCounts
from indicators.disclosure.stretches import Stretches, usual_ends

FIRST = date(2025, 1, 1)


def may_end_with(counts: dict[date, float], days: list[date]) -> list[bool]:
    """Return with which days windows of one place may end."""
    stretches = Stretches(CountsByDay.of_places([[DayCounts.of(counts)]]), usual_ends(FIRST, max(days)), 5)
    may_end: list[bool] = stretches.may_end_with(days)[0].tolist()
    return may_end


@pytest.mark.parametrize("seed", range(20))
def test_no_two_windows_that_are_shown_differ_by_few(seed: int) -> None:
    random = Random(seed)
    days = [FIRST + timedelta(days=number) for number in range(60)]
    counts = {day: float(random.choice([1, 1, 2, 3, 7])) for day in days if random.random() < 0.5}
    asked = [FIRST - timedelta(days=1), *days]
    ends = [day for day, may_end in zip(asked, may_end_with(counts, asked), strict=True) if may_end]
    for first, last in combinations(ends, 2):
        between = sum(number for day, number in counts.items() if first < day <= last)
        assert not 0 < between < 5


def test_which_windows_are_shown_does_not_depend_on_what_was_asked_before() -> None:
    days = [FIRST + timedelta(days=number) for number in range(60)]
    counts = dict.fromkeys(days, 2.0)
    stretches = Stretches(CountsByDay.of_places([[DayCounts.of(counts)]]), usual_ends(FIRST, days[-1]), 5)
    backwards = [bool(stretches.may_end_with([day])[0, 0]) for day in reversed(days)]
    assert backwards[::-1] == may_end_with(counts, days)


@pytest.mark.parametrize("seed", range(20))
def test_places_are_cut_as_each_by_itself(seed: int) -> None:
    random = Random(seed)
    days = [FIRST + timedelta(days=number) for number in range(400)]
    places = [
        {day: float(random.choice([1, 2, 4, 9])) for day in days if random.random() < share}
        for share in (0, 0.01, 0.03, 0.05, 0.08, 0.5)
    ]
    counts = CountsByDay.of_places([[DayCounts.of(of_place)] for of_place in places])
    together = Stretches(counts, usual_ends(FIRST, days[-1]), 5).may_end_with(days).tolist()
    assert together == [may_end_with(of_place, days) for of_place in places]
    assert any(map(all, together))
    assert not all(map(all, together))


@pytest.mark.parametrize("seed", range(10))
def test_no_few_people_lie_between_any_days_of_a_year_with_which_windows_may_end(seed: int) -> None:
    random = Random(seed)
    days = [FIRST + timedelta(days=number) for number in range(400)]
    counts = {day: float(random.choice([1, 2, 6])) for day in days if random.random() < 0.08}
    ends = [day for day, may_end in zip(days, may_end_with(counts, days), strict=True) if may_end]
    for first, last in pairwise(ends):  # who lie between two that are farther apart are the sum of such
        assert not 0 < sum(number for day, number in counts.items() if first < day <= last) < 5
    assert len(ends) > 20
