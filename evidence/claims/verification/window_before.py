"""A number of which its paragraph does not say when, held against the time that the paragraphs before name: 2025年…… ¶ 开展活动146场."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.claim_days import claim_period
from evidence.claims.checked_claim import CheckedClaim
from evidence.claims.verification.readings import Judge
from indicators.periods import window as window_of


def with_window_before(
    bound_claims: Sequence[BoundClaim], readings: Sequence[CheckedClaim], judge: Judge, as_of: date, first_day: date
) -> list[CheckedClaim]:
    """Return the readings, those 口径未明 for want of a time answered by that of the paragraphs before: 相符 by it, or told what it would be."""
    untimed = [place for place, claim in enumerate(bound_claims) if _is_untimed(claim, readings[place], as_of)]
    others = judge([_of_window_before(bound_claims[place], as_of, first_day) for place in untimed])
    chosen = list(readings)
    for place, other in zip(untimed, others, strict=True):
        chosen[place] = _choose(readings[place], other)
    return chosen


def _is_untimed(bound_claim: BoundClaim, reading: CheckedClaim, as_of: date) -> bool:
    window = bound_claim.claim.window_before
    is_number = bound_claim.binding is not None and not (bound_claim.claim.is_trend or bound_claim.but)
    is_past = window is not None and window.from_on is not None and window.from_on <= as_of
    return is_past and is_number and not bound_claim.is_timed and reading.verdict == "口径未明"


def _of_window_before(bound_claim: BoundClaim, as_of: date, first_day: date) -> BoundClaim:
    period = claim_period(bound_claim.claim.window_before, "", as_of, first_day)
    return replace(bound_claim, period=period)


def _choose(untimed: CheckedClaim, timed: CheckedClaim) -> CheckedClaim:
    if timed.period is None or not timed.figures:
        return untimed
    days = window_of(timed.period.from_on, timed.period.to_on).label
    if timed.verdict == "相符":
        return replace(timed, reason=f"这一段没有写明时期，按前文的{days}相符：{timed.reason}")
    return replace(timed, verdict="口径未明", reason=f"这一段没有写明时期。若指的是前文的{days}：{timed.reason}")
