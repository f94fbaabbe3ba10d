"""Discloses figures that are compared like for like: each beside what its window shows by itself.

A figure that rests on all the window rests on is shown where the window shows it, whatever it is compared with. One that leaves
out communities or months tells, beside the whole, of these.
"""

from collections.abc import Mapping, Sequence
from itertools import chain

from indicators.disclosure.choices import disclosed_figures
from indicators.disclosure.figures import disclose_together, figure_key
from indicators.disclosure.people_counts import people_counts_of
from indicators.model import Figure, Filters, LeftOut
from warehouse.build import Build


def disclosed_beside(
    build: Build,
    compared: Sequence[Figure],
    left_out: Mapping[str, LeftOut],
    window: Filters,
    by: Sequence[str],
    k: int,
) -> list[Figure]:
    """Return a window's figures as they may be shown: as the window shows them by itself, those that rest on less beside these.

    A year that is compared without its January is, beside the whole year, the January.
    """
    whole = {figure_key(f): f for f in disclosed_figures(build, tuple(left_out), window, by, k)} if k > 1 else {}
    rests_on_less = {
        key
        for f in compared
        if not (page := whole.get(key := figure_key(f))) or (page.state == "ok" and _sides(f) != _sides(page))
    }
    telling = _without_hidden_months(build, {id: left_out[id] for id, *_ in rests_on_less}, window, k)
    places = {(id, place) for id, community in telling for place in (community, None)}
    hidden = {key for key, figure in whole.items() if figure.state == "hidden" or key[:2] in places}
    settled = [figure for figure in compared if figure_key(figure) not in rests_on_less]
    others = [figure for figure in compared if figure_key(figure) in rests_on_less]
    shown = chain(*disclose_together([settled, others], k, hidden, settled=1))
    by_key = {figure_key(figure): figure for figure in shown}
    return [by_key[figure_key(figure)] for figure in compared]


def _sides(figure: Figure) -> tuple[float | None, float | None]:
    return figure.numerator, figure.denominator


def _without_hidden_months(
    build: Build, left_out: Mapping[str, LeftOut], window: Filters, k: int
) -> set[tuple[str, str | None]]:
    """Return the indicators and communities of which a month is left out that is hidden by itself."""
    ids = [id for id in left_out if people_counts_of(id)]
    return {
        (figure.indicator, figure.community)
        for figure in (disclosed_figures(build, ids, window, ("month", "community"), k) if ids else ())
        if figure.state == "hidden" and left_out[figure.indicator].holds(figure.community, figure.period)
    }
