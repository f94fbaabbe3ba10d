"""Stretches of days, by hand."""

from datetime import date

import pytest

from indicators.periods import whole_months


@pytest.mark.parametrize(
    ("window", "whole"),
    [
        ((date(2024, 1, 1), date(2024, 3, 31)), (date(2024, 1, 1), date(2024, 3, 31))),
        ((date(2024, 1, 1), date(2024, 3, 30)), (date(2024, 1, 1), date(2024, 2, 29))),
        ((date(2024, 1, 2), date(2024, 3, 31)), (date(2024, 2, 1), date(2024, 3, 31))),
        ((date(2024, 1, 2), date(2024, 2, 28)), (date(2024, 1, 2), date(2024, 2, 28))),  # it holds none
    ],
)
def test_parts_of_months_are_left_out_of_a_window(window: tuple[date, date], whole: tuple[date, date]) -> None:
    assert whole_months(*window) == whole
