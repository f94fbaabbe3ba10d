"""How far a figure may lie from a claim, judged for figures that are ranges too, and said in words."""

import re
from dataclasses import replace

from evidence.claims.detection.acceptance import Verdict, accepts, precision, verdict
from evidence.claims.detection.claim import Claim
from evidence.claims.detection.qualifiers import INCLUSIVE, SLACK
from indicators.engine import catalogue
from indicators.model import Figure, Indicator
from wording import numbers

ALL = 100.0
MEASURED = frozenset(
    {"元", "小时"}
)  # measured, not counted; like a mean, written whole it stands for what is rounded to it


WHOLE = re.compile(r"全|百分之?百")  # 全部用于, 百分之百: not rounded to a percent, but all


def compared(claim: Claim, figure: Figure) -> Verdict:
    """Return 相符, 偏高 or 偏低. Where only a range is known, one value in it that the words allow is enough."""
    if claim.unit == "%" and claim.value == ALL and WHOLE.search(claim.text):
        return "相符" if (figure.value or 0) >= ALL - SLACK else "偏高"
    values = _possible(claim, figure)
    if any(accepts(claim, value) for value in values):
        return "相符"
    return verdict(claim, values[-1] if verdict(claim, values[0]) == "偏高" else values[0])


def is_range(figure: Figure) -> bool:
    """Whether only the ends are known between which a number of people lies."""
    return numbers.is_range(figure, declared(figure))


def is_mean(figure: Figure) -> bool:
    """Whether a figure is a mean of periods: 2021年、2022年年均."""
    return figure.period.label.endswith("均")


def declared(figure: Figure) -> Indicator:
    """Return the declaration of a figure; a mean of counts is said with a decimal."""
    one = catalogue()[figure.indicator]
    return replace(one, decimals=max(1, one.decimals)) if is_mean(figure) else one


def allowed(claim: Claim) -> str:
    """Return what the words of a claim allow: “40多场次”说的是大于40、小于50."""
    if claim.unit == "%" and claim.value == ALL and WHOLE.search(claim.text):
        return f"“{claim.text}”说的是一点不剩的100%"
    return f"“{claim.text}”说的是{_bounds(claim)}{claim.unit}"


def _possible(claim: Claim, figure: Figure) -> list[float]:
    """The lowest and the highest value a figure may have, and between them those at the edges of what the words allow."""
    value = figure.value or 0.0
    if not is_range(figure):
        is_measured = claim.unit in MEASURED or is_mean(figure) or declared(figure).denominator is not None
        is_rounded = is_measured and claim.qualifier == "exact" and not re.search(r"[.万亿]", claim.text)
        return [value, float(round(value)), value] if is_rounded else [value]
    low, high = figure.low or 0.0, figure.high or 0.0
    edges = [edge + step for edge in (claim.low, claim.high, claim.value) if edge is not None for step in (-1, 0, 1)]
    return [low, *(edge for edge in edges if low <= edge <= high), high]


def _bounds(claim: Claim) -> str:
    low, high = _number(claim.low), _number(claim.high)
    is_inclusive = bool(re.search(INCLUSIVE, claim.word))
    if claim.qualifier == "exact":
        slack = precision(claim)
        return f"{_number((claim.low or 0) - slack)}到{_number((claim.high or 0) + slack)}" if slack else f"正好{low}"
    if claim.qualifier == "over":
        least = f"{'不少于' if is_inclusive else '大于'}{low}"
        return f"{least}、小于{high}" if high else least
    if claim.qualifier == "under":
        most = f"{'不超过' if is_inclusive else '小于'}{high}"
        return f"不少于{low}、{most}" if low else most
    return f"{low}到{high}"


def _number(value: float | None) -> str:
    return "" if value is None else numbers.rounded(value, 4)
