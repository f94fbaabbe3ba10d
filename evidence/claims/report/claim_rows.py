"""A report as rows, one for each claim, for Word, Excel and the command line; and the words in its cells."""

from collections.abc import Iterator

from evidence.claims.checked_claim import CheckedClaim, ClaimsReport
from evidence.claims.detection.claim import Claim
from evidence.claims.verification.acceptance import declaration
from evidence.claims.verification.reasons import period_words
from indicators import periods
from wording import numbers

HEADER = (
    "序号", "原文", "文中的数", "单位", "口气", "指标", "统计期", "社区", "记录里的数", "分子/分母", "核对结果", "理由", "建议写法",
)  # fmt: skip
QUALIFIERS = {"exact": "正好", "over": "超过、余", "under": "近、不足", "about": "约", "range": "范围", "trend": "趋势"}
ClaimRow = tuple[str | int | float | None, ...]


def claim_rows(report: ClaimsReport) -> Iterator[ClaimRow]:
    """Yield a row for each claim, in the order of the text, with a cell for each title of HEADER."""
    for number, checked_claim in enumerate(report.claims, 1):
        claim = checked_claim.claim
        yield (
            number,
            claim.text,
            claimed_number(claim),
            claim.unit,
            QUALIFIERS[claim.qualifier],
            indicator_label(checked_claim),
            period_label(checked_claim),
            place_label(checked_claim),
            recorded_number(checked_claim),
            ratio_sides(checked_claim),
            checked_claim.verdict,
            checked_claim.reason,
            checked_claim.suggestion,
        )


def claimed_number(claim: Claim) -> str | float | None:
    """Return the number a claim writes, or its two ends."""
    if claim.value is None and None not in (claim.low, claim.high):
        return f"{numbers.rounded(claim.low or 0, 4)}–{numbers.rounded(claim.high or 0, 4)}"
    return claim.value


def indicator_label(checked_claim: CheckedClaim) -> str:
    """Return the name of the indicator a claim is compared with, its category with it."""
    return checked_claim.binding.label if checked_claim.binding else ""


def period_label(checked_claim: CheckedClaim) -> str:
    """Return the period a claim was computed over, in words."""
    binding, period = checked_claim.binding, checked_claim.period
    if not binding or not period or not checked_claim.figures:
        return ""
    if checked_claim.figure:
        return period_words(binding, period, checked_claim.figure)
    return periods.window(period.from_on, period.to_on).label


def place_label(checked_claim: CheckedClaim) -> str:
    """Return the place a claim was computed for, in words."""
    return checked_claim.place.words if checked_claim.place and checked_claim.binding else ""


def recorded_number(checked_claim: CheckedClaim) -> str:
    """Return the number of the records with its unit, or why there is none."""
    if checked_claim.figure:
        return numbers.full(checked_claim.figure, declaration(checked_claim.figure))
    if checked_claim.computed is None or checked_claim.claim.is_trend:
        return ""
    return f"{numbers.rounded(checked_claim.computed, 2)}{checked_claim.claim.unit}"


def ratio_sides(checked_claim: CheckedClaim) -> str:
    """Return numerator and denominator of a ratio; empty for a count."""
    return numbers.sides(checked_claim.figure) if checked_claim.figure else ""
