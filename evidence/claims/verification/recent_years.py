"""A number of 近三年, which may be the years up to the day of writing or the last whole ones: judged over both."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.checked_claim import CheckedClaim, ClaimPeriod
from evidence.claims.verification.readings import Judge
from indicators.periods import DAY
from indicators.periods import window as window_of


def with_whole_years(
    bound_claims: Sequence[BoundClaim], readings: Sequence[CheckedClaim], judge: Judge
) -> list[CheckedClaim]:
    """Return the readings, those of the last years 口径未明 where the last whole years have another verdict."""
    whole_years = {place: period for place, claim in enumerate(bound_claims) if (period := _whole_years(claim))}
    others = judge([replace(bound_claims[place], period=period) for place, period in whole_years.items()])
    chosen = list(readings)
    for place, other in zip(whole_years, others, strict=True):
        chosen[place] = _choose(readings[place], other)
    return chosen


def _choose(rolling: CheckedClaim, whole: CheckedClaim) -> CheckedClaim:
    verdicts = {rolling.verdict, whole.verdict}
    if not verdicts & {"相符", "偏高", "偏低"} or rolling.period is None or whole.period is None:
        return rolling
    days = [
        window_of(reading.period.from_on, reading.period.to_on).label for reading in (rolling, whole) if reading.period
    ]
    note = f"文中的几年可以是{'，也可以是'.join(days)}"
    if len(verdicts) == 1:
        return replace(rolling, reason=f"{note}，核对的结果一样。{rolling.reason}")
    return replace(rolling, verdict="口径未明", reason=f"{note}，请写明。{rolling.reason}{whole.reason}")


def _whole_years(bound_claim: BoundClaim) -> ClaimPeriod | None:
    """Return the last whole years, as many as a text says; None where it says no number, or they end on the day of writing."""
    window, period = bound_claim.claim.window, bound_claim.period
    is_as_written = window is not None and window.kind == "recent" and window.from_on == period.from_on
    if not is_as_written or (period.to_on.month, period.to_on.day) == (12, 31):
        return None
    last_year = period.to_on.year - 1
    years = relativedelta(period.to_on + DAY, period.from_on).years
    return replace(period, from_on=date(last_year - years + 1, 1, 1), to_on=date(last_year, 12, 31))
