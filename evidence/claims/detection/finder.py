"""From a text to its claims."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidence.claims.detection.claim import Claim
from evidence.claims.detection.exclusions import is_refused
from evidence.claims.detection.idioms import sayings
from evidence.claims.detection.normalisation import Plain, plain
from evidence.claims.detection.passage import Passage, Spans, joined
from evidence.claims.detection.plans import unfulfilled
from evidence.claims.detection.quantities import Quantity, quantities
from evidence.claims.detection.subjects import places, rate_of, subject_of
from evidence.claims.detection.trends import trends
from evidence.claims.detection.windows import timings, window_of


def find_claims(text: str, as_of: date | None = None) -> list[Claim]:
    """Every figure or trend the text asserts, in order and without overlaps.

    `as_of` is the day the text was written; without it, words such as 今年 and 三年来 give a window without days.
    """
    source = plain(text)
    passage = Passage(source.text)
    unmeant = unfulfilled(passage)
    figures = list(_figures(passage, unmeant))
    found = sorted([*figures, *_trends(passage, figures, unmeant)], key=lambda claim: claim.start)
    return [_in_source(claim, text, source) for claim in _placed(passage, as_of, found)]


def _figures(passage: Passage, unmeant: Spans) -> Iterator[Claim]:
    uncounted = sayings(passage)
    for quantity in quantities(passage.text):
        span = quantity.start, quantity.end
        if not (unmeant.meet(*span) or uncounted.meet(*span) or is_refused(passage, quantity)):
            yield _claim(passage, quantity)


def _claim(passage: Passage, quantity: Quantity) -> Claim:
    q = quantity
    return Claim(q.start, q.end, passage.text[q.start : q.end], q.value, q.low, q.high, q.sense, q.unit, word=q.word)


def _trends(passage: Passage, figures: list[Claim], unmeant: Spans) -> Iterator[Claim]:
    for start, end in trends(passage, joined((figure.start, figure.end) for figure in figures)):
        if not unmeant.meet(start, end):
            words = passage.text[start:end]
            yield Claim(start, end, words, None, None, None, "trend", "", is_trend=True, subject=words)


def _placed(passage: Passage, as_of: date | None, claims: list[Claim]) -> Iterator[Claim]:
    """Add what the words around say: subject, place, window and rate."""
    times, named, end = timings(passage, as_of), places(passage), 0
    for claim in claims:
        since = max(end, times.last_end(claim.start))
        yield replace(
            claim,
            subject=claim.subject or subject_of(passage, claim.start, claim.end, since),
            place=named.before(passage, claim.start),
            rate="" if claim.is_trend else rate_of(passage, claim.start, claim.end),
            window=window_of(passage, times, claim.start),
        )
        end = claim.end


def _in_source(claim: Claim, text: str, source: Plain) -> Claim:
    start, end = source.in_source(claim.start, claim.end)
    return replace(claim, start=start, end=end, text=text[start:end])
