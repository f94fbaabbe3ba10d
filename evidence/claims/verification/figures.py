"""The figures each claim is compared with: one, the mean of years, a series for a trend; for a change its comparison."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.checked_claim import Binding
from evidence.claims.verification import trend_claims
from evidence.claims.verification.guards import Guard
from evidence.claims.verification.queries import (
    FigureQuery,
    FiguresByQuery,
    ask_figures,
    claim_query,
    event_figure,
    figures_of_category,
)
from indicators import comparison, disclosure, engine
from indicators.comparison import Comparison
from indicators.disclosure.figures import FigureKey, NumberKey
from indicators.disclosure.systems import hidden_keys
from indicators.engine import catalogue
from indicators.model import Figure
from warehouse.build import Build

ClaimFigures = tuple[Figure, ...]
MEAN_LABELS = {"year": "年均", "quarter": "季均", "month": "月均"}


def compute_figures(build: Build, bound_claims: Sequence[BoundClaim], guard: Guard) -> list[ClaimFigures]:
    """Return the figures of each claim, small numbers of people hidden; none for a claim that is not bound."""
    answers = ask_figures(build, (query for bound_claim in bound_claims for query in claim_queries(bound_claim)))
    figures = [_claim_figures(build, bound_claim, answers) for bound_claim in bound_claims]
    return figures if guard.k <= 1 else _disclosed(build, bound_claims, figures, guard)


def claim_queries(bound_claim: BoundClaim) -> list[FigureQuery]:
    """Return the queries for a claim, in the order its kind expects."""
    if bound_claim.binding is None or bound_claim.place is None:
        return []
    whole = claim_query(bound_claim.binding, bound_claim.place, bound_claim.period)
    if bound_claim.claim.peak:
        periods = (bound_claim.period, *bound_claim.earlier, *bound_claim.later)
        return [claim_query(bound_claim.binding, bound_claim.place, period) for period in periods]
    if bound_claim.share and bound_claim.share.whole:
        of_all = bound_claim.share.of_all or bound_claim.binding
        return [whole, claim_query(of_all, bound_claim.share.whole, bound_claim.period)]
    if bound_claim.rivals:
        of_rivals = claim_query(bound_claim.binding, bound_claim.rivals, bound_claim.period)
        return [replace(of_rivals, by=tuple(dict.fromkeys(("community", *of_rivals.by))))]
    if base := bound_claim.other_base:
        return [replace(whole, from_on=base[0], to_on=base[1]), whole]
    if bound_claim.parts:
        return [replace(whole, by=tuple(dict.fromkeys((*bound_claim.parts, *whole.by))))]
    grains = _grains(bound_claim)
    if bound_claim.is_trend and not bound_claim.binding.category:
        indicators = dict.fromkeys((whole.indicator, trend_claims.SUBSTITUTES.get(whole.indicator, whole.indicator)))
        return [
            replace(whole, indicator=indicator, by=(*grain, *whole.by)) for indicator in indicators for grain in grains
        ]
    return [replace(whole, by=(*grain, *whole.by)) for grain in grains]


def compute_comparison(build: Build, bound_claim: BoundClaim, k: int) -> Comparison | None:
    """Return the comparison that a claim of growth over an earlier year speaks of; None for others, and where there is none.

    Of a part that no year shares it is that of the whole, which says why.
    """
    if bound_claim.change.kind != "year_on_year" or bound_claim.binding is None or bound_claim.place is None:
        return None
    if bound_claim.other_base:
        return None
    query = claim_query(bound_claim.binding, bound_claim.place, bound_claim.period)
    years = bound_claim.years_back
    if years < 1:
        return None
    comparisons = comparison.against_year_before(build, [query.indicator], query.filters, query.by, k, years)
    figures = figures_of_category([compared.now for compared in comparisons], bound_claim.binding)
    whole = next((compared for compared in comparisons if compared.now.category is None), None)
    return next((compared for compared in comparisons if compared.now in figures), whole)


def _grains(bound_claim: BoundClaim) -> list[tuple[str, ...]]:
    """The groupings by time that a claim is computed in; () is the whole period."""
    if bound_claim.is_trend:
        return [(grain,) for grain in trend_claims.trend_grains(bound_claim.claim)]
    if bound_claim.change.kind == "ends":
        return [("year",)]
    binding, rate = bound_claim.binding, bound_claim.rate
    is_rate_of_counts = rate and binding and not catalogue()[binding.indicator].denominator
    return [(rate,)] if is_rate_of_counts and rate else [()]


def _claim_figures(build: Build, bound_claim: BoundClaim, answers: FiguresByQuery) -> ClaimFigures:
    claim, binding, rate = bound_claim.claim, bound_claim.binding, bound_claim.rate
    queries = claim_queries(bound_claim)
    if not queries or not binding:
        return ()
    if (
        bound_claim.period.is_event
        and catalogue()[binding.indicator].adds_up
        and not (claim.is_trend or claim.is_worded)
    ):
        day = event_figure(build, claim, binding, queries[0])
        return (day,) if day else ()
    figures = [figure for query in queries for figure in figures_of_category(answers[query], _of_query(binding, query))]
    is_mean = (
        rate and not bound_claim.parts and _grains(bound_claim) == [(rate,)] and bound_claim.change.kind == "level"
    )
    if is_mean and not claim.is_trend:
        mean = engine.mean(figures, MEAN_LABELS[rate or "year"])
        return (mean, *(figures if bound_claim.counts_every_period else ())) if mean else ()
    return tuple(figures)


def _of_query(binding: Binding, query: FigureQuery) -> Binding:
    """Return what a query of a claim is bound to: no category where it asks for the whole of which that is a part."""
    is_of_category = binding.category and binding.category[0] in query.by
    return binding if is_of_category else replace(binding, category=None)


def _disclosed(
    build: Build, bound_claims: Sequence[BoundClaim], figures: Sequence[ClaimFigures], guard: Guard
) -> list[ClaimFigures]:
    """Hide small numbers, all figures of the text guarded together.

    A trend shows only its direction, never its series, so its figures stay outside but for those of years held against each other.
    """
    published = [
        figure
        for bound_claim, claim_figures in zip(bound_claims, figures, strict=True)
        for figure in _published(bound_claim, claim_figures)
    ]
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for figure in dict.fromkeys(published):
        groups.setdefault((figure.indicator, figure.period.from_on, figure.category is None), []).append(figure)
    withheld = _withheld(build, bound_claims, figures, guard)
    disclosed_groups = disclosure.disclose_together(list(groups.values()), guard.k, withheld)
    disclosed: dict[Figure, Figure] = {}
    for group, disclosed_group in zip(groups.values(), disclosed_groups, strict=True):
        disclosed |= zip(group, disclosed_group, strict=True)
    return [tuple(disclosed.get(figure, figure) for figure in claim_figures) for claim_figures in figures]


def _published(bound_claim: BoundClaim, figures: ClaimFigures) -> Sequence[Figure]:
    """Return the figures of a claim that its verdict tells of one by one."""
    return trend_claims.years_one_by_one(bound_claim, figures) if bound_claim.is_trend else figures


def _withheld(
    build: Build, bound_claims: Sequence[BoundClaim], figures: Sequence[ClaimFigures], guard: Guard
) -> set[FigureKey | NumberKey]:
    """Return what must be hidden of the claims' figures: beside those they are linked to, and beside other days and places."""
    keys: set[FigureKey | NumberKey] = set()
    for query, figure in dict.fromkeys(_queries_of_people(bound_claims, figures)):
        keys |= guard.withheld(build, query, figure)
        keys |= hidden_keys(build, [query.indicator], query.filters, query.by, guard.k)
    return keys


def _queries_of_people(
    bound_claims: Sequence[BoundClaim], figures: Sequence[ClaimFigures]
) -> Iterator[tuple[FigureQuery, Figure]]:
    """Yield each figure that counts people with the query for it, over the days of that figure."""
    for bound_claim, claim_figures in zip(bound_claims, figures, strict=True):
        if bound_claim.binding is None or bound_claim.place is None:
            continue
        query = claim_query(bound_claim.binding, bound_claim.place, bound_claim.period)
        published = _published(bound_claim, claim_figures)
        queries = [query] * len(published)
        if bound_claim.share or bound_claim.rivals or bound_claim.parts == ("community",):
            queries = claim_queries(bound_claim) * (1 if bound_claim.share else len(claim_figures))
        for query, figure in zip(queries, published, strict=False):
            if catalogue()[figure.indicator].counts_people:
                yield replace(query, from_on=figure.period.from_on, to_on=figure.period.to_on), figure
