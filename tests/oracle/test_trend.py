"""Mann–Kendall and Theil–Sen against other implementations and against counting all orders."""

from datetime import date
from itertools import permutations
from math import pi, sin
from random import Random

import pymannkendall
import pytest
from scipy.stats import kendalltau, theilslopes

from indicators.mann_kendall import mann_kendall, seasonal, variance_factor
from indicators.model import Figure, Period
from indicators.trend import EXACT_UP_TO, LEAST_MONTHS, Trend, holm, of_figures, trend

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
    tested = mann_kendall(list(enumerate(values)))
    assert (tested.p, tested.slope) == pytest.approx((expected.p, expected.slope))


def test_the_exact_and_the_approximate_p_meet() -> None:
    values = [float((7 * i * i) % 23 + i // 6) for i in range(EXACT_UP_TO)]
    expected = pymannkendall.original_test(values).p
    assert 0.01 < expected < 0.5
    assert mann_kendall(list(enumerate(values))).p == pytest.approx(expected, rel=0.02)


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


def following(n: int, share: float, seed: int) -> list[float]:
    """Return values of which each keeps a share of the one before."""
    random, values = Random(seed), [0.0]
    for _ in range(n + 20):
        values.append(share * values[-1] + random.gauss(0, 1))
    return values[-n:]


@pytest.mark.parametrize(("share", "n"), [(0.1, 8), (0.5, 24), (0.7, 60)])
def test_the_variance_grows_as_the_closed_sum_says(share: float, n: int) -> None:
    closed = (share ** (n + 1) - n * share**2 + (n - 1) * share) / (n * (share - 1) ** 2)
    assert variance_factor(share, n) == pytest.approx(1 + 2 * closed)
    assert variance_factor(-share, n) == 1
    assert variance_factor(0.9, n) == variance_factor(0.7, n)


@pytest.mark.parametrize(("n", "cycle"), [(8, 1), (20, 1), (24, 12), (36, 12), (60, 12)])
def test_values_that_follow_each_other_are_seldom_called_a_trend(n: int, cycle: int) -> None:
    called = {
        share: sum(trend(following(n, share, seed), cycle).direction != "none" for seed in range(1000, 1300)) / 300
        for share in (0.0, 0.5, 0.7)
    }
    assert all(often <= 0.11 for often in called.values()), called


def test_a_rise_stands_out_although_values_follow_each_other() -> None:
    rising = [[value + n / 8 for n, value in enumerate(following(36, 0.3, seed))] for seed in range(100)]
    assert sum(trend(values, 12).direction == "up" for values in rising) >= 90
    assert trend([n**0.5 for n in range(12)]).direction == "up"  # less and less, yet each time


def test_months_are_compared_with_the_same_month_as_pymannkendall_does() -> None:
    values = [10 * sin(n * pi / 6) + 0.05 * n + left for n, left in enumerate(following(36, -0.5, 1))]
    expected = pymannkendall.seasonal_test(values, period=12)
    tested = seasonal(list(enumerate(values)), 12)
    assert (tested.s, tested.p) == pytest.approx((expected.s, expected.p))


def test_a_year_of_seasons_is_no_trend() -> None:
    values: list[float | None] = [100 + 50 * sin(n * pi / 6) for n in range(LEAST_MONTHS)]
    assert trend(values[:12], 12).direction == "short"
    assert trend(values, 12).direction == "none"
    assert trend([value + n for n, value in enumerate(values) if value], 12).direction == "up"


def test_many_tests_together_are_corrected() -> None:
    tests = [Trend("up", 9, 0.01), Trend("down", 9, 0.04), Trend("none", 9, 0.2), Trend("short", 3)]
    assert [(tested.direction, tested.p) for tested in holm(tests)] == [
        ("up", 0.03), ("none", 0.08), ("none", 0.2), ("short", None)
    ]  # fmt: skip


def totals(id: str, unit: str, values: list[float], denominator: float | None = None) -> list[Figure]:
    spans = [Period(f"{2015 + n}年", date(2015 + n, 1, 1), date(2015 + n, 12, 31)) for n, _ in enumerate(values)]
    return [
        Figure(id, unit, "甲", span, value, value, denominator, "ok") for span, value in zip(spans, values, strict=True)
    ]


def test_a_running_total_rises_only_where_more_comes_in_each_time() -> None:
    steady = of_figures(totals("volunteers_registered", "人", [10, 20, 30, 40, 50, 60, 70]))
    faster = of_figures(totals("volunteers_registered", "人", [1, 3, 6, 10, 15, 21, 28]))
    assert (steady.words, faster.words) == ("每期新增未见明显趋势", "每期新增呈上升趋势")
    assert of_figures(totals("closing_rate", "%", [10, 20, 30, 40, 50, 60], 100)).direction == "untested"
