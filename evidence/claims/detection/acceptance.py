"""Does a computed figure bear a claim out? The qualifier rules: 达 equals · 余 below the next step · 超 more · 近 nine tenths · 约 ±5 %."""

import re
from typing import Literal

from evidence.claims.detection.claim import Claim
from evidence.claims.detection.qualifiers import INCLUSIVE, SLACK
from evidence.claims.detection.trends import is_rising

Verdict = Literal["相符", "偏高", "偏低"]
MODEST = 1.2  # 超n is under-claimed once the figure exceeds n by a fifth


def accepts(claim: Claim, value: float) -> bool:
    """Whether the words allow this figure. For a trend the figure is its slope: its sign must agree with 上升 or 下降."""
    if claim.is_trend:
        return value > 0 if is_rising(claim.text) else value < 0
    return not (_is_below(claim, value) or _is_above(claim, value))


def verdict(claim: Claim, value: float) -> Verdict:
    """相符, or 偏高 where the text says more than the records carry, 偏低 where it says less."""
    if accepts(claim, value):
        return "相符"
    if claim.is_trend:
        return "偏高"
    return "偏高" if _is_below(claim, value) else "偏低"


def understatement(claim: Claim, value: float) -> str:
    """A hint when 超 or 以上 claims much less than the records prove; empty otherwise."""
    if (
        claim.is_trend
        or claim.value is None
        or claim.high is not None
        or not accepts(claim, value)
        or value <= claim.value * MODEST
    ):
        return ""
    return f"实际为{value:,.10g}{claim.unit}，比“{claim.text}”多出两成以上，可以写得更充分。"


def precision(claim: Claim) -> float:
    """Half of the last place written: 0.05 for 62.5%, 500 for 35.6万元. Whole counts are exact; whole percents are rounded."""
    decimals = re.search(r"\.(\d+)", claim.text)
    if decimals is None:
        return 0.5 if claim.unit == "%" else 0.0
    scale = next((size for sign, size in (("亿", 1e8), ("万", 1e4)) if sign in claim.text), 1.0)
    return 0.5 * scale / 10 ** len(decimals[1])


def _is_below(claim: Claim, value: float) -> bool:
    if claim.low is None:
        return False
    return value < claim.low - _slack(claim) or (_excludes_low(claim) and value <= claim.low + SLACK)


def _is_above(claim: Claim, value: float) -> bool:
    if claim.high is None:
        return False
    return value > claim.high + _slack(claim) or (_excludes_high(claim) and value >= claim.high - SLACK)


def _slack(claim: Claim) -> float:
    return SLACK + (precision(claim) if claim.qualifier == "exact" else 0)


def _excludes_low(claim: Claim) -> bool:
    """超, 逾 and 余 mean more than n; 以上 and 不少于 admit n itself."""
    return claim.qualifier == "over" and not re.search(INCLUSIVE, claim.word)


def _excludes_high(claim: Claim) -> bool:
    """近 and 不足 stop short of n, 余 short of the next step; 以内 and 不超过 admit n."""
    return claim.qualifier in ("over", "under") and not re.search(INCLUSIVE, claim.word)
