"""Binds the claims of a text: reads of each which indicator it speaks of, and where and when."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from evidence.claims.binding.beside import bound_beside
from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.candidates import has_open_beginning, misfits
from evidence.claims.binding.category import (
    TEAM,
    bind_category,
    committee_that_may_be_meant,
    is_of_occasion,
    named_teams,
    team_of_members,
)
from evidence.claims.binding.changes import claimed_change
from evidence.claims.binding.claim_days import claim_period, compared_periods, later_periods, streak_period
from evidence.claims.binding.context import ClaimContext, claim_contexts
from evidence.claims.binding.own_phrases import own_indicator
from evidence.claims.binding.part_words import several_parts, single_part
from evidence.claims.binding.place_shares import place_share
from evidence.claims.binding.places import CommunityRegister, PlaceFinder
from evidence.claims.binding.reading import SOME_PEOPLE, ClaimReading, read_claim
from evidence.claims.binding.spoken_category import part_named_before
from evidence.claims.binding.vocabulary import PERSONS
from evidence.claims.checked_claim import Binding, BindingOverride, ClaimPeriod, ClaimPlace
from evidence.claims.detection.claim import Claim, ClaimedPeak, TimeWindow
from evidence.claims.detection.each import each_word, is_first_time, is_of_whole_year
from evidence.claims.detection.passage import Passage, TextSpan, normalise
from evidence.claims.detection.streaks import find_streak
from indicators.engine import catalogue
from indicators.periods import DAY
from warehouse.build import Build

# Two indicators of one name, which a whole year leaves undecided: 2023年结案率 is 累计 or 本期.
OF_PERIOD: Mapping[str, str] = {"closing_rate": "closing_rate_of_period"}
# Words that decide for what was in hand in that time: |当年|结案率, 2025年|全年|结案率; so does a part of a year, 第三季度.
OF_THAT_TIME = re.compile(r"当[年季月期]|本[年季月期]|[年期]内")
SHORTEST_YEAR = timedelta(days=365)
# Words that say that all is counted since the first record, or what there is at the end: |累计|结案率, 2025年|底|, |共有|志愿者.
ALL_SINCE = re.compile(r"累计|截至|截止|[年月][底末]|[现共已拥]有|总数|余额|达到")
# The begin of a year right before a number of what there is: 在办个案由|年初的|60例.
YEAR_BEGIN = re.compile(r"年初[^，。；\d]{0,8}$")
# People of a team, who may be those on its list or those who served in that time: 爱阅读服务队|73人.
SERVED, MEMBERS = "volunteers_active", "队伍的人数（登记的，或这段时期服务过的）"
PARAGRAPH = 200  # characters before a figure in which its paragraph may say of which part it is


@dataclass(frozen=True)
class BindingDefaults:
    """What the caller says of a whole text: the place and the period where it names none, the day it was written, and the
    first day of the records. `is_dated`: the day it was written is known, not taken to be the last one recorded."""

    place: ClaimPlace | None
    period: ClaimPeriod | None
    as_of: date
    first_day: date
    is_dated: bool = False


def bind_claims(
    build: Build, text: str, claims: Sequence[Claim], defaults: BindingDefaults, overrides: Sequence[BindingOverride]
) -> Iterator[BoundClaim]:
    """Yield the claims of a text with their bindings, in order; what the reader overrides comes before the words."""
    source = normalise(text)
    passage = Passage(source.text)
    places = PlaceFinder(passage, CommunityRegister(build), defaults.place)
    override_at = {override.start: override for override in overrides}
    previous: BoundClaim | None = None
    for claim, context in zip(claims, claim_contexts(passage, source, claims), strict=True):
        span = source.normalised_span(claim.start, claim.end)
        bound_claim = _bound_by_itself(build, passage, places, defaults, claim, context, span)
        if previous:
            context = context.without(places.register.name_endings)
            bound_claim = bound_beside(build, bound_claim, previous, context, text)
        override = override_at.get(claim.start)
        previous = _overridden(places.register, bound_claim, override) if override else bound_claim
        yield previous


def _bound_by_itself(
    build: Build,
    passage: Passage,
    places: PlaceFinder,
    defaults: BindingDefaults,
    claim: Claim,
    context: ClaimContext,
    span: TextSpan,
) -> BoundClaim:
    """Return a claim bound by its own words, whatever the claim before it speaks of; `span` is where it stands in the passage."""
    start, end = span
    share = place_share(claim, context.lead + context.left, start, places.register)
    context = context.without(places.register.name_endings)
    # a trend names its place in its own words, and 参与人次最多的社区是 right before the place
    at = share.start if share else end - 1 if claim.is_trend else end if claim.text.endswith("是") else start
    place, period = places.place_of(at, claim.place), _period(claim, defaults)
    paragraph = passage.text[max(passage.paragraph_start(start), start - PARAGRAPH) : start]
    bound_claim = _bind(build, claim, context, place, period, paragraph)
    if own := own_indicator(passage, claim, start, end):
        bound_claim = replace(bound_claim, binding=Binding(own), misfit="", other=None, but="")
    if not period.is_stated and is_of_occasion(bound_claim.binding):  # 疫情期间收到40余种: within the occasion itself
        bound_claim = replace(bound_claim, period=replace(period, is_of_dated_text=defaults.is_dated))
    bound_claim = replace(
        bound_claim,
        share=share,
        rivals=places.register.all_communities if claim.rank else None,
        is_first_time=is_first_time(passage, start),
        is_of_whole_year=is_of_whole_year(passage, start),
        earlier=compared_periods(claim.peak, period, claim.window, defaults.first_day) if claim.peak else (),
        later=later_periods(period, defaults.as_of) if claim.peak and _is_lasting(claim.peak, claim.text) else (),
    )
    bound_claim = _decided_by_time(
        _at_year_begin(bound_claim, passage.clause_before(start), defaults.first_day), context
    )
    bound_claim = replace(bound_claim, may_be_of_period=_may_be_of_period(bound_claim, context))
    return bound_claim if claim.is_trend or claim.rank or claim.peak else _with_parts(bound_claim, passage, start)


def _period(claim: Claim, defaults: BindingDefaults) -> ClaimPeriod:
    """Return the days that a text gives a claim, else those that the caller gives the text."""
    period = claim_period(claim.window, claim.rate, defaults.as_of, defaults.first_day)
    if not period.is_stated and (claim.window is None or claim.window.kind == "lately"):
        period = replace(period, is_of_dated_text=defaults.is_dated)
    return defaults.period if defaults.period and not period.is_stated else period


def _is_lasting(peak: ClaimedPeak, text: str) -> bool:
    """Return whether words call a number the highest of all years (历年最多), and not only of those up to then (创新高, 三年来最高)."""
    return not peak.years and not re.search("新[高低]", text)


def _with_parts(bound_claim: BoundClaim, passage: Passage, start: int) -> BoundClaim:
    """Return the claim with the word by which it is said of every part, and the days of the years in a row of which it is said."""
    claim = bound_claim.claim
    each, streak = each_word(passage, claim, start), find_streak(passage, claim, start)
    if streak is None or bound_claim.change.kind != "level":
        return replace(bound_claim, each=each)
    return replace(
        bound_claim, each=each or streak.word, streak=streak, period=streak_period(bound_claim.period, streak)
    )


def _bind(
    build: Build, claim: Claim, context: ClaimContext, place: ClaimPlace | None, period: ClaimPeriod, paragraph: str
) -> BoundClaim:
    change = claimed_change(claim, context)
    reading = read_claim(claim, context)
    if place and (team := team_of_members(claim, context, place, build)):
        but = "" if reading.indicator == SERVED else MEMBERS
        return BoundClaim(claim, place, period, change, Binding(SERVED, (TEAM, team)), but=but)
    if not reading.indicator:
        is_share = claim.unit == "%"  # of what is counted, and not its count in another unit
        by_words = [] if reading.is_named or claim.is_trend or is_share else misfits(context)
        return BoundClaim(claim, place, period, change, None, by_words[0].indicator if by_words else "")
    if place and (but := several_parts(reading.indicator, context, place, build)):
        return BoundClaim(claim, place, period, change, Binding(reading.indicator), but=but)
    binding = (
        bind_category(reading.indicator, context, place, build, paragraph) if place else Binding(reading.indicator)
    )
    teams = named_teams(reading.indicator, context, place, build) if place and not binding.category else []
    if len(teams) == 1:
        binding = Binding(reading.indicator, (TEAM, teams[0]))
    other = _other_binding(claim, context, period, reading, binding, paragraph)
    if place and not (other or binding.category or claim.is_trend):
        committee = committee_that_may_be_meant(reading.indicator, place, build, paragraph)
        other = Binding(reading.indicator, committee) if committee else None
    doubt = f"文中写了{'、'.join(teams)}，请把每一支队伍的数分开写明。" if len(teams) > 1 else ""
    is_meeting = period.is_event and (claim.unit in PERSONS and catalogue()[reading.indicator].unit == "人次")
    is_told = binding.category and reading.but.startswith(SOME_PEOPLE)  # 妇女板块 are a part that is recorded
    but = single_part(binding, context, place, build) or ("" if is_meeting or is_told else reading.but)
    return BoundClaim(claim, place, period, change, binding, "", other, but, doubt=doubt)


def _other_binding(
    claim: Claim, context: ClaimContext, period: ClaimPeriod, reading: ClaimReading, binding: Binding, paragraph: str
) -> Binding | None:
    """The second binding that the words fit: another indicator, or the 板块 that the paragraph speaks of where they name none."""
    is_open = not (claim.is_trend or period.is_until or "累计" in context.lead + context.left)
    if other := reading.other or (OF_PERIOD.get(reading.indicator, "") if is_open else ""):
        return Binding(other)
    part = None if claim.is_trend or binding.category else part_named_before(reading.indicator, paragraph)
    return Binding(reading.indicator, part) if part else None


def _at_year_begin(bound_claim: BoundClaim, before: str, first_day: date) -> BoundClaim:
    """Return a claim of what there is at the begin of a year (由|年初|的60例) over the days up to the year before."""
    binding, begins_on = bound_claim.binding, bound_claim.period.from_on
    if not binding or catalogue()[binding.indicator].is_of_period or not YEAR_BEGIN.search(before):
        return bound_claim
    is_january = begins_on.month == bound_claim.period.to_on.month == 1
    period = replace(bound_claim.period, from_on=first_day, to_on=begins_on - DAY, is_until=True)
    return replace(bound_claim, period=period) if is_january else bound_claim


def _decided_by_time(bound_claim: BoundClaim, context: ClaimContext) -> BoundClaim:
    """Return a claim of two indicators of one name bound to that of a period where its words of time say so."""
    binding, window = bound_claim.binding, bound_claim.claim.window
    if not (binding and bound_claim.other) or binding.indicator not in OF_PERIOD:
        return bound_claim
    if _is_part_of_year(window) or bound_claim.is_of_whole_year or OF_THAT_TIME.search(context.lead + context.left):
        return replace(bound_claim, binding=bound_claim.other, other=None)
    return bound_claim


def _may_be_of_period(bound_claim: BoundClaim, context: ClaimContext) -> bool:
    """Whether words may mean what their window brought, where the indicator counts from the first record on: 2025年|议题解决率80%."""
    binding, period = bound_claim.binding, bound_claim.period
    if not binding or period.is_until or period.is_event or has_open_beginning(bound_claim.claim):
        return False
    is_from_first = catalogue()[binding.indicator].numerator.span == "to_date"
    return is_from_first and not ALL_SINCE.search(context.lead + context.left)


def _is_part_of_year(window: TimeWindow | None) -> bool:
    if window is None or window.from_on is None or window.to_on is None:
        return False
    return window.to_on + DAY - window.from_on < SHORTEST_YEAR


def _overridden(register: CommunityRegister, bound_claim: BoundClaim, override: BindingOverride) -> BoundClaim:
    """The claim bound as the reader says; days that he gives are stated."""
    binding = bound_claim.binding
    if override.indicator is not None and override.indicator != (binding.indicator if binding else None):
        binding = Binding(override.indicator) if override.indicator else None
    other = bound_claim.other if override.indicator is None else None
    place = register.find(override.community) if override.community else bound_claim.place or register.all_communities
    period = bound_claim.period
    if override.from_on or override.to_on:
        period = ClaimPeriod(
            override.from_on or period.from_on, override.to_on or period.to_on, is_until=override.from_on is None
        )
    return replace(bound_claim, binding=binding, place=place, period=period, misfit="", other=other, but="")
