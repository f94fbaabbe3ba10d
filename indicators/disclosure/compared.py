"""Discloses figures that are compared like for like: each beside what its window shows by itself.

A figure that rests on all the window rests on is shown where the window shows it, whatever it is compared with. One that leaves
out communities or months tells, beside the whole, of these.
"""

from collections.abc import Mapping, Sequence

from indicators.disclosure.choices import disclosed_figures
from indicators.disclosure.figures import FigureKey, disclose_together, figure_key
from indicators.disclosure.people_counts import people_counts_of
from indicators.engine import catalogue
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
    telling = _without_hidden_parts(build, {id: left_out[id] for id, *_ in rests_on_less}, window, k)
    places = {(id, place) for id, community in telling for place in (community, None)}
    hidden = {key for key, figure in whole.items() if figure.state == "hidden" or key[:2] in places}
    lists: list[list[Figure]] = []
    by_key: dict[FigureKey, Figure] = {}
    for is_of_period in (False, True):  # as choices are decided: what is held on a day first
        part = [f for f in compared if catalogue()[f.indicator].is_of_period == is_of_period]
        for is_less in (False, True):
            lists.append([f for f in part if (figure_key(f) in rests_on_less) == is_less])
            decided = len(lists) - is_less  # what the window shows by itself stands
            shown = disclose_together(lists, k, hidden, decided)[-1]
            by_key |= {figure_key(figure): figure for figure in shown}
            hidden |= {figure_key(figure) for figure in shown if figure.state == "hidden"}
    return [by_key[figure_key(figure)] for figure in compared]


def _sides(figure: Figure) -> tuple[float | None, float | None]:
    return figure.numerator, figure.denominator


def _without_hidden_parts(
    build: Build, left_out: Mapping[str, LeftOut], window: Filters, k: int
) -> set[tuple[str, str | None]]:
    """Return the indicators and communities of which a month, or the day itself, is left out that is hidden by itself."""
    ids = [id for id in left_out if people_counts_of(id)]
    flows = [id for id in ids if catalogue()[id].is_of_period]
    stocks = [id for id in ids if id not in flows]
    parts = [*(disclosed_figures(build, flows, window, ("month", "community"), k) if flows else ())]
    parts += disclosed_figures(build, stocks, window, ("community",), k) if stocks else ()
    return {
        (figure.indicator, figure.community)
        for figure in parts
        if figure.state == "hidden" and left_out[figure.indicator].holds(figure.community, figure.period)
    }
