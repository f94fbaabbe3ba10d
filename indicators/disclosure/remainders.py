"""Withholds shares of some of the people whom another indicator counts, where few are left over: of 34 cases closed 32 have an outcome.

What the numerator of a share leaves of its denominator is one of its own numbers; this is what its denominator leaves of all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from indicators import engine
from indicators.disclosure.figures import NumberKey, figure_key
from indicators.disclosure.limits import is_few
from indicators.disclosure.people_counts import DENOMINATOR, NUMERATOR, people_counts_of, side_count
from indicators.engine import catalogue
from indicators.expression import Expression
from indicators.model import Filters
from warehouse.build import Build

IndicatorNumber = tuple[str, int]  # an indicator, and which of its numbers


def telling_remainders(build: Build, ids: Sequence[str], filters: Filters, by: Sequence[str], k: int) -> set[NumberKey]:
    """Return the keys of denominators that leave few of a number of people counted elsewhere."""
    wholes = {id: number for id in ids if (number := _wholes().get(id))}
    needed = tuple(dict.fromkeys((*wholes, *(id for id, _ in wholes.values()))))
    figures = engine.figures(build, needed, filters, by) if wholes else []
    by_key = {figure_key(figure): figure for figure in figures}
    keys: set[NumberKey] = set()
    for key, part in by_key.items():
        id, side = wholes.get(part.indicator, (None, NUMERATOR))
        whole = by_key.get((id, *key[1:])) if id else None
        counted, everyone = side_count(part, DENOMINATOR), whole and side_count(whole, side)
        if counted and everyone and is_few(everyone - counted, k):
            keys.add((key, DENOMINATOR))
    return keys


@cache
def _wholes() -> Mapping[str, IndicatorNumber]:
    """Return {indicator: the number of all people of whom its denominator counts some}, a plain count where there is one."""
    plain_first = sorted(catalogue(), key=lambda id: catalogue()[id].denominator is not None)
    numbers = {
        count: (id, side)
        for id in reversed(plain_first)
        for side, count in people_counts_of(id).items()
        if side in (NUMERATOR, DENOMINATOR)
    }
    parts = {id: count for id in catalogue() if (count := people_counts_of(id).get(DENOMINATOR))}
    return {
        id: whole
        for id, part in parts.items()
        if part.aggregate.where and Expression.parse(part.aggregate.expression).adds_up
        if (whole := numbers.get(replace(part, aggregate=replace(part.aggregate, where=None))))
    }
