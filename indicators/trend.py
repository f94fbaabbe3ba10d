"""Tests whether a series rises or falls by more than chance: the Mann–Kendall test, with the Theil–Sen slope.

S counts the pairs of values that rise minus those that fall (H. B. Mann, "Nonparametric tests against trend", Econometrica 13
(1945), 245–259; M. G. Kendall, Rank Correlation Methods, 4th edition, 1975). The slope is the median of all pairwise slopes
(H. Theil, 1950; P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", Journal of the American Statistical
Association 63 (1968), 1379–1389). Outliers and gaps do no harm to either, and neither supposes a distribution.

The p value is exact, ties included: the number of orders with a given S is a coefficient of the q-multinomial
[n]!q ÷ ∏[t]!q, with a t for every group of equal values. Beyond 50 periods it is the normal approximation, its variance corrected for
ties (Kendall 1975, chapter 4) and S for continuity. Work that has seasons should be tested by quarter or year, not by month.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, combinations
from math import comb, sqrt
from statistics import NormalDist, median
from typing import Literal

from indicators.engine import catalogue
from indicators.model import Figure
from indicators.periods import is_whole

LEAST_PERIODS = 5  # with four not even a perfect order is significant: 2 of 4! orders are as extreme, p = 0.083
SIGNIFICANT = 0.05
EXACT_UP_TO = 50
WORDS = {"up": "呈上升趋势", "down": "呈下降趋势", "none": "未见明显趋势", "short": "期数不足"}


@dataclass(frozen=True)
class Trend:
    """A tested trend. `slope` is the change per period; p and slope are None when there are too few periods."""

    direction: Literal["up", "down", "none", "short"]
    n: int
    p: float | None = None
    slope: float | None = None

    @property
    def words(self) -> str:
        """The finding in words that may stand in an application."""
        return WORDS[self.direction]


def of_figures(figures: Sequence[Figure]) -> Trend:
    """Test one indicator's figures in the order of their periods; unreported and incomplete periods are gaps.

    Where only a range is known, both its ends must tell the same, or there is no trend to be seen.
    """
    low = trend([figure.value if _is_complete(figure) else None for figure in figures])
    high = trend([_high(figure) if _is_complete(figure) else None for figure in figures])
    weaker = max(low, high, key=lambda tested: tested.p or 0.0)
    return weaker if low.direction == high.direction else replace(weaker, direction="none")


def _is_complete(figure: Figure) -> bool:
    """Whether a count may be compared with that of another period: a rate may even if some months are missing."""
    indicator = catalogue()[figure.indicator]
    is_sum = indicator.denominator is None and indicator.numerator.span == "period"
    return is_whole(figure.period) and not (is_sum and figure.missing)


def _high(figure: Figure) -> float | None:
    is_range = figure.high is not None and not catalogue()[figure.indicator].interval
    return figure.high if is_range else figure.value


def trend(values: Sequence[float | None]) -> Trend:
    """Test equally spaced values; None is a gap that keeps its place."""
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    n = len(known)
    if n < LEAST_PERIODS:
        return Trend("short", n)
    pairs = list(combinations(known, 2))
    s = sum((later > earlier) - (later < earlier) for (_, earlier), (_, later) in pairs)
    slope = median((later - earlier) / (after - before) for (before, earlier), (after, later) in pairs)
    ties = list(Counter(value for _, value in known).values())
    p = _exact(s, n, ties) if n <= EXACT_UP_TO else _approximate(s, n, ties)
    if p >= SIGNIFICANT:
        return Trend("none", n, p, slope)
    return Trend("up" if s > 0 else "down", n, p, slope)


def _exact(s: int, n: int, ties: Sequence[int]) -> float:
    """Return the share of all orders of these values whose |S| is at least |s|."""
    orders = [1]  # orders[i] = number of orders with i inversions
    for size in range(2, n + 1):
        orders = _times(orders, size)
    for size in (size for tied in ties for size in range(2, tied + 1)):
        orders = _divided(orders, size)
    pairs = comb(n, 2) - sum(comb(tied, 2) for tied in ties)
    return sum(count for i, count in enumerate(orders) if abs(pairs - 2 * i) >= abs(s)) / sum(orders)


def _times(polynomial: list[int], size: int) -> list[int]:
    """Multiply by 1 + q + … + q^(size-1)."""
    sums = [0, *accumulate([*polynomial, *[0] * (size - 1)])]
    return [sums[i] - sums[max(0, i - size)] for i in range(1, len(sums))]


def _divided(polynomial: list[int], size: int) -> list[int]:
    """Divide by 1 + q + … + q^(size-1), which leaves no remainder here."""
    quotient: list[int] = []
    for i in range(len(polynomial) - size + 1):
        quotient.append(polynomial[i] - sum(quotient[max(0, i - size + 1) : i]))
    return quotient


def _approximate(s: int, n: int, ties: Sequence[int]) -> float:
    variance = (n * (n - 1) * (2 * n + 5) - sum(tied * (tied - 1) * (2 * tied + 5) for tied in ties)) / 18
    if s == 0 or variance == 0:
        return 1.0
    return 2 * (1 - NormalDist().cdf((abs(s) - 1) / sqrt(variance)))
