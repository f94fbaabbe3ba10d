"""States where two shares are of the same people: the share of one question is that of all where nothing else was asked.

Where as many answered the one question as answered any, both shares count the same answers, so that what is hidden of one must not
stand in the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from indicators.condition import all_of
from indicators.disclosure.equations import Equation
from indicators.disclosure.people_counts import COMPLEMENT, DENOMINATOR, NUMERATOR, CountCell, people_counts_of
from indicators.engine import catalogue
from indicators.model import Figure


def same_answers(figures: Sequence[Figure], counts: Mapping[CountCell, float]) -> Iterator[Equation]:
    """Yield that both sides of a narrower share are those of the wider one, wherever both are divided by the same number."""
    ids = {figure.indicator for figure in figures}
    if all(ids.isdisjoint(wider_shares(id)) for id in ids):
        return
    places: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, figure in enumerate(figures):
        places[figure.indicator, figure.community, figure.period, figure.category].append(place)
    for (id, *where), narrower in places.items():
        wider = [place for wider_id in wider_shares(str(id)) for place in places.get((wider_id, *where), ())]
        for part, whole in ((part, whole) for part in narrower for whole in wider):
            if counts.get((part, DENOMINATOR), 0) == counts.get((whole, DENOMINATOR)):
                yield from ({(part, side): 1, (whole, side): -1} for side in (NUMERATOR, COMPLEMENT))


@cache
def wider_shares(id: str) -> tuple[str, ...]:
    """Return the shares of people that ask the same of all rows, of which one asks it under a condition."""
    return tuple(other for other in catalogue() if _is_narrower(id, other))


def _is_narrower(id: str, other: str) -> bool:
    if COMPLEMENT not in people_counts_of(id).keys() & people_counts_of(other).keys():
        return False
    part, of_part = catalogue()[id].aggregates
    whole, of_whole = catalogue()[other].aggregates
    if not (whole.where and of_part.where) or of_whole.where:
        return False
    return replace(whole, where=all_of(whole.where, of_part.where)) == part and replace(of_part, where=None) == of_whole
