"""The Wilson interval against its own published example and scipy, the Poisson interval against scipy."""

import pytest
from scipy.stats import binomtest, chi2

from indicators.interval import poisson, wilson


@pytest.mark.parametrize(("successes", "n"), [(0, 5), (1, 1), (46, 50), (81, 263), (999, 1000), (5, 5)])
def test_the_interval_equals_scipy(successes: int, n: int) -> None:
    expected = binomtest(successes, n).proportion_ci(method="wilson")
    assert wilson(successes, n) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_newcombes_example_81_of_263() -> None:
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)  # Newcombe 1998, table I, method 3


@pytest.mark.parametrize(("successes", "n"), [(0, 0), (6, 5), (-1, 5)])
def test_what_is_no_share_is_refused(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="not a share"):
        wilson(successes, n)


@pytest.mark.parametrize("count", [0, 1, 2, 15, 33, 400, 16900])
def test_the_interval_of_a_count_is_near_that_of_scipy(count: int) -> None:
    exact = (chi2.ppf(0.025, 2 * count) / 2 if count else 0, chi2.ppf(0.975, 2 * count + 2) / 2)
    assert poisson(count) == pytest.approx(exact, abs=0.1)
