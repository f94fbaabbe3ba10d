"""A count up to a day that must not be shown, held against the same count up to an earlier day that may be.

What is counted from the beginning only grows: a text that the earlier count bears out, or already exceeds, is answered by it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from documents.day_text import day_text
from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.checked_claim import CheckedClaim
from evidence.claims.verification.readings import Judge
from indicators.engine import catalogue
from indicators.periods import DAY, first_of


def with_earlier_days(
    bound_claims: Sequence[BoundClaim], readings: Sequence[CheckedClaim], judge: Judge
) -> list[CheckedClaim]:
    """Return the readings, those that are 已隐藏 answered by an earlier day where one can."""
    answered = list(readings)
    for place, (bound_claim, reading) in enumerate(zip(bound_claims, readings, strict=True)):
        if reading.verdict == "已隐藏" and _only_grows(bound_claim):
            answered[place] = _answer(bound_claim, reading, judge)
    return answered


def _answer(bound_claim: BoundClaim, hidden: CheckedClaim, judge: Judge) -> CheckedClaim:
    day = day_text(bound_claim.period.to_on)
    for earlier in _earlier_days(bound_claim.period.to_on):
        (reading,) = judge([replace(bound_claim, period=replace(bound_claim.period, to_on=earlier))])
        if reading.verdict in ("相符", "偏低"):
            return replace(reading, reason=f"到{day}的数不单独公开，按更早的一天核对。{reading.reason}")
    return hidden


def _earlier_days(day: date) -> list[date]:
    """The ends of the month, quarter and year before a day, at which counts are shown first."""
    ends = (first_of(day + DAY, "month") - DAY, first_of(day, "quarter") - DAY, first_of(day, "year") - DAY)
    return [end for end in dict.fromkeys(ends) if end < day]


def _only_grows(bound_claim: BoundClaim) -> bool:
    """Whether a claim is a plain count from the first record on."""
    binding, change = bound_claim.binding, bound_claim.change
    if binding is None or change.kind != "level" or bound_claim.claim.is_trend or bound_claim.but:
        return False
    indicator = catalogue()[binding.indicator]
    is_from_beginning = bound_claim.period.is_until or indicator.numerator.span == "to_date"
    return is_from_beginning and not indicator.denominator and indicator.numerator.span in ("period", "to_date")
