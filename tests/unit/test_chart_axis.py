"""Ticks: round, few, in 万; and cases in bands none of which is small."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.charts import case_stages, chart_axis


@pytest.mark.parametrize(
    ("values", "from_zero", "ticks"),
    [
        ([3, 17], True, ["0", "5", "10", "15", "20"]),
        ([0, 31500], True, ["0", "1万", "2万", "3万", "4万"]),
        ([82.1, 91.4], False, ["80.0", "82.5", "85.0", "87.5", "90.0", "92.5"]),
        ([None, None], True, ["0", "0.25", "0.50", "0.75", "1.00"]),
        ([0, 0], True, ["0", "0.25", "0.50", "0.75", "1.00"]),
    ],
)
def test_ticks_are_round_and_few(values: list[float | None], from_zero: bool, ticks: list[str]):
    assert chart_axis.upward(values, from_zero=from_zero)["ticktext"] == ticks


@given(st.lists(st.floats(-1e9, 1e9), min_size=1), st.booleans())
def test_every_value_lies_between_the_ends_of_its_axis(values: list[float], from_zero: bool):
    low, high = chart_axis.upward(values, from_zero=from_zero)["range"]

    assert low <= min(values) <= max(values) <= high


@given(st.lists(st.integers(0, 2000), max_size=400))
def test_no_band_of_cases_is_small_and_none_is_lost(days: list[int]):
    bands = case_stages.bands(days)

    assert all(count >= case_stages.LEAST for *_, count in bands)
    assert sum(count for *_, count in bands) == (len(days) if len(days) >= case_stages.LEAST else 0)


def test_bands_say_from_when_to_when():
    assert case_stages.bands([10] * 5 + [40] * 2 + [70] * 4 + [500] * 6) == [(0, 30, 5), (31, 90, 6), (91, None, 6)]
