"""Months of communities counted in windows."""

from datetime import date

import numpy as np

from indicators.month_counts import MonthCounts, month_number
from indicators.periods import months, window

MONTHS = {
    "甲": frozenset({date(2022, 1, 1), date(2022, 2, 1), date(2023, 5, 1)}),
    "乙": frozenset({date(2021, 12, 1)}),
    "丙": frozenset(),
}


def test_months_are_counted_in_any_window_also_of_who_has_none() -> None:
    windows = [
        window(date(year, month, 1), date(2023, last, 28))
        for year in (2020, 2022)
        for month in (1, 2)
        for last in (4, 5, 12)
    ]
    first, last = (
        np.array([month_number(day) for day in ends])
        for ends in zip(*((w.from_on, w.to_on) for w in windows), strict=True)
    )
    names = [*MONTHS, "丁"]
    by_hand = [
        [sum(month.from_on in MONTHS.get(name, ()) for month in months(w.from_on, w.to_on)) for w in windows]
        for name in names
    ]
    assert MonthCounts.of(MONTHS).within(names, first, last).tolist() == by_hand
    assert MonthCounts.of(MONTHS).within(names, last, first - 1).tolist() == [[0] * len(windows)] * len(names)
