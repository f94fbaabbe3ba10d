"""Finds the numbers of a text that are no claim, each with the reason, so that none is passed over unsaid."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence.claims.detection.calendar_words import day_pattern
from evidence.claims.detection.claim import Claim
from evidence.claims.detection.community_counts import find_community_counts
from evidence.claims.detection.exclusions import CLOCK, exclusion_reason, find_idioms, find_sayings
from evidence.claims.detection.numerals import NUMBER, find_numbers
from evidence.claims.detection.passage import NormalisedText, Passage, TextSpan, merge_spans, normalise
from evidence.claims.detection.plans import find_plans_and_rules
from evidence.claims.detection.quantities import Quantity, find_quantities
from evidence.claims.detection.ranks import AMONG
from evidence.claims.detection.units import MEASURE_WORDS
from evidence.claims.detection.windows import find_time_expressions

# Days and times of day, whether they are the window of a figure or not: 2019年, 5月18日, 18日, 14:30.
DATE = re.compile(rf"{day_pattern()}|(?:3[01]|[12]\d|0?[1-9])日|{CLOCK}")
# The number of an item in a list: |1.|入户探访, （|2|）成果.
ITEM = re.compile(r"(?:(?<=[\n；。，：、（])|^)\d{1,2}(?=[.．、）](?!\d))", re.MULTILINE)
ARABIC = re.compile(r"[0-9０-９](?:[0-9０-９]|[,.，．](?=[0-9０-９]))*")
PLANNED = "在计划、要求或规定里"
NAME = "像是地名、政策用语或网页自己的计数"
UNREADABLE = "读不出是多少"
NOTE = "在附注里"


@dataclass(frozen=True)
class UnreadNumber:
    """A number that is not checked; `text == source[start:end]`, `reason` says why, for a reader."""

    start: int
    end: int
    text: str
    reason: str


def find_unread(text: str, claims: Sequence[Claim]) -> list[UnreadNumber]:
    """Return every number of a text that neither belongs to a claim nor says when, of how many communities or which item of a list, in order."""
    source = normalise(text)
    passage = Passage(source.text)
    read = [*_spans_read(passage), *(source.normalised_span(claim.start, claim.end) for claim in claims)]
    numbers = [*_unread_quantities(passage, read)]
    numbers += _unreadable(passage, [*read, *(span for span, _ in numbers)])
    unread = [_in_source(text, source, span, reason) for span, reason in numbers]
    in_source = [source.source_span(*span) for span in read]
    known = [*in_source, *((number.start, number.end) for number in unread)]
    return sorted([*unread, *_in_notes(text, known)], key=lambda number: number.start)


def _spans_read(passage: Passage) -> Iterator[TextSpan]:
    """Where words stand that are read as times, as numbers of communities or as the order of a list."""
    yield from (match.span() for match in ITEM.finditer(passage.text))
    yield from (match.span() for match in DATE.finditer(passage.text))
    yield from ((time.start, time.end) for time in find_time_expressions(passage, None).items)
    yield from (count.span for count in find_community_counts(passage))
    yield from (match.span() for match in AMONG.finditer(passage.text))


def _unread_quantities(passage: Passage, read: Sequence[TextSpan]) -> Iterator[tuple[TextSpan, str]]:
    plans, idioms, sayings = find_plans_and_rules(passage), find_idioms(passage), find_sayings(passage)
    spans = merge_spans(read)
    for quantity in find_quantities(passage.text):
        span = quantity.start, quantity.end
        is_in_a_word = quantity.digits.is_chinese and (sayings.meet(*span) or _is_lone_character(passage, quantity))
        if spans.meet(quantity.digits.start, quantity.digits.end) or is_in_a_word:
            continue
        reason = NAME if idioms.meet(*span) else PLANNED if plans.meet(*span) else exclusion_reason(passage, quantity)
        yield span, reason or UNREADABLE


def _is_lone_character(passage: Passage, quantity: Quantity) -> bool:
    """Whether it is a part of a word or the number of a heading, and counts nothing: 三|方联动, |二|、主要做法; not 十|%, 十|岁."""
    is_measured = passage.text.startswith(MEASURE_WORDS, quantity.digits.end)
    return not quantity.unit and len(quantity.digits.text) == 1 and not is_measured


def _unreadable(passage: Passage, known: Sequence[TextSpan]) -> Iterator[tuple[TextSpan, str]]:
    """Characters for numbers before a measure word that make no number: 三二十名."""
    numbers = {number.start for number in find_numbers(passage.text)}
    spans, sayings = merge_spans(known), find_sayings(passage)
    for match in NUMBER.finditer(passage.text):
        is_known = match.start() in numbers or spans.meet(*match.span()) or sayings.meet(*match.span())
        if passage.text.startswith(MEASURE_WORDS, match.end()) and not is_known:
            yield match.span(), UNREADABLE


def _in_source(text: str, source: NormalisedText, span: TextSpan, reason: str) -> UnreadNumber:
    start, end = source.source_span(*span)
    return UnreadNumber(start, end, text[start:end], reason)


def _in_notes(text: str, known: Sequence[TextSpan]) -> Iterator[UnreadNumber]:
    """Digits that no reading of the text has seen: those of notes that sentences of ours carry in brackets."""
    spans = merge_spans(known)
    for match in ARABIC.finditer(text):
        if not spans.meet(*match.span()):
            yield UnreadNumber(*match.span(), match[0], NOTE)
