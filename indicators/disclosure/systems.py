"""Finds the indicators that are linked, so that what is hidden does not depend on which of them are asked for together.

Indicators are linked where they count people of one family of which something is held on a day: cases opened, closed and open,
and the rates and means that are divided by them; and where one is the share of the other under a further condition. Wholes are
decided before their parts, so that no part gives a whole away.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from indicators import engine
from indicators.disclosure.bands import bands_beside
from indicators.disclosure.figures import FigureKey, NumberKey, WithheldKeys, disclose_together, figure_key
from indicators.disclosure.narrower import wider_shares
from indicators.disclosure.people_counts import COMPLEMENT, people_counts_of
from indicators.engine import catalogue
from indicators.grouping import GRAINS
from indicators.model import Figure, Filters
from warehouse.build import Build

Family = tuple[object, ...]


def system_figures(
    build: Build,
    ids: Sequence[str],
    filters: Filters,
    by: Sequence[str],
    k: int,
    withheld: WithheldKeys = (),
) -> list[Figure]:
    """Return the figures of some indicators as they may be shown beside all that are linked to them.

    What is held on the last day of a window is decided before what happened until then, so that it is the same whatever day the
    window begins with. The days of a series are decided together with what happened between them, and categories together where a
    share within a limit tells of some.
    """
    linked = linked_ids(ids)
    wholes = [id for id in linked if is_linked(id)]
    coarser = [engine.figures(build, wholes, filters, names) for names in (coarser_splits(by) if wholes else ())]
    counted = [*coarser, engine.figures(build, linked, filters, by)]
    lists: list[list[Figure]] = []
    hidden: set[FigureKey | NumberKey] = set(withheld)
    disclosed: list[Figure] = []
    for together in ((False, True),) if _are_told_together(linked, by) else ((False,), (True,)):
        for figures in counted:
            lists.append([f for f in figures if catalogue()[f.indicator].is_of_period in together])
            shown = disclose_together(lists, k, hidden, len(lists) - 1)[-1]
            hidden |= _number_keys(shown)
        disclosed += shown
    return [figure for id in ids for figure in disclosed if figure.indicator == id]


def _are_told_together(linked: Sequence[str], by: Sequence[str]) -> bool:
    """Whether stocks tell of flows in more ways than by their days: over time, or as bands of what a share counts within a limit."""
    is_by_time = not set(GRAINS).isdisjoint(by)
    return is_by_time or (not {*by} <= {"community"} and any(map(bands_beside, linked)))


def hidden_keys(
    build: Build,
    ids: Sequence[str],
    filters: Filters,
    by: Sequence[str],
    k: int,
    withheld: WithheldKeys = (),
) -> set[NumberKey]:
    """Return the keys of the numbers of those figures of linked indicators that are hidden beside all they are linked to."""
    linked = [id for id in ids if is_linked(id)]
    figures = system_figures(build, linked, filters, by, k, withheld) if linked else []
    return _number_keys(figures)


def _number_keys(figures: Sequence[Figure]) -> set[NumberKey]:
    """Return the keys of the numbers of hidden figures, without what a share leaves over: a stock that links tell of where it is few."""
    return {
        (figure_key(figure), side)
        for figure in figures
        if figure.state == "hidden"
        for side in people_counts_of(figure.indicator)
        if side != COMPLEMENT
    }


def coarser_splits(by: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the splits that are coarser than one, the coarsest first."""
    return [names for number in range(len(by)) for names in combinations(by, number)]


def linked_ids(ids: Sequence[str]) -> list[str]:
    """Return the indicators and all that are linked to them, in the order of the catalogue."""
    wanted = {linked for id in ids for linked in _systems()[id]}
    return [id for id in catalogue() if id in wanted]


def apart(ids: Sequence[str]) -> list[list[str]]:
    """Return the indicators in groups of those that are linked to each other."""
    groups: dict[frozenset[str], list[str]] = defaultdict(list)
    for id in ids:
        groups[_systems()[id]].append(id)
    return list(groups.values())


def is_linked(id: str) -> bool:
    """Return whether an indicator is linked to others."""
    return len(_systems()[id]) > 1


@cache
def _systems() -> dict[str, frozenset[str]]:
    """Return {indicator: it and those that are linked to it, be it through others}."""
    systems = {id: frozenset((id,)) for id in catalogue()}
    shares = ({id, *wider_shares(id)} for id in catalogue())
    for members in (*_ids_by_family().values(), *shares):
        joined = frozenset().union(*(systems[id] for id in members))
        systems |= dict.fromkeys(joined, joined)
    return systems


def _ids_by_family() -> dict[Family, set[str]]:
    """Return the indicators of each family of quantities that has a stock."""
    ids: dict[Family, set[str]] = defaultdict(set)
    stocks: set[Family] = set()
    for id in catalogue():
        for quantity in people_counts_of(id).values():
            ids[quantity.family].add(id)
            if quantity.aggregate.span != "period":
                stocks.add(quantity.family)
    return {family: members for family, members in ids.items() if family in stocks}
