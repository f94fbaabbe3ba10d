"""A number that is said to be reached for the first time (首次突破80%), held against every earlier year of the records."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from documents.day_text import day_text
from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.checked_claim import CheckedClaim
from evidence.claims.verification.readings import Judge
from indicators.periods import window as window_of


def with_earlier_years(
    bound_claims: Sequence[BoundClaim], readings: Sequence[CheckedClaim], judge: Judge, first_day: date
) -> list[CheckedClaim]:
    """Return the readings, those of a first time that are 相符 answered by the years before, from the first day recorded on."""
    answered = list(readings)
    for place, (bound_claim, reading) in enumerate(zip(bound_claims, readings, strict=True)):
        if bound_claim.is_first_time and reading.verdict == "相符":
            answered[place] = _answer(
                replace(bound_claim, binding=reading.binding, other=None), reading, judge, first_day
            )
    return answered


def _answer(bound_claim: BoundClaim, reading: CheckedClaim, judge: Judge, first_day: date) -> CheckedClaim:
    if bound_claim.period.is_until or bound_claim.each or bound_claim.change.kind != "level":
        return replace(reading, verdict="口径未明", reason=f"“首次”要看以前各年，这里没有逐年核对。{reading.reason}")
    earlier = [(year, judge([year])[0]) for year in _earlier_years(bound_claim, first_day)]
    for year, earlier_reading in earlier:
        is_beyond = earlier_reading.verdict == "偏低" and bound_claim.claim.qualifier != "under"
        if earlier_reading.verdict == "相符" or is_beyond:
            reason = f"不是首次：{_days(year)}已经达到。{earlier_reading.reason}"
            return replace(reading, verdict="偏高", reason=reason, suggestion="删去“首次”。")
    unknown = [_days(year) for year, earlier_reading in earlier if not _is_refuted(earlier_reading)]
    if unknown or not earlier:
        why = f"{'、'.join(unknown)}没有报送齐或没有数" if unknown else "更早的没有入库"
        return replace(reading, verdict="口径未明", reason=f"是不是首次不能断定：{why}。{reading.reason}")
    since = f"以前各年都没有达到（记录从{day_text(first_day)}开始，更早的没有入库）。"
    return replace(reading, reason=f"{reading.reason}{since}")


def _earlier_years(bound_claim: BoundClaim, first_day: date) -> list[BoundClaim]:
    """The claim over the days that the text names in each earlier year that has records, the latest first."""
    period, window, earlier = bound_claim.period, bound_claim.claim.window, []
    # 2026年 in a text of October is held against the whole of the years before, which may have had more
    last_day = window.to_on if window and window.to_on and window.from_on == period.from_on else period.to_on
    for years in range(1, period.to_on.year - first_day.year + 1):
        back = relativedelta(years=years)
        from_on, to_on = period.from_on - back, last_day - back
        if to_on >= first_day:
            earlier.append(replace(bound_claim, period=replace(period, from_on=from_on, to_on=to_on)))
    return earlier


def _is_refuted(reading: CheckedClaim) -> bool:
    """Whether all that was to be reported of a year does not bear the claim out."""
    return reading.verdict in ("偏高", "偏低") and all(figure.coverage.is_full for figure in reading.figures)


def _days(bound_claim: BoundClaim) -> str:
    return window_of(bound_claim.period.from_on, bound_claim.period.to_on).label
