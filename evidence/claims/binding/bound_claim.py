"""A claim with all it takes to compute it: what it speaks of, where, over which days, and as what kind of number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from evidence.claims.binding.candidates import candidates, misfits
from evidence.claims.binding.category import narrowed
from evidence.claims.binding.changes import Change, change_of
from evidence.claims.binding.context import Surroundings, in_plain, surroundings
from evidence.claims.binding.days import span_of
from evidence.claims.binding.places import Places, Register
from evidence.claims.checked_claim import Binding, Choice, Place, Rate, Span
from evidence.claims.detection.claim import Claim
from evidence.claims.detection.finder import find_claims
from evidence.claims.detection.normalisation import plain
from evidence.claims.detection.passage import Passage
from indicators.engine import catalogue
from warehouse.build import Build

RATES: Mapping[str, Rate] = {"每年": "year", "每季度": "quarter", "每季": "quarter", "每月": "month"}


@dataclass(frozen=True)
class Bound:
    """A claim bound. `place` is None where the text names a community nobody knows; `misfit` is the indicator its words mean
    but its unit cannot be."""

    claim: Claim
    place: Place | None
    span: Span
    change: Change
    binding: Binding | None = None
    misfit: str = ""

    @property
    def rate(self) -> Rate | None:
        """By what period the claim counts, where the records can follow."""
        return RATES.get(self.claim.rate)

    @property
    def is_timed(self) -> bool:
        """Whether it is clear when: what a text says a place has (有志愿者…) needs no window, it is that of the day of writing."""
        one = catalogue()[self.binding.indicator] if self.binding else None
        is_stock = one is not None and (one.numerator.span != "period" or one.phrase.startswith("有"))
        return self.span.is_stated or is_stock


@dataclass(frozen=True)
class Given:
    """What the caller says of a whole text: place and days where it names none, the day it was written, and that of the first
    record."""

    place: Place | None
    span: Span | None
    as_of: date
    first: date


def bound(build: Build, text: str, given: Given, choices: Sequence[Choice]) -> Iterator[Bound]:
    """Yield every claim of a text with its binding; what the reader chose comes before the words."""
    claims, source = find_claims(text, given.as_of), plain(text)
    passage = Passage(source.text)
    places = Places(passage, Register(build), given.place)
    chosen = {choice.start: choice for choice in choices}
    for claim, around in zip(claims, surroundings(passage, source, claims), strict=True):
        place = places.of(in_plain(source, claim)[0], claim.place)
        written = span_of(claim.window, claim.rate, given.as_of, given.first)
        span = written if written.is_stated or not given.span else given.span
        found = _bound(build, claim, around, place, span)
        yield _rebound(places.register, found, chosen[claim.start]) if claim.start in chosen else found


def _bound(build: Build, claim: Claim, around: Surroundings, place: Place | None, span: Span) -> Bound:
    change = change_of(claim, around)
    found = candidates(claim, around)
    if found and found[0].indicator:
        spoken = narrowed(found[0].indicator, around, place, build) if place else Binding(found[0].indicator)
        return Bound(claim, place, span, change, spoken)
    meant = [] if found or claim.is_trend else misfits(around)
    return Bound(claim, place, span, change, None, meant[0].indicator if meant else "")


def _rebound(register: Register, found: Bound, choice: Choice) -> Bound:
    """What the reader says holds; days that he gives are stated."""
    binding = found.binding
    if choice.indicator is not None and choice.indicator != (binding.indicator if binding else None):
        binding = Binding(choice.indicator) if choice.indicator else None
    place = register.find(choice.community) if choice.community else found.place or register.everybody
    span = found.span
    if choice.from_on or choice.to_on:
        span = Span(choice.from_on or span.from_on, choice.to_on or span.to_on, is_until=choice.from_on is None)
    return replace(found, binding=binding, place=place, span=span, misfit="")
