"""Whether a computed figure bears a claim out.

达 equals · 余 below the next step · 超 more · 近 from nine tenths · 约 within five percent (the limits are set where the
claim is read, in detection.qualifiers). Of a figure that is itself a range every value must be accepted; where only some are,
the records neither prove the claim nor refute it.
"""

import re
from dataclasses import replace
from math import floor
from typing import Literal

from evidence.claims.detection.claim import Claim
from evidence.claims.detection.qualifiers import INCLUSIVE, ROUNDING
from evidence.claims.detection.trends import is_rising
from indicators import interval
from indicators.engine import catalogue
from indicators.model import Figure, Indicator
from wording import numbers

NumberVerdict = Literal["相符", "偏高", "偏低", "口径未明"]
UNDERSTATED = 1.2  # 超n is under-claimed once the figure exceeds n by a fifth
WHOLE_SHARE = 100.0
WHOLE_MYRIADS = 0.01  # of the number: how far 28万 may be from the records
WHOLE_PRECISION = {"%": 0.5, "个百分点": 0.5, "倍": 0.05}  # of what is written without decimals
# Measured, not counted: like a mean, such a number written whole stands for what is rounded to it.
MEASURED_UNITS = frozenset({"元", "小时", "分", "平方米", "平方公里"})
# A share that means all, not what is rounded to 100 %: 全部用于, 百分之百, 百分百.
EVERYTHING = re.compile(r"全|百分之?百")


def accepts(claim: Claim, value: float) -> bool:
    """Return whether the words allow a value. For a trend it is the slope: its sign must agree with 上升 or 下降."""
    if claim.is_trend:
        return value > 0 if is_rising(claim.qualifier_word or claim.text) else value < 0
    return not (_is_below(claim, value) or _is_above(claim, value))


def verdict_on_value(claim: Claim, value: float) -> NumberVerdict:
    """Return 相符, or 偏高 where the text says more than the records carry, 偏低 where it says less."""
    if accepts(claim, value):
        return "相符"
    if claim.is_trend:
        return "偏高"
    return "偏高" if _is_below(claim, value) else "偏低"


def verdict_on_figure(claim: Claim, figure: Figure) -> NumberVerdict:
    """Return the verdict on a figure: 口径未明 where only a range is known and the words allow a part of it."""
    if _claims_everything(claim):
        return "相符" if (figure.value or 0) >= WHOLE_SHARE - ROUNDING else "偏高"
    values = _possible_values(claim, figure)
    if any(accepts(claim, value) for value in values):
        is_proven = not is_range(figure) or (accepts(claim, values[0]) and accepts(claim, values[-1]))
        return "相符" if is_proven else "口径未明"
    return verdict_on_value(claim, values[-1] if verdict_on_value(claim, values[0]) == "偏高" else values[0])


def precision(claim: Claim) -> float:
    """Return half of the last place written: 0.05 for 62.5%, 500 for 35.6万元, 0.5 for whole percents and points, a hundredth for whole
    myriads (28万元), which nobody counts to the last, 0.05 for whole multiples (两倍, 翻一番), 0 for other whole counts."""
    decimals = re.search(r"\.(\d+)", claim.text)
    scale = next((factor for sign, factor in (("亿", 1e8), ("万", 1e4)) if sign in claim.text), 1.0)
    if decimals is None and scale > 1:
        return min(0.5 * scale, WHOLE_MYRIADS * (claim.value or 0))
    if decimals is None:
        return WHOLE_PRECISION.get(claim.unit, 0.0)
    return 0.5 * scale / 10 ** len(decimals[1])


def understatement(claim: Claim, value: float) -> str:
    """Return a hint when 超 or 以上 claims much less than the records prove; empty otherwise."""
    if (
        claim.is_trend
        or claim.value is None
        or claim.high is not None
        or not accepts(claim, value)
        or value <= claim.value * UNDERSTATED
    ):
        return ""
    return f"实际为{round(value, 2):,.10g}{claim.unit}，比“{claim.text}”多出两成以上，可以写得更充分。"


