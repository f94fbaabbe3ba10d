"""Finds the claims of a text: figures and trends, each with the words around it that say of what, where and when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from evidence.claims.detection.claim import Claim
from evidence.claims.detection.community_counts import find_community_counts
from evidence.claims.detection.comparisons import find_comparisons
from evidence.claims.detection.exclusions import exclusion_reason, find_idioms
from evidence.claims.detection.passage import NormalisedText, Passage, TextSpans, merge_spans, normalise
from evidence.claims.detection.peaks import find_peaks
from evidence.claims.detection.plans import find_plans_and_rules
from evidence.claims.detection.quantities import Quantity, find_quantities
from evidence.claims.detection.ranks import AMONG, find_ranks
from evidence.claims.detection.steadiness import MARGIN, find_steady
from evidence.claims.detection.subjects import find_place_names, rate_of, subject_of
from evidence.claims.detection.trends import TrendSpan, find_trends
from evidence.claims.detection.wholes import find_wholes
from evidence.claims.detection.windows import find_time_expressions, window_before, window_of
from evidence.claims.detection.zeros import find_zeros


def find_claims(text: str, as_of: date | None = None) -> list[Claim]:
    """Return every figure or trend the text asserts, in order and without overlaps.

    `as_of` is the day the text was written; without it, words such as 今年 and 三年来 give a window without days.
    """
    normalised = normalise(text)
    passage = Passage(normalised.text)
    plans = find_plans_and_rules(passage)
    ranks = list(_rank_claims(passage, plans))
    comparisons = [*_comparison_claims(passage, plans), *_peak_claims(passage, plans)]
    figures = [
        *_figure_claims(passage, plans, [*ranks, *comparisons]),
        *_zero_claims(passage, plans),
        *_whole_claims(passage, plans),
        *_steady_claims(passage, plans),
    ]
    trends = _trend_claims(passage, [*figures, *comparisons], plans)
    claims = sorted([*figures, *ranks, *comparisons, *trends], key=lambda claim: claim.start)
    return [_in_source(claim, text, normalised) for claim in _with_context(passage, as_of, claims)]


def _figure_claims(passage: Passage, plans: TextSpans, worded: Sequence[Claim]) -> Iterator[Claim]:
    idioms = find_idioms(passage)
    counts = (count.span for count in find_community_counts(passage))
    among = (match.span() for match in AMONG.finditer(passage.text))
    places = merge_spans([*counts, *among, *((claim.start, claim.end) for claim in worded)])
    for quantity in find_quantities(passage.text):
        span = quantity.start, quantity.end
        if not (plans.meet(*span) or idioms.meet(*span) or places.meet(*span) or exclusion_reason(passage, quantity)):
            yield _figure_claim(passage, quantity)


def _figure_claim(passage: Passage, quantity: Quantity) -> Claim:
    return Claim(
        quantity.start,
        quantity.end,
        passage.text[quantity.start : quantity.end],
        quantity.value,
        quantity.low,
        quantity.high,
        quantity.qualifier,
        quantity.unit,
        qualifier_word=quantity.qualifier_word,
    )


def _zero_claims(passage: Passage, plans: TextSpans) -> Iterator[Claim]:
    for zero in find_zeros(passage):
        if not plans.meet(zero.start, zero.end):
            words = passage.text[zero.start : zero.end]
            yield Claim(zero.start, zero.end, words, 0, 0, 0, "exact", zero.unit, is_worded=True, subject=words)


def _rank_claims(passage: Passage, plans: TextSpans) -> Iterator[Claim]:
    for span in find_ranks(passage):
        if not plans.meet(span.start, span.end):
            yield replace(_worded_claim(passage, span.start, span.end), rank=span.rank)


def _peak_claims(passage: Passage, plans: TextSpans) -> Iterator[Claim]:
    for span in find_peaks(passage):
        if not plans.meet(span.start, span.end):
            yield replace(_worded_claim(passage, span.start, span.end), peak=span.peak)


def _comparison_claims(passage: Passage, plans: TextSpans) -> Iterator[Claim]:
    for start, end in find_comparisons(passage):
        if not plans.meet(start, end):
            yield replace(_worded_claim(passage, start, end), is_comparison=True)


def _whole_claims(passage: Passage, plans: TextSpans) -> Iterator[Claim]:
    for start, end in find_wholes(passage):
        if not plans.meet(start, end):
            yield replace(_worded_claim(passage, start, end), value=100, low=100, high=100, unit="%")


def _steady_claims(passage: Passage, plans: TextSpans) -> Iterator[Claim]:
    for start, end in find_steady(passage):
        if not plans.meet(start, end):
            worded = _worded_claim(passage, start, end)
            yield replace(worded, low=-MARGIN, high=MARGIN, qualifier="about", unit="%")


def _worded_claim(passage: Passage, start: int, end: int) -> Claim:
    """Return a claim that its words make, without a number."""
    words = passage.text[start:end]
    return Claim(start, end, words, None, None, None, "exact", "", is_worded=True, subject=words)


def _trend_claims(passage: Passage, figures: list[Claim], plans: TextSpans) -> Iterator[Claim]:
    for trend in find_trends(passage, merge_spans((figure.start, figure.end) for figure in figures)):
        if not plans.meet(trend.start, trend.end):
            yield _trend_claim(passage, trend)


def _trend_claim(passage: Passage, trend: TrendSpan) -> Claim:
    words = passage.text[trend.start : trend.end]
    return Claim(
        trend.start,
        trend.end,
        words,
        None,
        None,
        None,
        "trend",
        "",
        is_trend=True,
        subject=words,
        qualifier_word=trend.verb,
    )


def _with_context(passage: Passage, as_of: date | None, claims: list[Claim]) -> Iterator[Claim]:
    """The claims with what the words around say: subject, place, window and rate."""
    times, places, previous_end = find_time_expressions(passage, as_of), find_place_names(passage), 0
    for claim in claims:
        subject_start = max(previous_end, times.last_end(claim.start))
        yield replace(
            claim,
            subject=claim.subject or subject_of(passage, claim.start, claim.end, subject_start),
            place=places.last_before(passage, claim.start),
            rate="" if claim.is_trend else rate_of(passage, claim.start, claim.end),
            window=window_of(passage, times, claim.start),
            window_before=window_before(passage, times, claim.start),
        )
        previous_end = claim.end


def _in_source(claim: Claim, text: str, normalised: NormalisedText) -> Claim:
    start, end = normalised.source_span(claim.start, claim.end)
    return replace(claim, start=start, end=end, text=text[start:end])
