"""The figures each claim is held against: one, the mean of years, two for a change, a series for a trend."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from evidence.claims.binding.bound_claim import Bound
from evidence.claims.verification import events, queries, trend_claims
from evidence.claims.verification.queries import Answers, Question, question
from indicators import disclosure, engine, periods
from indicators.engine import catalogue
from indicators.model import Figure
from warehouse.build import Build

Figures = tuple[Figure, ...]
SAID = {"year": "年均", "quarter": "季均", "month": "月均"}


def measured(build: Build, claims: Sequence[Bound], k: int) -> list[Figures]:
    """Return the figures of each claim, small numbers of people hidden below k; none for a claim that is not bound."""
    answers = queries.ask(build, (one for claim in claims for one in questions(claim)))
    found = [_figures(build, claim, answers) for claim in claims]
    return found if k <= 1 else _disclosed(claims, found, k)


def questions(claim: Bound) -> list[Question]:
    """Return what to ask for a claim, in the order its kind expects."""
    if claim.binding is None or claim.place is None:
        return []
    whole = question(claim.binding, claim.place, claim.span)
    if claim.claim.is_trend and not claim.binding.category:
        instead = trend_claims.INSTEAD.get(whole.indicator, whole.indicator)
        known = dict.fromkeys((whole.indicator, instead))
        return [replace(whole, indicator=id, by=(*grain, *whole.by)) for id in known for grain in _grains(claim)]
    return [replace(whole, by=(*grain, *whole.by)) for grain in _grains(claim)] + _year_before(claim, whole)


def _grains(claim: Bound) -> list[tuple[str, ...]]:
    if claim.claim.is_trend:
        return [(grain,) for grain in trend_claims.grains(claim.claim)]
    if claim.change.kind == "ends":
        return [("year",)]
    is_rate_of_counts = claim.rate and claim.binding and not catalogue()[claim.binding.indicator].denominator
    return [(claim.rate,)] if is_rate_of_counts and claim.rate else [()]


def _year_before(claim: Bound, whole: Question) -> list[Question]:
    if claim.change.kind != "year_on_year":
        return []
    from_on, to_on = periods.a_year_earlier(whole.filters)
    return [replace(whole, from_on=from_on, to_on=to_on)]


def _figures(build: Build, claim: Bound, answers: Answers) -> Figures:
    asked = questions(claim)
    if not asked or not claim.binding:
        return ()
    if claim.span.is_event and catalogue()[claim.binding.indicator].adds_up and not claim.claim.is_trend:
        day = events.day_of(build, claim.claim, claim.binding, asked[0])
        return (day,) if day else ()
    found = [figure for one in asked for figure in queries.of_category(answers[one], claim.binding)]
    is_mean = claim.rate and _grains(claim) == [(claim.rate,)] and claim.change.kind == "level"
    if is_mean and not claim.claim.is_trend:
        average = engine.mean(found, SAID[claim.rate or "year"])
        return (average,) if average else ()
    return tuple(found)


def _disclosed(claims: Sequence[Bound], found: Sequence[Figures], k: int) -> list[Figures]:
    """Hide small numbers, all figures of the text guarded together; of a trend only its direction is told, never its series."""
    told = [() if claim.claim.is_trend else figures for claim, figures in zip(claims, found, strict=True)]
    distinct: dict[Figure, None] = dict.fromkeys(figure for figures in told for figure in figures)
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for figure in distinct:
        groups.setdefault((figure.indicator, figure.period.from_on, figure.category is None), []).append(figure)
    shown = disclosure.disclose_together(list(groups.values()), k)
    hidden: Mapping[Figure, Figure] = dict(
        zip((f for group in groups.values() for f in group), (f for group in shown for f in group), strict=True)
    )
    look: Callable[[Figure], Figure] = lambda figure: hidden.get(figure, figure)  # noqa: E731
    return [tuple(map(look, figures)) for figures in found]
