"""Returns how sure a share of a sample can be, and the difference of two: the Wilson score interval and what is made of it.

E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
Association 22 (1927), 209–212.
"""

from math import sqrt
from statistics import NormalDist

from indicators.model import Figure, Indicator


def newcombe(successes: tuple[float, float], numbers: tuple[float, float]) -> tuple[float, float]:
    """Return the 95 % interval of the second share minus the first, made of their Wilson intervals (Newcombe's method 10).

    R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
    Statistics in Medicine 17 (1998), 873–890.
    """
    first, second = (part / number for part, number in zip(successes, numbers, strict=True))
    (low_1, high_1), (low_2, high_2) = (wilson(*pair) for pair in zip(successes, numbers, strict=True))
    low = second - first - sqrt((second - low_2) ** 2 + (high_1 - first) ** 2)
    return low, second - first + sqrt((high_2 - second) ** 2 + (first - low_1) ** 2)


def wilson(successes: float, n: float, confidence: float = 0.95) -> tuple[float, float]:
    """Return the Wilson score interval of successes ÷ n as two shares between 0 and 1.

    Unlike the textbook ± interval it stays inside 0–1 and is right for small n and shares near 100 %. ValueError for n = 0.
    """
    if n <= 0 or not 0 <= successes <= n:
        raise ValueError(f"{successes} of {n} is not a share")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = successes / n
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return max(0.0, centre - half), min(1.0, centre + half)


def poisson(count: float, confidence: float = 0.95) -> tuple[float, float]:
    """Return the interval of a count of events by Byar's approximation, which differs from the exact one by less than 0.1.

    N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research, vol. II (1987), 68–69.
    """
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    low = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3 if count > 0 else 0.0
    return max(0.0, low), (count + 1) * (1 - 1 / (9 * (count + 1)) + z / (3 * sqrt(count + 1))) ** 3


def is_range(figure: Figure, indicator: Indicator) -> bool:
    """Return whether only the ends are known between which the number lies."""
    return not indicator.interval and None not in (figure.low, figure.high) and figure.low != figure.high
