"""Over which days a claim is computed: the words for time, laid on the days the records cover."""

from datetime import date

from evidence.claims.checked_claim import Span
from evidence.claims.detection.claim import Window


def span_of(window: Window | None, rate: str, as_of: date, first: date) -> Span:
    """Return the days of a window. What the text leaves open begins with the first record and ends with the day of writing.

    2022年 in a text of August 2022 ends there. Without a window, or with one that has no days (近年来), the span is that of
    all records and not stated; 每年 needs none, for it says itself which years: all full ones.
    """
    if window is None or window.kind == "open":
        return Span(first, as_of, is_stated=bool(rate), is_until=True)
    if window.kind == "event":
        return Span(first, as_of, is_event=True)
    if window.kind in ("as_of", "cumulative", "current"):
        return Span(first, window.to_on or as_of, is_until=True)
    if window.kind == "since":
        return Span(window.from_on or first, as_of, is_until=window.from_on is None)
    if window.from_on is None or window.to_on is None:
        return Span(first, as_of, is_stated=False, is_until=True)
    return Span(window.from_on, max(window.from_on, min(window.to_on, as_of)))