def allowed_words(claim: Claim) -> str:
    """Return in words what a claim allows: “40多场次”说的是大于40、小于50场次."""
    if _claims_everything(claim):
        return f"“{claim.text}”说的是一点不剩的100%"
    return f"“{claim.text}”说的是{_limits_words(claim)}{claim.unit}"


def is_range(figure: Figure) -> bool:
    """Return whether only the ends are known between which a number of people lies."""
    return interval.is_range(figure, declaration(figure))


def is_mean(figure: Figure) -> bool:
    """Return whether a figure is a mean of periods, whose label is 2021年、2022年年均."""
    return figure.period.label.endswith("均")


def declaration(figure: Figure) -> Indicator:
    """Return the declaration of a figure; a mean of counts is written with a decimal."""
    indicator = catalogue()[figure.indicator]
    return replace(indicator, decimals=max(1, indicator.decimals)) if is_mean(figure) else indicator


def _claims_everything(claim: Claim) -> bool:
    return claim.unit == "%" and claim.value == WHOLE_SHARE and EVERYTHING.search(claim.text) is not None


def _possible_values(claim: Claim, figure: Figure) -> list[float]:
    """The lowest and the highest value a figure may have, and between them those at the limits of what the words allow."""
    value = figure.value or 0.0
    if not is_range(figure):
        is_measured = claim.unit in MEASURED_UNITS or is_mean(figure) or declaration(figure).denominator is not None
        is_rounded = is_measured and claim.qualifier == "exact" and not re.search(r"[.万亿]", claim.text)
        return [value, float(floor(value + 0.5)), value] if is_rounded else [value]
    low, high = figure.low or 0.0, figure.high or 0.0
    limits = [
        limit + step for limit in (claim.low, claim.high, claim.value) if limit is not None for step in (-1, 0, 1)
    ]
    return [low, *(limit for limit in limits if low <= limit <= high), high]


def _is_below(claim: Claim, value: float) -> bool:
    if claim.low is None:
        return False
    return value < claim.low - _tolerance(claim) or (_excludes_low(claim) and value <= claim.low + ROUNDING)


def _is_above(claim: Claim, value: float) -> bool:
    if claim.high is None:
        return False
    return value > claim.high + _tolerance(claim) or (_excludes_high(claim) and value >= claim.high - ROUNDING)


def _tolerance(claim: Claim) -> float:
    """Return what rounding leaves open at a limit that is a number as written: 62.5%, and both ends of 2.2至4.6%."""
    return ROUNDING + (precision(claim) if claim.qualifier in ("exact", "range") else 0)


def _excludes_low(claim: Claim) -> bool:
    """超, 逾 and 余 mean more than n; 以上 and 不少于 admit n itself."""
    return claim.qualifier == "over" and not _is_inclusive(claim)


def _excludes_high(claim: Claim) -> bool:
    """近 and 不足 stop short of n, 余 short of the next step; 以内 and 不超过 admit n."""
    return claim.qualifier in ("over", "under") and not _is_inclusive(claim)


def _is_inclusive(claim: Claim) -> bool:
    return INCLUSIVE.search(claim.qualifier_word) is not None


def _limits_words(claim: Claim) -> str:
    low, high = _number_words(claim.low), _number_words(claim.high)
    if claim.qualifier == "exact":
        half_step = precision(claim)
        if not half_step:
            return f"正好{low}"
        return f"{_number_words((claim.low or 0) - half_step)}到{_number_words((claim.high or 0) + half_step)}"
    if claim.qualifier == "over":
        least = f"{'不少于' if _is_inclusive(claim) else '大于'}{low}"
        return f"{least}、小于{high}" if high else least
    if claim.qualifier == "under":
        most = f"{'不超过' if _is_inclusive(claim) else '小于'}{high}"
        return f"不少于{low}、{most}" if low else most
    return f"{low}到{high}"


def _number_words(value: float | None) -> str:
    return "" if value is None else numbers.rounded(value, 4)
