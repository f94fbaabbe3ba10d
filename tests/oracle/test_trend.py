"""Mann–Kendall and Theil–Sen against other implementations and against counting all orders."""

from datetime import date
from itertools import permutations

import pymannkendall
import pytest
from scipy.stats import kendalltau, theilslopes

from indicators.model import Figure, Period
from indicators.trend import EXACT_UP_TO, of_figures, trend

WAVES = [3.0, 1.0, 4.0, 1.5, 5.0, 9.0, 2.0, 6.0, 5.5, 3.5, 8.0, 9.7]


def kendall_s(values: tuple[float, ...]) -> int:
    return sum((b > a) - (b < a) for i, a in enumerate(values) for b in values[i + 1 :])


@pytest.mark.parametrize("n", [5, 6, 9, 12])
def test_p_is_exact_and_equals_scipy_without_ties(n: int) -> None:
    expected = kendalltau(range(n), WAVES[:n], method="exact").pvalue
    assert trend(WAVES[:n]).p == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("values", [(1, 1, 2, 2, 3), (5, 4, 4, 4, 1, 1), (1, 2, 2, 3, 3, 3), (7, 7, 7, 7, 7)])
def test_p_with_ties_is_the_share_of_all_orders_as_extreme(values: tuple[float, ...]) -> None:
    orders = [abs(kendall_s(order)) for order in permutations(values)]
    expected = sum(s >= abs(kendall_s(values)) for s in orders) / len(orders)
    assert trend(values).p == pytest.approx(expected, abs=1e-12)


def test_a_long_series_with_ties_equals_pymannkendall() -> None:
    values = [float((7 * i * i) % 23 + i // 9) for i in range(EXACT_UP_TO + 20)]
    expected = pymannkendall.original_test(values)
    assert (trend(values).p, trend(values).slope) == pytest.approx((expected.p, expected.slope))


def test_the_exact_and_the_approximate_p_meet() -> None:
    values = [float((7 * i * i) % 23 + i // 6) for i in range(EXACT_UP_TO)]
    expected = pymannkendall.original_test(values).p
    assert 0.01 < expected < 0.5
    assert trend(values).p == pytest.approx(expected, rel=0.02)


def test_the_slope_minds_gaps() -> None:
    values = [2.0, None, 6.0, 9.0, None, 12.0, 13.0]
    known = [(i, value) for i, value in enumerate(values) if value is not None]
    expected = theilslopes([value for _, value in known], [i for i, _ in known])[0]
    assert trend(values).slope == pytest.approx(expected)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([1, 2, 3, 4, 5], "呈上升趋势"),
        ([5, 4, 3, 2, 1], "呈下降趋势"),
        ([1, 2, 3, 4], "期数不足"),
        ([1, 2, 3, 5, 4, 2], "未见明显趋势"),
        ([3, 3, 3, 3, 3, 3], "未见明显趋势"),
        ([], "期数不足"),
    ],
)
def test_the_finding_in_words(values: list[float], words: str) -> None:
    assert trend(values).words == words


def years(values: list[float], **more: object) -> list[Figure]:
    spans = [Period(f"{2015 + n}年", date(2015 + n, 1, 1), date(2015 + n, 12, 31)) for n, _ in enumerate(values)]
    fields = {"community": None, "numerator": None, "denominator": None, "state": "ok", **more}
    return [
        Figure("activities", "场", period=span, value=value, **fields)
        for span, value in zip(spans, values, strict=True)
    ]  # type: ignore[arg-type]


def test_an_incomplete_year_and_one_with_unreported_months_are_gaps() -> None:
    short = Period("2021年（截至3月31日）", date(2021, 1, 1), date(2021, 3, 31))
    rising = years([1, 2, 3, 4, 5])
    partial = Figure("activities", "场", None, short, 0, 0, None, "ok")
    holed = Figure("activities", "场", None, rising[0].period, 0, 0, None, "ok", missing=("2015年3月",))
    assert of_figures([*rising, partial, holed]) == trend([1, 2, 3, 4, 5])


def test_a_range_shows_a_trend_only_if_both_ends_do() -> None:
    narrow = [figure for n, value in enumerate([1, 2, 3, 4, 5]) for figure in years([value], low=value, high=value + n)]
    wide = [figure for value in [1, 2, 3, 4, 5] for figure in years([value], low=value, high=10 - value)]
    assert of_figures(narrow).words == "呈上升趋势"
    assert of_figures(wide).words == "未见明显趋势"
