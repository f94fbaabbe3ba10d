"""Hides ratios where a number of people they are divided from is hidden as an indicator of its own: 32 hours ÷ 6 tells the 6.

So are multiples of a number of people (`multiple_of`): whoever knows that a request brings two points reads from the points how many
there were, and from the answers a mean is divided by how many questionnaires of three questions.

Which neighbours of a small number are hidden depends on the other number of a ratio, so that a count and a ratio of it, each
disclosed by itself, may show what the other hides. The count decides: whatever a ratio then shows of it, the count shows too.
Ratios that are linked to their counts (`systems`) are disclosed together with them already.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from indicators.condition import is_present
from indicators.disclosure.figures import FigureKey, figure_key, without_numbers
from indicators.disclosure.people_counts import COMPLEMENT, PeopleCount, people_counts_of
from indicators.disclosure.systems import is_linked
from indicators.engine import catalogue
from indicators.expression import Expression
from indicators.model import Figure, FigureState

REST = "其余各类"  # hidden categories that are not named


@cache
def counts_of(id: str) -> frozenset[str]:
    """Return the indicators that are one of the numbers of people of a ratio or multiple; none for a ratio that is linked to them."""
    return frozenset() if is_linked(id) and not catalogue()[id].multiple_of else same_counts(id)


@cache
def same_counts(id: str) -> frozenset[str]:
    """Return the indicators that are one of the numbers of people of a ratio or multiple, be it linked to them or not."""
    if multiple_of := catalogue()[id].multiple_of:
        return frozenset((multiple_of,))
    if not catalogue()[id].denominator:
        return frozenset()
    numbers = {_normal(quantity) for side, quantity in people_counts_of(id).items() if side != COMPLEMENT}
    return frozenset(
        count.id
        for count in catalogue().values()
        if not count.denominator and {_normal(quantity) for quantity in people_counts_of(count.id).values()} & numbers
    )


def without_hidden_counts(figures: Sequence[Figure], counts: Sequence[Figure]) -> list[Figure]:
    """Return the figures, those as `hidden` of which a number is hidden among the counts."""
    states = figure_states(counts)
    return [
        without_numbers(figure)
        if not _is_of_none(figure)
        and any(is_hidden(states, (id, *figure_key(figure)[1:])) for id in counts_of(figure.indicator))
        else figure
        for figure in figures
    ]


def _is_of_none(figure: Figure) -> bool:
    """Return whether a figure says that none of the rows are there of which it is a multiple: no answers from 1 to 10."""
    return figure.state == "no_sample" and bool(catalogue()[figure.indicator].multiple_of)


def figure_states(figures: Sequence[Figure]) -> dict[FigureKey, FigureState]:
    """Return what state each figure is in."""
    return {figure_key(figure): figure.state for figure in figures}


def is_hidden(states: Mapping[FigureKey, FigureState], key: FigureKey) -> bool:
    """Return whether a figure is hidden, be it among the categories that are not named."""
    id, community, from_on, to_on, _ = key
    return states.get(key, states.get((id, community, from_on, to_on, REST))) == "hidden"


def _normal(quantity: PeopleCount) -> PeopleCount:
    """Return a quantity without a condition that leaves out only rows which are not counted anyway: those without the person."""
    counted = Expression.parse(quantity.aggregate.expression)
    is_of_one = counted.function == "count" and len(counted.columns) == 1
    if not is_of_one or quantity.aggregate.where != is_present(counted.columns[0]):
        return quantity
    return replace(quantity, aggregate=replace(quantity.aggregate, where=None))
