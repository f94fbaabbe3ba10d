"""Binds the two ends of a change (由2024年的56例减少到2025年的43例) to one indicator, each with the days it is of.

The words stand before the first end, and often the dates too: of what stands open on a day, 2025年由56例减少到43例 begins with the day before
2025, and of what happens over time, 2021年至2025年由40场增加到128场 begins with 2021. Elsewhere the text leaves open which two periods are meant.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.changes import POINTS, TIMES, ClaimedChange
from evidence.claims.checked_claim import ClaimPeriod
from evidence.claims.detection.passage import NormalisedText, Passage, normalise
from evidence.claims.detection.two_ends import EndDates, end_dates
from indicators.engine import catalogue
from indicators.periods import DAY

YEAR_BEFORE = re.compile(r"上一?年|去年")
# A date, or words for the day of writing, which say themselves of when an end is.
DATED = re.compile(r"\d|年|月|目前|现在|如今|当前")
# The year with which a sentence compares before it names the two ends: |与2024年相比|，2025年由228场增至264场; 2025年|同比|由228场增至264场.
COMPARED_WITH = re.compile(
    r"[与和同跟较比](?:(?P<year>(?:19|20)\d{2})年(?:度|全年)?|上一?年度?|去年)(?:同期)?(?:相比?|对比)|同比|较(?:上一?年|去年)(?:同期)?"
)
# What says of a number behind two ends that it is their difference: 264场|，增长|43.5%, |，净增|80场; not ，同比增长|15.8%.
AMOUNT = re.compile(
    r"，(?:共|总共|累计|净)?(?:增长|增加|增|提高|提升|上升|增幅|涨幅|多|(?P<less>下降|减少|降低|缩短|减|降幅|少))(?:率|幅度)?(?:了|达到?|为)*$"
)
WHOLE_YEARS = 2  # from which on a period has a first and a last year


def bind_ends(text: str, bound_claims: Sequence[BoundClaim]) -> list[BoundClaim]:
    """Return the claims, those that are two ends of one change bound to the same indicator and to the days they are of."""
    source, claims = normalise(text), list(bound_claims)
    for place in range(len(claims) - 1):
        first, second = claims[place : place + 2]
        start, end = source.normalised_span(first.claim.start, first.claim.end)
        second_start, _ = source.normalised_span(second.claim.start, second.claim.end)
        if _are_alike(first, second) and (dates := end_dates(source.text, start, end, second_start)):
            before = source.text[Passage(source.text).sentence(start)[0] : start]
            claims[place : place + 2] = _both_ends(first, second, dates, before)
            for later in range(place + 2, _sentence_end(source, claims, place)):
                claims[later] = _amount(source, claims[place], claims[place + 1], claims[later])
    return claims


def _sentence_end(source: NormalisedText, claims: Sequence[BoundClaim], place: int) -> int:
    """Return the index behind the last claim of the same sentence."""
    starts = [source.normalised_span(claim.claim.start, claim.claim.end)[0] for claim in claims]
    _, end = Passage(source.text).sentence(starts[place])
    return bisect_left(starts, end)


def _amount(source: NormalisedText, first: BoundClaim, second: BoundClaim, third: BoundClaim) -> BoundClaim:
    """Return the number behind two ends as that by which they differ, where it says so: 由184场增加到264场，增长|43.5%."""
    claim = third.claim
    grown = AMOUNT.search(source.text[: source.normalised_span(claim.start, claim.end)[0]])
    if not grown or claim.unit not in ("%", POINTS, TIMES, second.claim.unit) or claim.rate:
        return third
    years = second.period.to_on.year - first.period.to_on.year
    is_like = years > 0 and _moved(first.period, years) == second.period
    base_year = first.period.to_on.year if is_like else None
    change = ClaimedChange("year_on_year" if is_like else "growth", is_less=bool(grown["less"]), base_year=base_year)
    return replace(second, claim=claim, change=change)


def _are_alike(first: BoundClaim, second: BoundClaim) -> bool:
    """Whether two numbers can be ends of one change: of one unit, and neither bound by itself to something else than the other."""
    is_number = not any(claim.is_trend or claim.is_worded for claim in (first.claim, second.claim))
    bindings = [bound_claim.binding for bound_claim in (first, second) if bound_claim.binding]
    categories = {binding.category for binding in bindings if binding.category}
    is_of_same = len({binding.indicator for binding in bindings}) == 1 and len(categories) <= 1
    return is_number and first.claim.unit == second.claim.unit and is_of_same


def _both_ends(first: BoundClaim, second: BoundClaim, dates: EndDates, before: str) -> tuple[BoundClaim, BoundClaim]:
    """Return the two ends, bound to one indicator, each with its days; those of which the days are left open as `ends`.

    `before` are the words of the sentence before the first end.
    """
    named = next((end for end in (first, second) if end.binding and end.binding.category), None)
    named = named or (first if first.binding else second)
    first, second = (
        replace(end, binding=named.binding, misfit="", other=None, but=named.but, change=ClaimedChange("level"))
        for end in (first, second)
    )
    if DATED.search(dates.second) and DATED.search(dates.first):
        return first, second
    if YEAR_BEFORE.search(dates.first):
        if "同期" in dates.first:  # which is no time of its own: both ends have the window of the second
            return replace(first, period=_moved(second.period, -1)), second
        return first, replace(second, period=_moved(first.period, 1))
    if not (dates.first or dates.second) and (years := _years_back(first, before)):
        return replace(first, period=_moved(first.period, -years)), second
    if not (dates.first or dates.second) and (periods := _first_and_last(first)):
        return replace(first, period=periods[0]), replace(second, period=periods[1])
    if DATED.search(dates.first):
        return first, second if _is_after(second, first) else _open_end(second)
    return _open_end(first), _open_end(second)


def _years_back(first: BoundClaim, before: str) -> int:
    """How many years before its window the first end is, by what the words before compare with; 0 where they do not say."""
    compared, period = COMPARED_WITH.search(before), first.period
    if not compared or not period.is_stated or period.is_until or period.is_event:
        return 0
    return max(0, period.to_on.year - int(compared["year"])) if compared["year"] else 1


def _is_after(second: BoundClaim, first: BoundClaim) -> bool:
    """Whether the words before a change name a later time, which is that of its second end: 2025年，由2024年的228场增加到|264场."""
    return second.is_timed and second.period.to_on > first.period.to_on


def _open_end(bound_claim: BoundClaim) -> BoundClaim:
    """Return an end of which the text does not say of when it is."""
    return replace(bound_claim, change=ClaimedChange("ends"))


def _moved(period: ClaimPeriod, years: int) -> ClaimPeriod:
    """Return the same days some years later; the end of a month stays the end."""
    step = relativedelta(years=years)
    return replace(period, from_on=period.from_on + step, to_on=period.to_on + DAY + step - DAY)


def _first_and_last(bound_claim: BoundClaim) -> tuple[ClaimPeriod, ClaimPeriod] | None:
    """Return the days of the two ends in the period that the text states; None where it leaves them open."""
    period, binding = bound_claim.period, bound_claim.binding
    if binding is None or not period.is_stated or period.is_until or period.is_event:
        return None
    if not catalogue()[binding.indicator].is_of_period:
        return replace(period, from_on=period.from_on - DAY, to_on=period.from_on - DAY), period
    first_year, last_year = period.from_on.year, period.to_on.year
    if last_year - first_year + 1 < WHOLE_YEARS or (period.from_on.month, period.from_on.day) != (1, 1):
        return None
    return (
        replace(period, to_on=date(first_year, 12, 31)),
        replace(period, from_on=date(last_year, 1, 1)),
    )
