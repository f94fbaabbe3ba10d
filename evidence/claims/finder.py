"""From a text to its claims."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidence.claims.model import Claim
from evidence.claims.passage import Passage, Span
from evidence.claims.plans import unfulfilled
from evidence.claims.quantities import Quantity, quantities
from evidence.claims.refusals import is_refused
from evidence.claims.script import Plain, plain
from evidence.claims.surroundings import place_of, rate_of, subject_of
from evidence.claims.trends import trends
from evidence.claims.windows import Timing, timings, window_of


def find_claims(text: str, as_of: date | None = None) -> list[Claim]:
    """Every figure or trend the text asserts, in order and without overlaps.

    `as_of` is the day the text was written; without it, words such as 今年 and 三年来 give a window without days.
    """
    source = plain(text)
    passage = Passage(source.text)
    unmeant = unfulfilled(passage)
    figures = [
        _claim(passage, quantity) for quantity in quantities(passage.text) if not is_refused(passage, quantity, unmeant)
    ]
    found = sorted([*figures, *_trends(passage, figures, unmeant)], key=lambda claim: claim.start)
    return [_in_source(claim, text, source) for claim in _placed(passage, timings(passage, as_of), found)]


def _claim(passage: Passage, quantity: Quantity) -> Claim:
    q = quantity
    return Claim(q.start, q.end, passage.text[q.start : q.end], q.value, q.low, q.high, q.sense, q.unit, word=q.word)


def _trends(passage: Passage, figures: list[Claim], unmeant: list[Span]) -> Iterator[Claim]:
    for start, end in trends(passage, [(figure.start, figure.end) for figure in figures]):
        if not any(first <= start < last for first, last in unmeant):
            words = passage.text[start:end]
            yield Claim(start, end, words, None, None, None, "trend", "", is_trend=True, subject=words)


def _placed(passage: Passage, times: list[Timing], claims: list[Claim]) -> Iterator[Claim]:
    """Add what the words around say: subject, place, window and rate."""
    end = 0
    for claim in claims:
        since = max([end, *(time.end for time in times if time.end <= claim.start)])
        subject = claim.subject or subject_of(passage, claim.start, claim.end, since)
        rate = "" if claim.is_trend else rate_of(passage, claim.start, claim.end)
        yield replace(
            claim,
            subject=subject,
            place=place_of(passage, claim.start),
            rate=rate,
            window=window_of(passage, times, claim.start),
        )
        end = claim.end


def _in_source(claim: Claim, text: str, source: Plain) -> Claim:
    start, end = source.in_source(claim.start, claim.end)
    return replace(claim, start=start, end=end, text=text[start:end])
