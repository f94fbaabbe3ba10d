"""Trends that a text asserts, tested on the records: quarter by quarter, or year by year where the text says 逐年."""

import re
from collections.abc import Sequence

from evidence.claims.detection.claim import Claim
from evidence.claims.detection.trends import is_rising
from evidence.claims.verification.tolerance import is_range
from indicators import trend
from indicators.model import Figure, Grain
from indicators.trend import LEAST_PERIODS, Trend

YEARLY = re.compile(r"逐年|年年|连年|每年|连续[两二三四五六七八九十\d]+年")
MONTHLY = re.compile(r"逐月|每月")
# Where people can only be counted as a range, what is counted without names shows at least how often they came.
INSTEAD = {"participants": "attendances", "participation_rate": "attendances", "donors": "gifts"}
NAMES: dict[Grain, str] = {"year": "年", "quarter": "季度", "month": "月"}


def grains(claim: Claim) -> tuple[Grain, ...]:
    """Return by what periods to test: the one the text names, then quarters."""
    if YEARLY.search(claim.text):
        return ("year", "quarter")
    return ("month", "quarter") if MONTHLY.search(claim.text) else ("quarter",)


def tested(series: Sequence[tuple[Grain, Sequence[Figure]]]) -> tuple[Grain, Trend]:
    """Return the first grain with periods enough and its test; the last grain where none has."""
    results = [(grain, trend.of_figures(figures)) for grain, figures in series]
    return next(((grain, found) for grain, found in results if found.direction != "short"), results[-1])


def is_carried(claim: Claim, found: Trend) -> bool:
    """Whether the records rise where the text says so, or fall."""
    return found.direction == ("up" if is_rising(claim.text) else "down")


def is_undecided(figures: Sequence[Figure], found: Trend) -> bool:
    """Whether nothing was found because people can only be counted as a range."""
    return found.direction == "none" and any(is_range(figure) for figure in figures)


def finding(grain: Grain, found: Trend) -> str:
    """Return the test in words: 按季度检验21期，呈上升趋势（p=0.003）."""
    name = NAMES[grain]
    if found.direction == "short":
        return f"按{name}只有{found.n}期有数，少于{LEAST_PERIODS}期，不能检验趋势"
    chance = "小于0.001" if (found.p or 0) < 0.001 else f"={found.p:.3f}"
    said = f"按{name}检验{found.n}期，{found.words}（p{chance}）"
    return said if found.direction != "none" else f"{said}：这样的起伏，纯属偶然也有{(found.p or 0) * 100:.0f}%的可能"
