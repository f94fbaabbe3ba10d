"""Any number of windows that have left, added and subtracted, tells of no fewer than k people."""

from datetime import date, timedelta
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.sent_windows import JoinedWindows, SentWindow, series_of

FIRST, K = date(2021, 1, 1), 5
DAYS = 7
Ends = tuple[int, int]
ALL_ENDS = list(combinations(range(DAYS + 1), 2))
SERIES = ("接案数",)


def window(ends: Ends, counts: list[int], origin: str = "former") -> SentWindow:
    begins_on, ends_before = (FIRST + timedelta(days=end) for end in ends)
    return SentWindow(begins_on, ends_before, sum(counts[slice(*ends)]), K, origin)


def vector(ends: Ends) -> list[int]:
    return [int(ends[0] <= day < ends[1]) for day in range(DAYS)]


def is_computable(ends: Ends, sent: list[Ends]) -> bool:
    """Whether a window is a linear combination of windows."""
    rows = np.array([vector(each) for each in sent])
    return np.linalg.matrix_rank(np.vstack([rows, vector(ends)])) == np.linalg.matrix_rank(rows)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=DAYS, max_size=DAYS), st.lists(st.sampled_from(ALL_ENDS), max_size=12))
def test_no_combination_of_sent_windows_tells_of_few(counts: list[int], asked: list[Ends]) -> None:
    windows, sent = JoinedWindows(), list[Ends]()
    for ends in asked:
        number = sum(counts[slice(*ends)])
        if not 0 < number < K and not windows.is_telling(SERIES, window(ends, counts, "now")):
            windows.add(SERIES, window(ends, counts))
            sent.append(ends)
    few = [ends for ends in ALL_ENDS if 0 < sum(counts[slice(*ends)]) < K]
    assert not sent or not any(is_computable(ends, sent) for ends in few)


YEARS = [6, 4, 7]  # of the years as days


def test_a_sum_less_two_of_its_three_parts_is_not_told() -> None:
    windows = JoinedWindows()
    windows.add(SERIES, window((0, 1), YEARS))
    windows.add(SERIES, window((2, 3), YEARS))
    assert windows.is_telling(SERIES, window((0, 3), YEARS, "now"))


def test_what_is_disclosed_together_is_not_judged_again() -> None:
    windows = JoinedWindows()
    windows.add(SERIES, window((0, 1), YEARS, "extract"))
    windows.add(SERIES, window((2, 3), YEARS, "extract"))
    assert not windows.is_telling(SERIES, window((0, 3), YEARS, "extract"))
    assert windows.is_telling(SERIES, window((0, 3), YEARS, "now"))


def test_different_people_are_not_joined_and_cases_are_joined_by_whatever_they_are_called() -> None:
    assert series_of("cases_opened", 0, "", (), ("甲",)) is not None
    assert series_of("volunteers_registered", 0, "", (), ("甲",)) is None
    assert series_of("no_longer_declared", 0, "", (), ("甲",)) is None
