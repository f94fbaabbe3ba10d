"""Returns the days of the window that a text gives a figure, and those of the periods before it."""

from datetime import date

from dateutil.relativedelta import relativedelta

from evidence.claims.checked_claim import ClaimPeriod
from evidence.claims.detection.claim import ClaimedPeak, TimeWindow
from evidence.claims.detection.streaks import Streak
from indicators import periods
from indicators.model import Period
from indicators.periods import DAY

SHORT_LENGTHS = (1, 3, 6)  # months of a period of which several fill a year


def claim_period(window: TimeWindow | None, rate: str, as_of: date, first_day: date) -> ClaimPeriod:
    """Return the days of a window. What the text leaves open begins with the first record and ends with the day of writing.

    2022年 in a text of August 2022 ends there. Without a window, or with one that has no days (近年来), the period is that of
    all records and not stated; 每年 needs none, for it says itself which years: all full ones.
    """
    if window is None or window.kind in ("open", "lately"):
        return ClaimPeriod(first_day, as_of, is_stated=bool(rate), is_until=True)
    if window.kind == "event":
        return ClaimPeriod(window.from_on or first_day, as_of, is_event=True)
    if window.kind in ("as_of", "cumulative", "current"):
        return ClaimPeriod(first_day, window.to_on or as_of, is_until=True)
    if window.kind == "since":
        return ClaimPeriod(window.from_on or first_day, as_of, is_until=window.from_on is None)
    if window.from_on is None or window.to_on is None:
        return ClaimPeriod(first_day, as_of, is_stated=False, is_until=True)
    return ClaimPeriod(window.from_on, max(window.from_on, min(window.to_on, as_of)))


def earlier_periods(period: ClaimPeriod, window: TimeWindow | None, first_day: date) -> tuple[ClaimPeriod, ...]:
    """Return the periods of the same length before one, the latest first, back to that of the first record.

    Months, quarters, halves of years and whole years follow each other; any other stretch of days is set back by years. A period that
    is not over (2026年 in a text of October) is held against whole ones.
    """
    is_cut = window is not None and window.from_on == period.from_on and window.to_on is not None
    last_on = window.to_on if is_cut and window and window.to_on else period.to_on
    span = relativedelta(last_on + DAY, period.from_on)
    months = span.years * 12 + span.months
    step = months if not span.days and (months in SHORT_LENGTHS or months % 12 == 0) else 12
    earlier: list[ClaimPeriod] = []
    while (ends_before := last_on + DAY - relativedelta(months=step * (len(earlier) + 1))) > first_day:
        begins_on = period.from_on - relativedelta(months=step * (len(earlier) + 1))
        earlier.append(ClaimPeriod(begins_on, ends_before - DAY))
    return tuple(earlier)


def compared_periods(
    peak: ClaimedPeak, period: ClaimPeriod, window: TimeWindow | None, first_day: date
) -> tuple[ClaimPeriod, ...]:
    """Return the periods that a record is held against: all before it, or those of so many years, its own among them."""
    earlier = earlier_periods(period, window, first_day)
    if not peak.years:
        return earlier
    begins_on = periods.first_of(period.to_on, "year", peak.years - 1)
    return tuple(before for before in earlier if before.from_on >= begins_on)


def later_periods(period: ClaimPeriod, as_of: date) -> tuple[ClaimPeriod, ...]:
    """Return the same days of the years after a period that are over on the day of writing, the first of them first."""
    later: list[ClaimPeriod] = []
    for years in range(1, as_of.year - period.to_on.year + 1):
        step = relativedelta(years=years)
        ends_on = period.to_on + DAY + step - DAY
        if ends_on <= as_of:
            later.append(ClaimPeriod(period.from_on + step, ends_on))
    return tuple(later)


def streak_period(period: ClaimPeriod, streak: Streak) -> ClaimPeriod:
    """Return the days of a streak: those of the text, or the last whole periods of it where the text says how many and names no longer time.

    What the text leaves open begins with the first year of the records.
    """
    is_open = period.is_until or not period.is_stated
    from_on, to_on = periods.first_of(period.from_on, "year") if is_open else period.from_on, period.to_on
    if streak.count and (is_open or len(_whole_periods(period, streak)) < streak.count):
        after = periods.first_of(to_on + DAY, streak.grain)
        from_on, to_on = periods.first_of(after, streak.grain, streak.count), after - DAY
    return ClaimPeriod(from_on, to_on)


def is_divided(period: ClaimPeriod, streak: Streak) -> bool:
    """Return whether a period has just the whole years, quarters or months that a streak says, several where it says no number."""
    whole_count = len(_whole_periods(period, streak))
    return whole_count == streak.count if streak.count else whole_count > 1


def _whole_periods(period: ClaimPeriod, streak: Streak) -> list[Period]:
    return [part for part in periods.split(period.from_on, period.to_on, streak.grain) if periods.is_whole(part)]
