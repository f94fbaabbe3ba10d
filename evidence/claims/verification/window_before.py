"""A number of which its sentence does not say when, held against the time that the title or the text before names: 2025年度报告 ¶ 开展活动146场."""

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
    """Return the readings, those whose sentence names no time held against that of the title or the text before as well."""
    untimed = [place for place, claim in enumerate(bound_claims) if _may_be_of_window_before(claim, as_of)]
    others = judge([_of_window_before(bound_claims[place], as_of, first_day) for place in untimed])
    chosen = list(readings)
    for place, other in zip(untimed, others, strict=True):
        chosen[place] = _choose(bound_claims[place], readings[place], other)
    return chosen


def _may_be_of_window_before(bound_claim: BoundClaim, as_of: date) -> bool:
    claim, window = bound_claim.claim, bound_claim.claim.window_before
    if window is None or window.from_on is None or window.from_on > as_of or claim.is_trend or bound_claim.but:
        return False
    is_of_other_days = claim.window is None or (window.from_on, window.to_on) != (
        claim.window.from_on,
        claim.window.to_on,
    )
    return bound_claim.binding is not None and is_of_other_days and not (bound_claim.period.is_event or claim.rate)


def _of_window_before(bound_claim: BoundClaim, as_of: date, first_day: date) -> BoundClaim:
    period = claim_period(bound_claim.claim.window_before, "", as_of, first_day)
    return replace(bound_claim, period=period)


def _choose(bound_claim: BoundClaim, as_read: CheckedClaim, of_before: CheckedClaim) -> CheckedClaim:
    """Return the reading that bears the claim out, with the time it is of; both where the title's year denies what another time bears out."""
    if of_before.period is None or not of_before.figures:
        return as_read
    days = window_of(of_before.period.from_on, of_before.period.to_on).label
    window = bound_claim.claim.window_before
    is_title = window is not None and window.kind == "report"
    where = f"{'标题' if is_title else '前文'}的{days}"
    if as_read.verdict == "相符":
        is_denied = is_title and of_before.verdict in ("偏高", "偏低") and bound_claim.claim.window is None
        note = f"这里没有写明时期，按{where}不相符：{of_before.reason}"
        return replace(as_read, verdict="口径未明", reason=f"{note}{as_read.reason}") if is_denied else as_read
    if of_before.verdict == "相符":
        return replace(of_before, reason=f"这里没有写明时期，按{where}相符：{of_before.reason}")
    if as_read.verdict != "口径未明" or bound_claim.period.is_stated or bound_claim.is_timed:
        return as_read
    return replace(of_before, verdict="口径未明", reason=f"这里没有写明时期。若指的是{where}：{of_before.reason}")
