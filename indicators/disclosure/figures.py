"""Returns figures as they may be shown: those that tell of few people, and those that would give them away, as `hidden`."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from indicators.disclosure.bands import band_links
from indicators.disclosure.cumulative import thinned
from indicators.disclosure.equations import Equation, sums
from indicators.disclosure.guarding import guarded
from indicators.disclosure.limits import is_few
from indicators.disclosure.links import links
from indicators.disclosure.narrower import same_answers
from indicators.disclosure.people_counts import CountTable, PeopleCount, read_people_counts
from indicators.disclosure.ranges import telling_ranges
from indicators.model import Figure

FigureKey = tuple[str, str | None, date, date, str | None]  # indicator, community, first and last day, category
NumberKey = tuple[FigureKey, int]  # one of the numbers of a figure: NUMERATOR, DENOMINATOR or COMPLEMENT
WithheldKeys = Collection[FigureKey | NumberKey]
TablesByCount = dict[PeopleCount, list[CountTable]]


def figure_key(figure: Figure) -> FigureKey:
    """Return what tells a figure from all others of one question."""
    return figure.indicator, figure.community, figure.period.from_on, figure.period.to_on, figure.category


def disclose(figures: Sequence[Figure], k: int, withheld: WithheldKeys = ()) -> list[Figure]:
    """Return the figures in their order, those that must not be shown as `hidden` without any number.

    Pass all figures that are shown together, of one grain: only what is passed can be guarded.
    """
    return disclose_together([figures], k, withheld)[0]


def disclose_together(
    lists: Sequence[Sequence[Figure]], k: int, withheld: WithheldKeys = (), settled: int = 0
) -> list[list[Figure]]:
    """Return lists of several grains (the whole, by year, by category …) that stand in one paper, each disclosed.

    What one hides no other gives away: a year does not betray a quarter, nor a rate the count it was divided from.
    Figures in `withheld` are hidden whatever they tell, and none of their numbers may be worked out; of those of which only a number
    is withheld, that one. The first `settled` lists were decided before: no more of them is hidden.
    """
    figures = [figure for figure_list in lists for figure in figure_list]
    before = range(sum(map(len, lists[:settled])))
    quantities = read_people_counts(lists)
    keys = [figure_key(figure) for figure in figures]
    secret = {place for place, key in enumerate(keys) if key in withheld}
    protected = {
        (place, side)
        for (place, side), count in quantities.counts.items()
        if is_few(count, k) or place in secret or (keys[place], side) in withheld
    }
    hidden = secret | {place for place, _ in protected}
    hidden |= telling_ranges(figures, hidden)
    thin = thinned(quantities.tables, quantities.counts, hidden, k)
    protected, hidden = protected | thin, hidden | {place for place, _ in thin}
    between = [*band_links(figures, quantities.counts, k), *same_answers(figures, quantities.counts)]
    for tables in _families(quantities.tables, between):
        cells = {cell for family_tables in tables.values() for table in family_tables for cell in table.values()}
        if secrets := protected & cells:
            added = (e for quantity, parts in tables.items() for e in sums(quantity, parts, quantities.counts, k))
            flows = list(links(tables, quantities.counts))
            stated = (*added, *flows, *(e for e in between if e.keys() <= cells))
            equations = list({frozenset(equation.items()): equation for equation in stated}.values())
            hidden = guarded(figures, equations, quantities.counts, secrets, hidden, k, before, not flows)
    shown = iter(without_numbers(figure) if place in hidden else figure for place, figure in enumerate(figures))
    return [[next(shown) for _ in figure_list] for figure_list in lists]


def _families(tables: TablesByCount, links_between: Sequence[Equation]) -> list[TablesByCount]:
    """Return the tables by family: quantities that are linked are guarded together, as are families that an equation links."""
    families: dict[tuple[object, ...], TablesByCount] = defaultdict(dict)
    for quantity, quantity_tables in tables.items():
        families[quantity.family][quantity] = quantity_tables
    family_of = {
        cell: quantity.family
        for quantity, quantity_tables in (tables.items() if links_between else ())
        for table in quantity_tables
        for cell in table.values()
    }
    for equation in links_between:
        first, *others = dict.fromkeys(family_of[cell] for cell in equation)
        for other in others:
            families[first] |= families.pop(other)
            family_of = {cell: first if family == other else family for cell, family in family_of.items()}
    return list(families.values())


def without_numbers(figure: Figure) -> Figure:
    """Return a figure as hidden, without any number."""
    without = replace(figure, value=None, numerator=None, denominator=None, low=None, high=None, squares=None)
    return replace(without, state="hidden")
