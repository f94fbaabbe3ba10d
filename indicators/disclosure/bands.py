"""States what a share of what lies within a limit (closed within 90 days) tells of the bands of the same number (61–120 days).

A band wholly within the limit is part of the share's numerator, one wholly beyond it part of what the numerator leaves over. A
band that the limit cuts leaves room: how much of it lies on each side is not shown. There is room enough where both parts hold at
least k, so that no hidden band is narrowed down; with fewer, or none, the parts are taken to be known, and the bands add up.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from indicators import tables
from indicators.disclosure.equations import Equation
from indicators.disclosure.limits import is_few, is_small_share
from indicators.disclosure.people_counts import COMPLEMENT, DENOMINATOR, NUMERATOR, CountCell, people_counts_of
from indicators.engine import catalogue
from indicators.model import Figure

SIDES = NUMERATOR, COMPLEMENT


def band_links(figures: Sequence[Figure], counts: Mapping[CountCell, float], k: int) -> Iterator[Equation]:
    """Yield the equations of each share with a limit: its numerator, and what that leaves over, as the bands on either side."""
    for share in _shares(figures).values():
        sides = {place: [counts.get((place, side), 0.0) for side in SIDES] for place in share.bands}
        if any(not is_small_share(part, part + rest, k) for part, rest in sides.values() if part and rest):
            continue  # a cut band with room
        for whole, (number, side) in product(share.wholes, enumerate(SIDES)):
            bands = [place for place, parts in sides.items() if parts[number] and not parts[1 - number]]
            if bands and not is_few(counts.get((whole, side)), k):
                yield {(whole, side): -1} | {(place, DENOMINATOR): 1 for place in bands}


@dataclass
class _Share:
    """The places of a share of one community and period: over all bands, and of single ones."""

    wholes: list[int] = field(default_factory=list)
    bands: list[int] = field(default_factory=list)


def _shares(figures: Sequence[Figure]) -> Mapping[object, _Share]:
    shares: dict[object, _Share] = defaultdict(_Share)
    for place, figure in enumerate(figures):
        if bands := bands_beside(figure.indicator):
            share = shares[figure.indicator, figure.community, figure.period]
            if figure.category is None:
                share.wholes.append(place)
            elif figure.category in bands:
                share.bands.append(place)
    return shares


@cache
def bands_beside(id: str) -> frozenset[str]:
    """Return the bands of the number of which a share of people states a limit; none for any other indicator."""
    indicator = catalogue()[id]
    condition = indicator.numerator.where
    if COMPLEMENT not in people_counts_of(id) or not condition or len(condition.columns) != 1:
        return frozenset()
    return tables.bands_of(indicator.numerator.table, condition.columns[0])
