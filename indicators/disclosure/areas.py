"""Withholds totals over a choice of communities that, beside those of all communities, would tell of one that is hidden.

Communities that are hidden when all are shown side by side are counted together only: all of them, or none.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from indicators.disclosure.figures import FigureKey
from indicators.disclosure.ranges import Question
from indicators.model import Figure, Filters
from warehouse import communities
from warehouse.build import Build


def everywhere(build: Build, filters: Filters) -> Filters:
    """Return the filters for all communities of a build, the same whichever of them are chosen."""
    return replace(filters, communities=tuple(dict.fromkeys((*communities.names(build), *filters.communities))))


def telling_totals(side_by_side: Iterable[Figure], chosen: Collection[str]) -> set[FigureKey]:
    """Return the keys of totals of chosen communities that hold some, but not all, of those hidden side by side with all others."""
    hidden: dict[Question, set[str | None]] = defaultdict(set)
    for figure in side_by_side:
        if figure.state == "hidden":
            question = figure.indicator, figure.period.from_on, figure.period.to_on, figure.category
            hidden[question].add(figure.community)
    return {
        (id, None, from_on, to_on, category)
        for (id, from_on, to_on, category), names in hidden.items()
        if names & set(chosen) and (len(names) == 1 or not names <= set(chosen))
    }
